package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.store.database.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Named tokens as they lie in their table, each beside its grant. */
final class NamedTokenRows implements RowMapper<NamedToken> {

  /** What every query for tokens begins with. */
  static final String SELECT =
      """
      SELECT t.id, t.account_id, t.name, t.type, t.caveats, t.metadata, t.revoked, t.created_at
      FROM named_token t
      JOIN access_grant g ON g.account_id = t.account_id AND g.kind = t.kind AND g.key = t.id
      """;

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.shared();

  @Override
  public NamedToken map(ResultSet row, StatementContext context) throws SQLException {
    return read(new Row(row));
  }

  /** Reads what {@link #SELECT} names, in that order. */
  NamedToken read(Row row) throws SQLException {
    return new NamedToken(
        row.text(),
        new AccountId(row.number()),
        row.text(),
        TokenType.valueOf(row.text()),
        caveats(row.text()),
        row.text(),
        row.flag(),
        row.instant());
  }

  private List<Caveat> caveats(String texts) {
    return texts.equals("[]") ? List.of() : read(texts);
  }

  private List<Caveat> read(String texts) {
    return json.readValue(texts, TEXTS).stream()
        .map(text -> Caveat.read(text).orElseThrow())
        .toList();
  }

  void insert(Handle handle, NamedToken token) {
    handle
        .createUpdate(
            """
            INSERT INTO named_token (id, account_id, name, type, caveats, metadata, revoked,
              created_at)
            VALUES (:id, :account, :name, :type, :caveats, :metadata, :revoked, :createdAt)
            """)
        .bind("id", token.id())
        .bind("account", token.account().value())
        .bind("name", token.name())
        .bind("type", token.type().name())
        .bind(
            "caveats", json.writeValueAsString(token.caveats().stream().map(Caveat::text).toList()))
        .bind("metadata", token.metadata())
        .bind("revoked", token.revoked())
        .bind("createdAt", token.createdAt())
        .execute();
  }

  void update(Handle handle, NamedToken token) {
    handle
        .createUpdate(
            """
            UPDATE named_token
            SET name = :name, metadata = :metadata, revoked = :revoked
            WHERE id = :id
            """)
        .bind("id", token.id())
        .bind("name", token.name())
        .bind("metadata", token.metadata())
        .bind("revoked", token.revoked())
        .execute();
  }

  /** Whether another token of the account has the name. */
  boolean isTaken(Handle handle, NamedToken token) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1
              FROM named_token
              WHERE account_id = :account
              AND name = :name
              AND id <> :id)
            """)
        .bind("account", token.account().value())
        .bind("name", token.name())
        .bind("id", token.id())
        .mapTo(Boolean.class)
        .one();
  }

  /** Ends the account's tokens whose time has come, so that their names are free. */
  static void endExpired(Handle handle, AccountId account, Instant now) {
    handle
        .createUpdate(
            """
            DELETE FROM access_grant
            WHERE account_id = :account
            AND kind = 'NAMED'
            AND expires_at <= :now
            """)
        .bind("account", account.value())
        .bind("now", now)
        .execute();
  }
}
