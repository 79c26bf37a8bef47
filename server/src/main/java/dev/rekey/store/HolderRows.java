package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.store.Grants.Holder;
import dev.rekey.core.token.Grant;
import dev.rekey.store.Holders.Asked;
import dev.rekey.store.Holders.Whose;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.util.Optional;

/** Accounts with one of their grants beside them, in one statement. */
final class HolderRows {

  private static final String WITH_GRANT =
      AccountRows.FROM
          + """
          LEFT JOIN access_grant g ON g.account_id = a.id AND g.kind = ? AND g.key = ?
          """;

  private static final Queries PLAIN = Queries.selecting("");
  private static final Queries STAMPED = Queries.selecting(", a.stamp, g.stamp\n");

  private final AccountRows rows;

  HolderRows(AccountRows rows) {
    this.rows = rows;
  }

  /** One query by each of what a token names its account by. */
  private record Queries(Finders pointed, String named) {

    static Queries selecting(String more) {
      String select = AccountRows.COLUMNS + ", " + GrantRows.COLUMNS + more + WITH_GRANT;
      return new Queries(
          Finders.behind(select),
          select
              + """
              JOIN login_name l ON l.account_id = a.id
              WHERE r.name = ?
              AND l.realm_id = r.id
              AND l.name = ?
              AND l.is_uid
              """);
    }

    String by(Whose whose) {
      return switch (whose) {
        case Whose.Pointed(var pointer) -> pointed.by(pointer);
        case Whose.Named _ -> named;
      };
    }
  }

  /** What the stamps of an account's row and of a grant's row were at one moment. */
  record Stamps(long account, long grant) {

    static Stamps read(Row row) throws SQLException {
      return new Stamps(row.number(), row.number());
    }
  }

  /** A holder, and the stamps of the same moment. */
  record Stamped(Holder holder, Stamps stamps) {}

  Optional<Holder> find(Statements statements, Asked asked) throws SQLException {
    return first(statements, PLAIN, row -> read(row, asked), asked);
  }

  /** The same where rows have stamps; those of a holder without a grant mean nothing. */
  Optional<Stamped> findStamped(Statements statements, Asked asked) throws SQLException {
    return first(
        statements, STAMPED, row -> new Stamped(read(row, asked), Stamps.read(row)), asked);
  }

  private static <T> Optional<T> first(
      Statements statements, Queries queries, Statements.Reader<T> reader, Asked asked)
      throws SQLException {
    return statements.first(
        queries.by(asked.whose()),
        reader,
        asked.kind().name(),
        asked.key(),
        asked.realm().name(),
        value(asked.whose()));
  }

  private static Object value(Whose whose) {
    return switch (whose) {
      case Whose.Pointed(var pointer) -> Finders.value(pointer);
      case Whose.Named(var uid) -> uid;
    };
  }

  /** Reads all columns but the stamps, of a missing grant too. */
  private Holder read(Row row, Asked asked) throws SQLException {
    Account account = rows.read(row);
    Optional<String> wire = row.maybeText();
    if (wire.isEmpty()) {
      return new Holder(account, Optional.empty());
    }
    Grant.Ref ref = new Grant.Ref(account.id(), asked.kind(), asked.key());
    return new Holder(account, Optional.of(GrantRows.read(row, ref, wire.get())));
  }
}
