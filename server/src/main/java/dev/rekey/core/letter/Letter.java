package dev.rekey.core.letter;

import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import java.util.Optional;

/** A mail that is owed to somebody; the mail room has the words for it. */
public sealed interface Letter {

  /** The address that it goes to. */
  String to();

  /** The one that its reader is known or thought to read; empty, the operator's choice holds. */
  Optional<Language> language();

  /** The same letter to somebody who reads that language. */
  Letter in(Optional<Language> tongue);

  /**
   * The owner asked for a way back in.
   *
   * @param code what may be typed instead of following the link, such as {@code 7K3M-QX9T}; empty
   *     in a letter of an older version
   * @param number what the page showed where the letter was asked for; empty where no page was
   */
  record ResetLink(
      String to,
      String name,
      String link,
      Instant expiresAt,
      String code,
      String number,
      Optional<Language> language)
      implements Letter {

    /** One to somebody of whose language nothing is known. */
    public ResetLink(
        String to, String name, String link, Instant expiresAt, String code, String number) {
      this(to, name, link, expiresAt, code, number, Optional.empty());
    }

    /** One with a link alone. */
    public ResetLink(String to, String name, String link, Instant expiresAt) {
      this(to, name, link, expiresAt, "", "");
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new ResetLink(to, name, link, expiresAt, code, number, tongue);
    }

    @Override
    public String toString() {
      return "ResetLink[hidden]";
    }
  }

  /** The owner changed the password, or somebody who knew it. */
  record PasswordChanged(
      String to, String name, Instant at, Origin origin, Optional<Language> language)
      implements Letter {

    /** One to somebody of whose language nothing is known. */
    public PasswordChanged(String to, String name, Instant at, Origin origin) {
      this(to, name, at, origin, Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new PasswordChanged(to, name, at, origin, tongue);
    }
  }

  /** The password was reset with a letter's ticket. */
  record ResetDone(String to, String name, Instant at, Origin origin, Optional<Language> language)
      implements Letter {

    /** One to somebody of whose language nothing is known. */
    public ResetDone(String to, String name, Instant at, Origin origin) {
      this(to, name, at, origin, Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new ResetDone(to, name, at, origin, tongue);
    }
  }

  /** An administrator set the password. */
  record PasswordSetByAdministrator(String to, String name, Instant at, Optional<Language> language)
      implements Letter {

    /** One to somebody of whose language nothing is known. */
    public PasswordSetByAdministrator(String to, String name, Instant at) {
      this(to, name, at, Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new PasswordSetByAdministrator(to, name, at, tongue);
    }
  }

  /**
   * The address is to be confirmed by whoever reads what is sent there.
   *
   * @param to the address that is to be confirmed
   */
  record ConfirmLink(
      String to, String name, String link, Instant expiresAt, Optional<Language> language)
      implements Letter {

    /** One to somebody of whose language nothing is known. */
    public ConfirmLink(String to, String name, String link, Instant expiresAt) {
      this(to, name, link, expiresAt, Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new ConfirmLink(to, name, link, expiresAt, tongue);
    }

    @Override
    public String toString() {
      return "ConfirmLink[hidden]";
    }
  }

  /** Too many failed at the account's door; its owner can open it again. */
  record UnlockLink(
      String to, String name, String link, Instant expiresAt, Optional<Language> language)
      implements Letter {

    /** One to somebody of whose language nothing is known. */
    public UnlockLink(String to, String name, String link, Instant expiresAt) {
      this(to, name, link, expiresAt, Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new UnlockLink(to, name, link, expiresAt, tongue);
    }

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
  record EmailChanged(
      String to, String name, Instant at, Origin origin, Optional<Language> language)
      implements Letter {

    /** One to somebody of whose language nothing is known. */
    public EmailChanged(String to, String name, Instant at, Origin origin) {
      this(to, name, at, origin, Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new EmailChanged(to, name, at, origin, tongue);
    }
  }

  /** The account was deleted. */
  record AccountDeleted(String to, String name, Instant at, Optional<Language> language)
      implements Letter {

    /** One to somebody of whose language nothing is known. */
    public AccountDeleted(String to, String name, Instant at) {
      this(to, name, at, Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new AccountDeleted(to, name, at, tongue);
    }
  }
}
