package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Place;
import dev.rekey.core.account.Role;
import dev.rekey.core.store.AccountSearch;
import dev.rekey.core.store.AccountSearch.Page;
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
   * @param confirmed only those whose address is its owner's, or only those where nobody knows
   * @param after the page before ended there
   * @param limit so many at most
   */
  public record Command(
      Steward by,
      Optional<String> text,
      Optional<Role> role,
      Optional<Boolean> disabled,
      Optional<Boolean> confirmed,
      Optional<Place> after,
      int limit,
      Visit visit) {

    /** One that does not ask whether the address is confirmed. */
    public Command(
        Steward by,
        Optional<String> text,
        Optional<Role> role,
        Optional<Boolean> disabled,
        Optional<Place> after,
        int limit,
        Visit visit) {
      this(by, text, role, disabled, Optional.empty(), after, limit, visit);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * In the order of the names that begin with the text, else of their making.
     *
     * @param accounts perhaps fewer than the limit, or none, though there is a next page
     * @param next what the next page is asked for with; empty when there is none
     */
    record Found(List<Account> accounts, Optional<Place> next) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    boolean allowed =
        command.by().may(Capability.LIST_ACCOUNTS) && command.by().may(Capability.VIEW_ACCOUNTS);
    return allowed ? search(command) : new Outcome.NotAllowed();
  }

  private Outcome search(Command command) {
    Page page =
        accounts.search(
            command.visit().realm(),
            new AccountSearch(
                command.text(),
                command.role(),
                command.disabled(),
                command.confirmed(),
                command.after(),
                command.limit()));
    return new Outcome.Found(page.accounts(), page.next());
  }
}
