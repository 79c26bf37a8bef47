package dev.rekey.core.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to become of an account, as data; what is empty stays as it is. The store applies it to
 * the account as it is at that moment, so that two edits of different things both hold.
 *
 * @param email the new address; it needs no confirmation any more when one was pending
 * @param profile fields and what each becomes; an empty value removes the field
 * @param granted privileges beyond the role that are added
 * @param revoked privileges that are taken away
 * @param pendingEmail an address that takes the other's place once it is confirmed
 * @param confirmedAt the address, the pending one if there is one, is its owner's
 */
public record AccountEdit(
    Optional<String> email,
    Optional<String> username,
    Map<String, Optional<String>> profile,
    Optional<Role> role,
    Optional<Boolean> disabled,
    Optional<Boolean> passwordLogin,
    Set<String> granted,
    Set<String> revoked,
    Optional<String> pendingEmail,
    Optional<Instant> confirmedAt) {

  private static final AccountEdit NONE =
      new AccountEdit(
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty());

  public AccountEdit {
    profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
    granted = Set.copyOf(granted);
    revoked = Set.copyOf(revoked);
  }

  /** Nothing changes. */
  public static AccountEdit none() {
    return NONE;
  }

  public boolean isNothing() {
    return equals(NONE);
  }

  public AccountEdit withEmail(String value) {
    return new AccountEdit(
        Optional.of(value),
        username,
        profile,
        role,
        disabled,
        passwordLogin,
        granted,
        revoked,
        pendingEmail,
        confirmedAt);
  }

  public AccountEdit withUsername(String value) {
    return new AccountEdit(
        email,
        Optional.of(value),
        profile,
        role,
        disabled,
        passwordLogin,
        granted,
        revoked,
        pendingEmail,
        confirmedAt);
  }

  public AccountEdit withProfile(Map<String, Optional<String>> fields) {
    return new AccountEdit(
        email,
        username,
        fields,
        role,
        disabled,
        passwordLogin,
        granted,
        revoked,
        pendingEmail,
        confirmedAt);
  }

  public AccountEdit withRole(Role value) {
    return new AccountEdit(
        email,
        username,
        profile,
        Optional.of(value),
        disabled,
        passwordLogin,
        granted,
        revoked,
        pendingEmail,
        confirmedAt);
  }

  public AccountEdit withDisabled(boolean value) {
    return new AccountEdit(
        email,
        username,
        profile,
        role,
        Optional.of(value),
        passwordLogin,
        granted,
        revoked,
        pendingEmail,
        confirmedAt);
  }

  public AccountEdit withPasswordLogin(boolean value) {
    return new AccountEdit(
        email,
        username,
        profile,
        role,
        disabled,
        Optional.of(value),
        granted,
        revoked,
        pendingEmail,
        confirmedAt);
  }

  public AccountEdit withPrivileges(Set<String> added, Set<String> takenAway) {
    return new AccountEdit(
        email,
        username,
        profile,
        role,
        disabled,
        passwordLogin,
        added,
        takenAway,
        pendingEmail,
        confirmedAt);
  }

  public AccountEdit withPendingEmail(String value) {
    return new AccountEdit(
        email,
        username,
        profile,
        role,
        disabled,
        passwordLogin,
        granted,
        revoked,
        Optional.of(value),
        confirmedAt);
  }

  public AccountEdit withConfirmedAt(Instant at) {
    return new AccountEdit(
        email,
        username,
        profile,
        role,
        disabled,
        passwordLogin,
        granted,
        revoked,
        pendingEmail,
        Optional.of(at));
  }

  /** The account as this edit at that moment leaves it, in the store's milliseconds. */
  public Account applyTo(Account account, Instant at) {
    return new Account(
        account.id(),
        account.realm(),
        account.ids(),
        logins(account),
        role.orElse(account.role()),
        profile(account.profile()),
        credential(account.credential()),
        privileges(account.privileges()),
        confirmation(account.confirmation()),
        disabled.orElse(account.disabled()),
        account.moments().updated(at.truncatedTo(ChronoUnit.MILLIS)));
  }

  private Logins logins(Account account) {
    Logins logins = account.logins();
    Optional<String> confirmed =
        confirmedAt.flatMap(_ -> pendingEmail.or(account.confirmation()::pendingEmail));
    Optional<String> address = email.or(() -> confirmed);
    Logins moved = address.map(logins::withEmail).orElse(logins);
    return username.map(moved::withUsername).orElse(moved);
  }

  private Profile profile(Profile old) {
    Map<String, String> fields = new LinkedHashMap<>(old.fields());
    profile.forEach((field, value) ->
        value.ifPresentOrElse(text -> fields.put(field, text), () -> fields.remove(field)));
    return new Profile(fields);
  }

  private Credential credential(Credential old) {
    return new Credential(
        old.hash(), old.version(), passwordLogin.orElse(old.passwordLogin()), old.changedAt());
  }

  private Set<String> privileges(Set<String> old) {
    Set<String> all = new LinkedHashSet<>(old);
    all.addAll(granted);
    all.removeAll(revoked);
    return all;
  }

  private Confirmation confirmation(Confirmation old) {
    boolean settled = email.isPresent() || confirmedAt.isPresent();
    return new Confirmation(
        confirmedAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS)).or(old::confirmedAt),
        settled ? Optional.empty() : pendingEmail.or(old::pendingEmail));
  }
}
