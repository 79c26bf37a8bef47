package dev.rekey.core.letter;

import dev.rekey.core.visit.Origin;
import java.time.Instant;

/** A mail that is owed to somebody; the mail room has the words for it. */
public sealed interface Letter {

  /** The address that it goes to. */
  String to();

  /** The owner asked for a way back in. */
  record ResetLink(String to, String name, String link, Instant expiresAt) implements Letter {

    @Override
    public String toString() {
      return "ResetLink[hidden]";
    }
  }

  /** The owner changed the password, or somebody who knew it. */
  record PasswordChanged(String to, String name, Instant at, Origin origin) implements Letter {}

  /** The password was reset with a letter's ticket. */
  record ResetDone(String to, String name, Instant at, Origin origin) implements Letter {}

  /** An administrator set the password. */
  record PasswordSetByAdministrator(String to, String name, Instant at) implements Letter {}
}
