package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.register.Names;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.token.Ending;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A steward changes the names, the profile, the role, the privileges or the state of an account;
 * who may do less than before is signed out everywhere.
 */
public final class EditAccount {

  private final Accounts accounts;
  private final Roles roles;
  private final EmailRule emailRule;
  private final InstantSource clock;

  public EditAccount(Accounts accounts, Roles roles, EmailRule emailRule, InstantSource clock) {
    this.accounts = accounts;
    this.roles = roles;
    this.emailRule = emailRule;
    this.clock = clock;
  }

  /**
   * Whose account becomes what, and who says so.
   *
   * @param seen when the account was last changed, as far as whoever says so knows; the edit is not
   *     done where another came between. Empty for an edit of the account as it is, whatever it is
   */
  public record Command(
      Steward by, Handle whose, AccountEdit edit, Optional<Instant> seen, Visit visit) {

    /** An edit of the account as it is. */
    public Command(Steward by, Handle whose, AccountEdit edit, Visit visit) {
      this(by, whose, edit, Optional.empty(), visit);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk. */
    record Edited(Account account) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}

    record UnknownRole() implements Outcome {}

    /** The account is not any more as it was seen. Nothing was changed. */
    record Overtaken() implements Outcome {}

    record Refused(List<Violation> violations) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!mayEdit(command.by(), command.edit())) {
      return new Outcome.NotAllowed();
    }
    if (command.edit().role().filter(role -> !roles.knows(role)).isPresent()) {
      return new Outcome.UnknownRole();
    }
    return accounts
        .find(command.visit().realm(), command.whose())
        .map(account -> judge(command, account))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  /** Each kind of change is a right of its own; nobody gives another what is not theirs to give. */
  private static boolean mayEdit(Steward by, AccountEdit edit) {
    return needed(edit).stream().allMatch(by::may);
  }

  private static Set<Capability> needed(AccountEdit edit) {
    Set<Capability> needed = EnumSet.noneOf(Capability.class);
    if (!edit.granted().isEmpty() || !edit.revoked().isEmpty() || edit.role().isPresent()) {
      needed.add(Capability.SET_PRIVILEGES);
    }
    if (edit.passwordLogin().isPresent()) {
      needed.add(Capability.SET_PASSWORDS);
    }
    if (needed.isEmpty() || !withoutRights(edit).isNothing()) {
      needed.add(Capability.UPDATE_ACCOUNTS);
    }
    return needed;
  }

  /**
   * What is left of the edit when privileges and the switch of the password are looked away from.
   */
  private static AccountEdit withoutRights(AccountEdit edit) {
    AccountEdit rest = edit.withPrivileges(Set.of(), Set.of());
    return edit.passwordLogin()
        .map(
            on -> rest.equals(AccountEdit.none().withPasswordLogin(on)) ? AccountEdit.none() : rest)
        .orElse(rest);
  }

  private Outcome judge(Command command, Account account) {
    if (!command.by().reaches(account)) {
      return new Outcome.NotAllowed();
    }
    Names names = new Names(accounts, account.realm(), emailRule);
    List<Violation> violations = new ArrayList<>();
    AccountEdit edit = command.edit();
    edit.email().map(email -> names.judgeEmail(email, account)).ifPresent(violations::addAll);
    edit.username().map(name -> names.judgeUsername(name, account)).ifPresent(violations::addAll);
    return violations.isEmpty()
        ? commit(command, account)
        : new Outcome.Refused(List.copyOf(violations));
  }

  private Outcome commit(Command command, Account account) {
    return switch (accounts.revise(account.id(), command.edit(), sequel(command, account))) {
      case Revision.Revised(Account edited) -> new Outcome.Edited(edited);
      case Revision.Taken(String what) -> new Outcome.Refused(List.of(Names.taken(what)));
      case Revision.Overtaken() -> new Outcome.Overtaken();
      case Revision.Gone _, Revision.TicketGone _ -> new Outcome.NoSuchAccount();
    };
  }

  private Sequel sequel(Command command, Account account) {
    Instant now = clock.instant();
    AccountEdit edit = command.edit();
    AuditEntry entry =
        new AuditEntry(
            now, command.visit(), Optional.of(account.id()), command.by().account(), eventOf(edit));
    Sequel plain =
        Sequel.of(entry)
            .withLetters(notices(edit, account, command.visit(), now))
            .asSeen(command.seen());
    if (endsSessions(edit, account)) {
      return plain.withEnding(Ending.allBut(command.by().actingGrantOn(account)));
    }
    return edit.email().isPresent() ? plain.withTicketsEnded() : plain;
  }

  private static boolean endsSessions(AccountEdit edit, Account account) {
    return edit.disabled().orElse(false)
        || edit.role().filter(role -> !role.equals(account.role())).isPresent();
  }

  private static Event eventOf(AccountEdit edit) {
    if (edit.equals(AccountEdit.none().withDisabled(true))) {
      return new Event.AccountDisabled();
    }
    if (edit.equals(AccountEdit.none().withDisabled(false))) {
      return new Event.AccountEnabled();
    }
    return new Event.AccountChanged(namesOf(edit));
  }

  private static List<String> namesOf(AccountEdit edit) {
    List<String> names = new ArrayList<>(edit.profile().keySet());
    edit.email().ifPresent(_ -> names.add("email"));
    edit.username().ifPresent(_ -> names.add("username"));
    edit.role().ifPresent(_ -> names.add("role"));
    edit.disabled().ifPresent(_ -> names.add("disabled"));
    edit.passwordLogin().ifPresent(_ -> names.add("password-login"));
    edit.granted().stream().map("granted "::concat).sorted().forEach(names::add);
    edit.revoked().stream().map("revoked "::concat).sorted().forEach(names::add);
    return names;
  }

  private static List<Letter> notices(AccountEdit edit, Account account, Visit visit, Instant now) {
    Optional<String> old =
        account
            .logins()
            .email()
            .filter(one -> edit.email().filter(next -> !next.equalsIgnoreCase(one)).isPresent());
    return old.stream()
        .<Letter>map(to ->
            new Letter.EmailChanged(to, account.logins().display(), now, visit.origin())
                .in(Language.of(account.profile(), visit)))
        .toList();
  }
}
