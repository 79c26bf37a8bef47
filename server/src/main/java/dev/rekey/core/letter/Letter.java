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
   * Tells an owner of what was done with the account. Whoever reads it and did not do that says so
   * with its link; the link is put in as the notice is posted, see {@code core.alarm}.
   */
  sealed interface Notice extends Letter {

    /** When it was done. */
    Instant at();

    /** The link that raises the alarm; empty until the notice is posted. */
    String alarm();

    /** The same notice with that link. */
    Notice withAlarm(String link);
  }

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
      String to, String name, Instant at, Origin origin, String alarm, Optional<Language> language)
      implements Notice {

    /** One that is not posted yet, to somebody of whose language nothing is known. */
    public PasswordChanged(String to, String name, Instant at, Origin origin) {
      this(to, name, at, origin, "", Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new PasswordChanged(to, name, at, origin, alarm, tongue);
    }

    @Override
    public Notice withAlarm(String link) {
      return new PasswordChanged(to, name, at, origin, link, language);
    }

    @Override
    public String toString() {
      return "PasswordChanged[hidden]";
    }
  }

  /** The password was reset with a letter's ticket. */
  record ResetDone(
      String to, String name, Instant at, Origin origin, String alarm, Optional<Language> language)
      implements Notice {

    /** One that is not posted yet, to somebody of whose language nothing is known. */
    public ResetDone(String to, String name, Instant at, Origin origin) {
      this(to, name, at, origin, "", Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new ResetDone(to, name, at, origin, alarm, tongue);
    }

    @Override
    public Notice withAlarm(String link) {
      return new ResetDone(to, name, at, origin, link, language);
    }

    @Override
    public String toString() {
      return "ResetDone[hidden]";
    }
  }

  /** An administrator set the password. */
  record PasswordSetByAdministrator(
      String to, String name, Instant at, String alarm, Optional<Language> language)
      implements Notice {

    /** One that is not posted yet, to somebody of whose language nothing is known. */
    public PasswordSetByAdministrator(String to, String name, Instant at) {
      this(to, name, at, "", Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new PasswordSetByAdministrator(to, name, at, alarm, tongue);
    }

    @Override
    public Notice withAlarm(String link) {
      return new PasswordSetByAdministrator(to, name, at, link, language);
    }

    @Override
    public String toString() {
      return "PasswordSetByAdministrator[hidden]";
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
      String to, String name, Instant at, Origin origin, String alarm, Optional<Language> language)
      implements Notice {

    /** One that is not posted yet, to somebody of whose language nothing is known. */
    public EmailChanged(String to, String name, Instant at, Origin origin) {
      this(to, name, at, origin, "", Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new EmailChanged(to, name, at, origin, alarm, tongue);
    }

    @Override
    public Notice withAlarm(String link) {
      return new EmailChanged(to, name, at, origin, link, language);
    }

    @Override
    public String toString() {
      return "EmailChanged[hidden]";
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

  /** Somebody signed in with what was not seen there before. */
  record NewDevice(
      String to, String name, Instant at, Origin origin, String alarm, Optional<Language> language)
      implements Notice {

    /** One that is not posted yet, to somebody of whose language nothing is known. */
    public NewDevice(String to, String name, Instant at, Origin origin) {
      this(to, name, at, origin, "", Optional.empty());
    }

    @Override
    public Letter in(Optional<Language> tongue) {
      return new NewDevice(to, name, at, origin, alarm, tongue);
    }

    @Override
    public Notice withAlarm(String link) {
      return new NewDevice(to, name, at, origin, link, language);
    }

    @Override
    public String toString() {
      return "NewDevice[hidden]";
    }
  }

  /**
   * The owner said that something was not them, and the account is frozen: with this letter they
   * come back.
   *
   * @param to one of the addresses that were known before
   * @param code what may be typed instead of following the link
   */
  record WayBack(
      String to,
      String name,
      String link,
      Instant expiresAt,
      String code,
      Optional<Language> language)
      implements Letter {

    @Override
    public Letter in(Optional<Language> tongue) {
      return new WayBack(to, name, link, expiresAt, code, tongue);
    }

    @Override
    public String toString() {
      return "WayBack[hidden]";
    }
  }
}
