package dev.rekey.core.session;

import dev.rekey.core.account.Account;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.visit.Visit;
import java.util.Optional;

/**
 * Says how an account stands to somebody who has only named it: for mounts that are set to tell it,
 * because their clients expect it.
 */
public final class LookAtAccount {

  private final Accounts accounts;
  private final Doorkeeper doorkeeper;

  public LookAtAccount(Accounts accounts, Doorkeeper doorkeeper) {
    this.accounts = accounts;
    this.doorkeeper = doorkeeper;
  }

  /**
   * Whose account.
   *
   * @param name as typed
   */
  public record Command(String name, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * The name is an account's.
     *
     * @param confirmed whether its address is its owner's and no other is pending
     * @param triesLeft how many more times somebody may fail at it before it is shut; 0 when it is
     */
    record Somebody(boolean confirmed, long triesLeft) implements Outcome {}

    record Nobody() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return accounts
        .findByLogin(command.visit().realm(), command.name())
        .<Outcome>map(this::somebody)
        .orElseGet(Outcome.Nobody::new);
  }

  private Outcome.Somebody somebody(Account account) {
    boolean confirmed =
        account.confirmation().confirmedAt().isPresent()
            && account.confirmation().pendingEmail().isEmpty();
    long left = doorkeeper.triesLeft(account.realm(), Optional.of(account.id()), "");
    return new Outcome.Somebody(confirmed, Math.max(0, left));
  }
}
