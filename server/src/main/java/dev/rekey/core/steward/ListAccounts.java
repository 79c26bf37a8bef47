package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A steward sees which accounts the realm has: all at once, and no more of them than their ids. */
public final class ListAccounts {

  private static final int PAGE = 1000;

  private final Accounts accounts;

  public ListAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Who wants to see them. */
  public record Command(Steward by, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** In the order of their making. */
    record Listed(List<WireIds> ids) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.LIST_ACCOUNTS)) {
      return new Outcome.NotAllowed();
    }
    List<WireIds> ids = new ArrayList<>();
    Optional<AccountId> after = Optional.empty();
    List<Account> page;
    do {
      page = accounts.list(command.visit().realm(), after, PAGE);
      page.forEach(account -> ids.add(account.ids()));
      after = page.isEmpty() ? after : Optional.of(page.getLast().id());
    } while (page.size() == PAGE);
    return new Outcome.Listed(ids);
  }
}
