package dev.rekey.core.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
 * @param mustChange why the password has to be changed from now on; an empty value when it need not
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
    Optional<Instant> confirmedAt,
    Optional<Optional<MustChange>> mustChange) {

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
    return with(draft -> draft.email = Optional.of(value));
  }

  public AccountEdit withUsername(String value) {
    return with(draft -> draft.username = Optional.of(value));
  }

  public AccountEdit withProfile(Map<String, Optional<String>> fields) {
    return with(draft -> draft.profile = fields);
  }

  public AccountEdit withRole(Role value) {
    return with(draft -> draft.role = Optional.of(value));
  }

  public AccountEdit withDisabled(boolean value) {
    return with(draft -> draft.disabled = Optional.of(value));
  }

  public AccountEdit withPasswordLogin(boolean value) {
    return with(draft -> draft.passwordLogin = Optional.of(value));
  }

  public AccountEdit withPrivileges(Set<String> added, Set<String> takenAway) {
    return with(draft -> {
      draft.granted = added;
      draft.revoked = takenAway;
    });
  }

  public AccountEdit withPendingEmail(String value) {
    return with(draft -> draft.pendingEmail = Optional.of(value));
  }

  public AccountEdit withConfirmedAt(Instant at) {
    return with(draft -> draft.confirmedAt = Optional.of(at));
  }

  public AccountEdit withMustChange(MustChange why) {
    return with(draft -> draft.mustChange = Optional.of(Optional.of(why)));
  }

  /** The password may stay as it is. */
  public AccountEdit withoutMustChange() {
    return with(draft -> draft.mustChange = Optional.of(Optional.empty()));
  }

  private AccountEdit with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.edit();
  }

  /** An edit while it is being changed. */
  private static final class Draft {

    private Optional<String> email;
    private Optional<String> username;
    private Map<String, Optional<String>> profile;
    private Optional<Role> role;
    private Optional<Boolean> disabled;
    private Optional<Boolean> passwordLogin;
    private Set<String> granted;
    private Set<String> revoked;
    private Optional<String> pendingEmail;
    private Optional<Instant> confirmedAt;
    private Optional<Optional<MustChange>> mustChange;

    Draft(AccountEdit edit) {
      email = edit.email;
      username = edit.username;
      profile = edit.profile;
      role = edit.role;
      disabled = edit.disabled;
      passwordLogin = edit.passwordLogin;
      granted = edit.granted;
      revoked = edit.revoked;
      pendingEmail = edit.pendingEmail;
      confirmedAt = edit.confirmedAt;
      mustChange = edit.mustChange;
    }

    AccountEdit edit() {
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
          confirmedAt,
          mustChange);
    }
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
        old.hash(),
        old.version(),
        passwordLogin.orElse(old.passwordLogin()),
        old.changedAt(),
        mustChange.orElse(old.mustChange()).map(MustChange::inMillis));
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
