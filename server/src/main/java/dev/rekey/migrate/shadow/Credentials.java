package dev.rekey.migrate.shadow;

import java.util.List;
import java.util.Set;

/** The header fields and members in which the wires carry what lets somebody in. */
final class Credentials {

  /** Header fields. */
  static final Set<String> NAMES =
      Set.of(
          "authorization",
          "access-token",
          "client",
          "expiry",
          "x-auth-token",
          "x-access-token",
          "x-subject-token",
          "macaroon");

  /** Header fields that answers hand out anew and requests bring back under the same name. */
  static final List<String> ROTATED = List.of("access-token", "client", "authorization");

  /** What a ticket from a letter is called in a link, a form or JSON. */
  static final List<String> TICKETS =
      List.of("reset_password_token", "confirmation_token", "unlock_token", "ticket");

  private Credentials() {}
}
