package dev.rekey.admin;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Role;
import dev.rekey.http.Fields;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The role of an account and what it may do beyond, as a form holds them. */
record AccountRights(String role, Set<String> privileges) {

  private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

  static AccountRights of(Account account) {
    return new AccountRights(account.role().name(), account.privileges());
  }

  /** What was chosen. */
  static AccountRights chosen(Fields form) {
    return new AccountRights(form.first("role").orElse(""), new TreeSet<>(form.every("privilege")));
  }

  /** What stood there before somebody chose. */
  static AccountRights was(Fields form) {
    return new AccountRights(
        form.first("was.role").orElse(""), new TreeSet<>(form.every("was.privilege")));
  }

  /** What is given must be known; what is taken away may be known to one wire alone. */
  boolean isFit(AccountRights was) {
    return ROLE.matcher(role).matches()
        && without(was.privileges).stream().allMatch(AccountRights::isKnown);
  }

  private static boolean isKnown(String privilege) {
    return Stream.of(Capability.values()).anyMatch(one -> one.name().equals(privilege));
  }

  AccountEdit since(AccountRights was) {
    AccountEdit edit =
        AccountEdit.none().withPrivileges(without(was.privileges), was.without(privileges));
    return role.equals(was.role) ? edit : edit.withRole(new Role(role));
  }

  private Set<String> without(Set<String> others) {
    Set<String> rest = new TreeSet<>(privileges);
    rest.removeAll(others);
    return rest;
  }

  /** What was chosen over what is there by now: what nobody touched is as it is. */
  AccountRights over(AccountRights was, AccountRights now) {
    Set<String> merged = new TreeSet<>(now.privileges);
    merged.addAll(without(was.privileges));
    merged.removeAll(was.without(privileges));
    return new AccountRights(
        Optional.of(role).filter(one -> !one.equals(was.role)).orElse(now.role), merged);
  }
}
