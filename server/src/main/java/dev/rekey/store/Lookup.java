package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.store.Grants.Holder;
import dev.rekey.core.token.Grant;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.util.Optional;

/** What nearly every request asks, each in one statement: who is this, and what admits them? */
final class Lookup {

  private static final String WITH_GRANT =
      AccountRows.COLUMNS
          + ", "
          + GrantRows.COLUMNS
          + AccountRows.FROM
          + """
          LEFT JOIN access_grant g ON g.account_id = a.id AND g.kind = ? AND g.key = ?
          """;

  private static final String GRANT =
      "SELECT "
          + GrantRows.COLUMNS
          + """
          FROM access_grant g
          WHERE g.account_id = ?
          AND g.kind = ?
          AND g.key = ?
          """;

  private static final String HOLDER_BY_UID =
      WITH_GRANT
          + """
          JOIN login_name l ON l.account_id = a.id
          WHERE r.name = ?
          AND l.realm_id = r.id
          AND l.name = ?
          AND l.is_uid
          """;

  private static final Finders ACCOUNT = Finders.behind(AccountRows.SELECT);
  private static final Finders HOLDER = Finders.behind(WITH_GRANT);

  /** One query by each of what an account is found by. */
  private record Finders(String id, String number, String hex24, String hex32, String login) {

    static Finders behind(String select) {
      return new Finders(
          select
              + """
              WHERE a.id = ?
              """,
          select + byPointer("number"),
          select + byPointer("hex24"),
          select + byPointer("hex32"),
          select
              + """
              JOIN login_name l ON l.account_id = a.id
              WHERE r.name = ?
              AND l.realm_id = r.id
              AND l.name IN (?, ?)
              AND (l.name = ? AND (l.is_username OR l.is_uid)
                OR l.name = ? AND l.is_email)
              ORDER BY CASE WHEN l.name = ? AND (l.is_username OR l.is_uid)
                THEN 1 ELSE 2 END
              LIMIT 1
              """);
    }

    private static String byPointer(String column) {
      return "WHERE r.name = ? AND a." + column + " = ?";
    }

    String by(Handle pointer) {
      return switch (pointer) {
        case Handle.Number _ -> number;
        case Handle.Hex24 _ -> hex24;
        case Handle.Hex32 _ -> hex32;
      };
    }
  }

  private final AccountRows rows;

  Lookup(AccountRows rows) {
    this.rows = rows;
  }

  Optional<Account> account(Statements statements, AccountId id) throws SQLException {
    return statements.first(ACCOUNT.id, rows::read, id.value());
  }

  Optional<Account> account(Statements statements, Realm realm, Handle pointer)
      throws SQLException {
    return statements.first(ACCOUNT.by(pointer), rows::read, realm.name(), value(pointer));
  }

  Optional<Account> account(Statements statements, Realm realm, String typed) throws SQLException {
    String address = Logins.canonicalEmail(typed);
    return statements.first(
        ACCOUNT.login, rows::read, realm.name(), typed, address, typed, address, typed);
  }

  Optional<Grant> grant(Statements statements, Grant.Ref ref) throws SQLException {
    return statements.first(
        GRANT,
        row -> GrantRows.read(row, ref),
        ref.account().value(),
        ref.kind().name(),
        ref.key());
  }

  Optional<Holder> holder(
      Statements statements, Realm realm, Handle pointer, Grant.Kind kind, String key)
      throws SQLException {
    return statements.first(
        HOLDER.by(pointer),
        row -> holder(row, kind, key),
        kind.name(),
        key,
        realm.name(),
        value(pointer));
  }

  Optional<Holder> holder(
      Statements statements, Realm realm, String uid, Grant.Kind kind, String key)
      throws SQLException {
    return statements.first(
        HOLDER_BY_UID, row -> holder(row, kind, key), kind.name(), key, realm.name(), uid);
  }

  private Holder holder(Row row, Grant.Kind kind, String key) throws SQLException {
    Account account = rows.read(row);
    Optional<String> wire = row.maybeText();
    if (wire.isEmpty()) {
      return new Holder(account, Optional.empty());
    }
    Grant.Ref ref = new Grant.Ref(account.id(), kind, key);
    return new Holder(account, Optional.of(GrantRows.read(row, ref, wire.get())));
  }

  private static Object value(Handle pointer) {
    return switch (pointer) {
      case Handle.Number(long number) -> number;
      case Handle.Hex24(String digits) -> digits;
      case Handle.Hex32(String digits) -> digits;
    };
  }
}
