package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Role;
import dev.rekey.core.store.AccountSearch;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.visit.Visit;
import java.util.List;
import java.util.Optional;

/** A steward looks for accounts, a page at a time. */
public final class SearchAccounts {

  private final Accounts accounts;

  public SearchAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Who looks for which accounts.
   *
   * @param text what one of the account's names begins with
   * @param after the page before ended with this one; it may be gone by now
   * @param limit so many at most
   */
  public record Command(
      Steward by,
      Optional<String> text,
      Optional<Role> role,
      Optional<Boolean> disabled,
      Optional<AccountId> after,
      int limit,
      Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * In the order of their making.
     *
     * @param next what the next page is asked for with; empty when there is none
     */
    record Found(List<Account> accounts, Optional<AccountId> next) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    boolean allowed =
        command.by().may(Capability.LIST_ACCOUNTS) && command.by().may(Capability.VIEW_ACCOUNTS);
    return allowed ? search(command) : new Outcome.NotAllowed();
  }

  /** One more is asked for than is shown, to know whether there is another page. */
  private Outcome search(Command command) {
    List<Account> found =
        accounts.search(
            command.visit().realm(),
            new AccountSearch(
                command.text(),
                command.role(),
                command.disabled(),
                command.after(),
                command.limit() + 1));
    if (found.size() <= command.limit()) {
      return new Outcome.Found(List.copyOf(found), Optional.empty());
    }
    List<Account> page = List.copyOf(found.subList(0, command.limit()));
    return new Outcome.Found(page, Optional.of(page.getLast().id()));
  }
}
