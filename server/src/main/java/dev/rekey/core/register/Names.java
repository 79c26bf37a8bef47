package dev.rekey.core.register;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.store.Accounts;
import java.util.List;
import java.util.Optional;

/** Judges the address and the name that somebody wants, in one realm. */
public final class Names {

  private final Accounts accounts;
  private final Realm realm;
  private final EmailRule emailRule;

  public Names(Accounts accounts, Realm realm, EmailRule emailRule) {
    this.accounts = accounts;
    this.realm = realm;
    this.emailRule = emailRule;
  }

  /** What is wrong with an address for a new account; empty when it is good. */
  public List<Violation> judgeNewEmail(Optional<String> email) {
    return judgeEmail(email.orElse(""), Optional.empty());
  }

  /** What is wrong with a new address for this account. */
  public List<Violation> judgeEmail(String email, Account owner) {
    return judgeEmail(email, Optional.of(owner));
  }

  private List<Violation> judgeEmail(String email, Optional<Account> owner) {
    String address = Logins.canonicalEmail(email);
    if (address.isBlank()) {
      return List.of(new Violation.EmailBlank());
    }
    if (!emailRule.accepts(address)) {
      return List.of(new Violation.EmailMalformed());
    }
    return isTaken(address, owner) ? List.of(new Violation.EmailTaken()) : List.of();
  }

  /** What is wrong with a name for a new account. */
  public List<Violation> judgeNewUsername(String username) {
    return judgeUsername(username, Optional.empty());
  }

  /** What is wrong with a new name for this account. */
  public List<Violation> judgeUsername(String username, Account owner) {
    return judgeUsername(username, Optional.of(owner));
  }

  private List<Violation> judgeUsername(String username, Optional<Account> owner) {
    if (username.isBlank()) {
      return List.of(new Violation.UsernameBlank());
    }
    if (username.chars().anyMatch(Character::isISOControl)) {
      return List.of(new Violation.UsernameMalformed());
    }
    return isTaken(username, owner) ? List.of(new Violation.UsernameTaken()) : List.of();
  }

  /** A name is one account's, whatever kind of name it is there. */
  private boolean isTaken(String name, Optional<Account> owner) {
    return accounts
        .findByLogin(realm, name)
        .filter(holder -> owner.filter(one -> one.id().equals(holder.id())).isEmpty())
        .isPresent();
  }

  /** The store's word for a name that somebody else took in the meantime. */
  public static Violation taken(String what) {
    return what.equals("username") ? new Violation.UsernameTaken() : new Violation.EmailTaken();
  }
}
