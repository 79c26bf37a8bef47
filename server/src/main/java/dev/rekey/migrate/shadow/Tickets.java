package dev.rekey.migrate.shadow;

import dev.rekey.transcript.Letterbox;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Finds Rekey's own ticket for one from the old system's letters: the answer of the old system
 * tells whose it was, and Rekey's letter to the same address holds the other.
 */
final class Tickets {

  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final int GLANCES = 10;

  private final Optional<Letterbox> letters;
  private final Substitutions substitutions;

  /** Rekey's tickets that have their counterpart. */
  private final Set<String> spent = new HashSet<>();

  Tickets(Optional<Letterbox> letters, Substitutions substitutions) {
    this.letters = letters;
    this.substitutions = substitutions;
  }

  /**
   * Whether the request carries a ticket that Rekey has none for. One that the old system refused
   * is nobody's, and Rekey should refuse it as well.
   */
  boolean strangeIn(Request request, Said old) {
    boolean strange = false;
    if (old.status() >= 400) {
      return false;
    }
    for (String name : Credentials.TICKETS) {
      Optional<String> ticket = request.named(name).filter(value -> !substitutions.knows(value));
      if (ticket.isPresent()) {
        Optional<String> own = letters.flatMap(box -> awaited(box, name, addresses(old)));
        own.ifPresent(value -> substitutions.learnToken(ticket.get(), value));
        strange |= own.isEmpty();
      }
    }
    return strange;
  }

  /** A letter is delivered a moment after it is owed. */
  private Optional<String> awaited(Letterbox box, String name, Set<String> addresses) {
    Optional<String> ticket = box.newestFor(name, addresses, spent);
    for (int glance = 0; ticket.isEmpty() && glance < GLANCES; glance++) {
      try {
        Thread.sleep(GLANCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return ticket;
      }
      ticket = box.newestFor(name, addresses, spent);
    }
    ticket.ifPresent(spent::add);
    return ticket;
  }

  /** Everything in an answer that reads as an address. */
  private static Set<String> addresses(Said said) {
    Set<String> addresses = new HashSet<>();
    if (said.body() instanceof Body.Json(JsonNode node)) {
      collect(node, addresses);
    }
    said.first("location")
        .ifPresent(link ->
            Parameters.of(link.split("[?&#]")).values().forEach(value -> add(value, addresses)));
    said.first("uid").ifPresent(uid -> add(Latin.unicode(uid), addresses));
    return addresses;
  }

  private static void collect(JsonNode node, Set<String> addresses) {
    if (node.isString()) {
      add(node.stringValue(), addresses);
    }
    node.forEach(child -> collect(child, addresses));
  }

  private static void add(String text, Set<String> addresses) {
    if (text.indexOf('@') > 0) {
      addresses.add(text);
    }
  }
}
