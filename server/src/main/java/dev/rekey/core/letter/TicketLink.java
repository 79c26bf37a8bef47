package dev.rekey.core.letter;

/**
 * Where a letter with a ticket leads: an absolute address of configuration, never of a request,
 * with {@code {token}} in the ticket's place.
 */
public record TicketLink(String template) {

  private static final String PLACE = "{token}";

  public TicketLink {
    if (!template.contains(PLACE)) {
      throw new IllegalArgumentException(
          "a link with a ticket needs " + PLACE + ", found: " + template);
    }
  }

  /** The address with a ticket's token, which is made of URL-safe characters alone. */
  public String with(String token) {
    return template.replace(PLACE, token);
  }
}
