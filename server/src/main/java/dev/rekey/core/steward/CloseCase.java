package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.dispute.Case;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Cases;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A steward has looked into what an owner said was not them, and closes the case; and opens the
 * account again with it, where the owner does not come back by letter.
 */
public final class CloseCase {

  private final Cases cases;
  private final Accounts accounts;
  private final InstantSource clock;

  public CloseCase(Cases cases, Accounts accounts, InstantSource clock) {
    this.cases = cases;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Which case, and who says so; the visit says why.
   *
   * @param thaws whether the account is opened again, with the password that it has
   */
  public record Command(Steward by, long number, boolean thaws, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk. */
    record Closed() implements Outcome {}

    /** Nobody closes a case without a reason. */
    record NoReason() implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchCase() implements Outcome {}

    /** Somebody else was quicker. */
    record ClosedBefore() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.UPDATE_ACCOUNTS)) {
      return new Outcome.NotAllowed();
    }
    if (command.visit().why().filter(why -> !why.isBlank()).isEmpty()) {
      return new Outcome.NoReason();
    }
    return cases
        .find(command.visit().realm(), command.number())
        .map(one -> close(command, one))
        .orElseGet(Outcome.NoSuchCase::new);
  }

  private Outcome close(Command command, Case one) {
    Optional<Account> account = accounts.find(one.account());
    if (account.filter(owner -> !command.by().reaches(owner)).isPresent()) {
      return new Outcome.NotAllowed();
    }
    boolean thaws = command.thaws() && account.filter(Account::frozen).isPresent();
    return cases.close(one.number(), thaws, name(command.by()), entry(command, one, thaws))
        ? new Outcome.Closed()
        : new Outcome.ClosedBefore();
  }

  private Optional<String> name(Steward by) {
    return by.account().flatMap(accounts::find).map(account -> account.logins().display());
  }

  private AuditEntry entry(Command command, Case one, boolean thaws) {
    AccountId about = one.account();
    return new AuditEntry(
        clock.instant(),
        command.visit(),
        Optional.of(about),
        command.by().account(),
        new Event.CaseClosed(Long.toString(one.number()), thaws ? "opened" : "left"));
  }
}
