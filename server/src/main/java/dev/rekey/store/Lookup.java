package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.token.Grant;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.util.Optional;

/** What is asked most often of accounts and grants, each in one statement. */
final class Lookup {

  private static final String GRANT =
      "SELECT "
          + GrantRows.COLUMNS
          + """
          FROM access_grant g
          WHERE g.account_id = ?
          AND g.kind = ?
          AND g.key = ?
          """;

  private static final Finders ACCOUNT = Finders.behind(AccountRows.SELECT);

  private final AccountRows rows;

  Lookup(AccountRows rows) {
    this.rows = rows;
  }

  Optional<Account> account(Statements statements, AccountId id) throws SQLException {
    return statements.first(ACCOUNT.id(), rows::read, id.value());
  }

  Optional<Account> account(Statements statements, Realm realm, Handle pointer)
      throws SQLException {
    return statements.first(ACCOUNT.by(pointer), rows::read, realm.name(), Finders.value(pointer));
  }

  Optional<Account> account(Statements statements, Realm realm, String typed) throws SQLException {
    String address = Logins.canonicalEmail(typed);
    return statements.first(
        ACCOUNT.login(), rows::read, realm.name(), typed, address, typed, address, typed);
  }

  Optional<Grant> grant(Statements statements, Grant.Ref ref) throws SQLException {
    return statements.first(
        GRANT,
        row -> GrantRows.read(row, ref),
        ref.account().value(),
        ref.kind().name(),
        ref.key());
  }
}
