package dev.rekey.cli;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code rekey account list}. */
@Command(
    name = "list",
    description = "Lists the accounts of a realm, oldest first.",
    mixinStandardHelpOptions = true)
final class AccountList extends AccountWork {

  private static final int PAGE = 500;

  AccountList(Premises.Opener opener) {
    super(opener);
  }

  @Override
  void work(Premises premises) {
    Optional<AccountId> after = Optional.empty();
    List<Account> page;
    do {
      page = premises.accounts().list(realm(), after, PAGE);
      page.forEach(this::printRow);
      after = page.isEmpty() ? after : Optional.of(page.getLast().id());
    } while (page.size() == PAGE);
  }
}
