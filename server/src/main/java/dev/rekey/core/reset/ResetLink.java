package dev.rekey.core.reset;

/**
 * Where a reset letter leads: an absolute address of configuration, never of a request, with {@code
 * {token}} in the ticket's place.
 */
public record ResetLink(String template) {

  private static final String PLACE = "{token}";

  public ResetLink {
    if (!template.contains(PLACE)) {
      throw new IllegalArgumentException("a reset link needs " + PLACE + ", found: " + template);
    }
  }

  /** The address with a ticket's token, which is made of URL-safe characters alone. */
  String with(String token) {
    return template.replace(PLACE, token);
  }
}
