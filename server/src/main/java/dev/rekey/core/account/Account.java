package dev.rekey.core.account;

import dev.rekey.core.password.PasswordHash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One user of one realm, as the store knows it at one moment.
 *
 * @param privileges what it may do beyond its role: names of {@link Capability}, and names that
 *     only a wire knows
 * @param disabled a steward has closed it: nobody can sign in to it and none of its grants is
 *     honoured
 */
public record Account(
    AccountId id,
    Realm realm,
    WireIds ids,
    Logins logins,
    Role role,
    Profile profile,
    Credential credential,
    Set<String> privileges,
    Confirmation confirmation,
    boolean disabled,
    Moments moments) {

  public Account {
    privileges = Set.copyOf(privileges);
  }

  public Instant createdAt() {
    return moments.createdAt();
  }

  public Instant updatedAt() {
    return moments.updatedAt();
  }

  /** Its owner said that something was not them, and it waits for the owner to come back. */
  public boolean frozen() {
    return moments.frozenAt().isPresent();
  }

  /** Nobody comes in, whatever they know. */
  public boolean closed() {
    return disabled || frozen();
  }

  /** The words that the owner's password must not be made of. */
  public List<String> ownWords() {
    return wordsOf(logins, profile);
  }

  /**
   * The words that a password of somebody with these names and this profile must not be made of.
   */
  public static List<String> wordsOf(Logins logins, Profile profile) {
    Stream<String> localParts =
        logins.email().stream().map(email -> email.substring(0, Math.max(email.indexOf('@'), 0)));
    return Stream.concat(
            Stream.concat(logins.all().stream(), localParts), profile.fields().values().stream())
        .filter(word -> !word.isBlank())
        .distinct()
        .toList();
  }

  /**
   * The account as a change of its password at that moment leaves it, in the store's milliseconds.
   */
  public Account withPassword(PasswordHash hash, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.MILLIS);
    Credential fresh =
        new Credential(
            Optional.of(hash),
            credential.version() + 1,
            credential.passwordLogin(),
            Optional.of(now));
    return new Account(
        id,
        realm,
        ids,
        logins,
        role,
        profile,
        fresh,
        privileges,
        confirmation,
        disabled,
        moments.updated(now));
  }

  /** The account as an ending of all its sessions at that moment leaves it. */
  public Account withSessionsEnded(Instant at) {
    return new Account(
        id,
        realm,
        ids,
        logins,
        role,
        profile,
        credential,
        privileges,
        confirmation,
        disabled,
        moments.withSessionsEnded(at.truncatedTo(ChronoUnit.MILLIS)));
  }

  /** The account as its owner's way back leaves it: frozen no more. */
  public Account thawed() {
    return new Account(
        id,
        realm,
        ids,
        logins,
        role,
        profile,
        credential,
        privileges,
        confirmation,
        disabled,
        moments.thawed());
  }
}
