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

  /**
   * The address is to be confirmed by whoever reads what is sent there.
   *
   * @param to the address that is to be confirmed
   */
  record ConfirmLink(String to, String name, String link, Instant expiresAt) implements Letter {
    @Override
    public String toString() {
      return "ConfirmLink[hidden]";
    }
  }

  /** Too many failed at the account's door; its owner can open it again. */
  record UnlockLink(String to, String name, String link, Instant expiresAt) implements Letter {
    @Override
    public String toString() {
      return "UnlockLink[hidden]";
    }
  }

  /**
   * The account has another address from now on.
   *
   * @param to the address that it had
   */
  record EmailChanged(String to, String name, Instant at, Origin origin) implements Letter {}

  /** The account was deleted. */
  record AccountDeleted(String to, String name, Instant at) implements Letter {}
}
