package dev.rekey.admin;

import dev.rekey.core.steward.SearchAccounts;
import java.util.List;

/**
 * A page of a list of accounts.
 *
 * @param next where the next page lies; empty when this is the last
 */
public record AccountRows(AccountQuery query, List<AccountRow> rows, String next) {

  public AccountRows {
    rows = List.copyOf(rows);
  }

  static AccountRows of(Desk desk, AccountQuery query, SearchAccounts.Outcome.Found found) {
    return new AccountRows(
        query,
        found.accounts().stream().map(account -> AccountRow.of(desk.frame(), account)).toList(),
        found.next().map(query::from).orElse(""));
  }

  /** How many there are, as far as somebody looked. */
  public String count(Desk desk) {
    String key = next.isEmpty() ? "accounts.count" : "accounts.count-more";
    return desk.say(key, rows.size());
  }
}
