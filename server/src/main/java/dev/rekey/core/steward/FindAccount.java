package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.visit.Visit;
import java.util.Optional;

/**
 * The account that somebody points at, before anything is done with it: whether it is there, and
 * whether the caller may. For wires that say first of all whether it is there.
 */
public final class FindAccount {

  private final Accounts accounts;

  public FindAccount(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Who looks for whom, and what for.
   *
   * @param caller empty for nobody in particular
   * @param needed what a steward must be able to
   * @param ownerToo whether the owner may without
   */
  public record Command(
      Optional<Caller> caller, Handle whose, Capability needed, boolean ownerToo, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Found(Account account) implements Outcome {}

    record NoSuchAccount() implements Outcome {}

    /** There is one, for somebody who is signed in. */
    record NotSignedIn() implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return accounts
        .find(command.visit().realm(), command.whose())
        .map(account -> found(command, account))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private static Outcome found(Command command, Account account) {
    return command
        .caller()
        .map(caller -> may(caller, command) ? new Outcome.Found(account) : new Outcome.NotAllowed())
        .orElseGet(Outcome.NotSignedIn::new);
  }

  private static boolean may(Caller caller, Command command) {
    boolean own =
        command.ownerToo()
            && caller.is(command.whose())
            && !caller.byTicket()
            && !caller.mustChange();
    return own || caller.may(command.needed());
  }
}
