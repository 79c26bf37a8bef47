package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Tickets on SQL. */
final class SqlTickets implements Tickets {

  private final Database database;
  private final SqlOutbox outbox;

  SqlTickets(Database database, SqlOutbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  @Override
  public Optional<Ticket> find(TokenDigest digest) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT account_id, purpose, digest, issued_at, expires_at, code, number
                FROM ticket
                WHERE digest = :digest
                """)
            .bind("digest", digest.hex())
            .map(SqlTickets::ticket)
            .findOne());
  }

  @Override
  public Optional<Ticket> find(AccountId account, Ticket.Purpose purpose) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT account_id, purpose, digest, issued_at, expires_at, code, number
                FROM ticket
                WHERE account_id = :account
                AND purpose = :purpose
                """)
            .bind("account", account.value())
            .bind("purpose", purpose.name())
            .map(SqlTickets::ticket)
            .findOne());
  }

  @Override
  public void open(Ticket ticket, List<Letter> letters, AuditEntry entry) {
    database.run(handle -> {
      if (AccountRows.lock(handle, ticket.account())) {
        put(handle, ticket);
        SqlAuditTrail.append(handle, entry);
        letters.forEach(letter -> outbox.post(handle, letter, entry.at()));
      }
    });
  }

  @Override
  public boolean renew(TokenDigest old, Ticket fresh, AuditEntry entry) {
    return database.write(handle -> {
      boolean there =
          AccountRows.lock(handle, fresh.account()) && spend(handle, fresh.account(), old);
      if (there) {
        put(handle, fresh);
        SqlAuditTrail.append(handle, entry);
      }
      return there;
    });
  }

  /** The same in place of any other with its digest, which only a foreign file can bring. */
  static void putAlone(Handle handle, Ticket ticket) {
    handle
        .createUpdate(
            """
            DELETE FROM ticket
            WHERE digest = :digest
            """)
        .bind("digest", ticket.digest().hex())
        .execute();
    put(handle, ticket);
  }

  /** Stores the ticket in place of an older one of its purpose. */
  static void put(Handle handle, Ticket ticket) {
    handle
        .createUpdate(
            """
            INSERT INTO ticket (account_id, purpose, digest, issued_at, expires_at, code, number)
            VALUES (:account, :purpose, :digest, :issuedAt, :expiresAt, :code, :number)
            ON CONFLICT (account_id, purpose) DO UPDATE
            SET digest = excluded.digest, issued_at = excluded.issued_at,
              expires_at = excluded.expires_at, code = excluded.code, number = excluded.number
            """)
        .bind("account", ticket.account().value())
        .bind("purpose", ticket.purpose().name())
        .bind("digest", ticket.digest().hex())
        .bind("issuedAt", ticket.issuedAt())
        .bind("expiresAt", ticket.expiresAt())
        .bind("code", ticket.code().map(TokenDigest::hex))
        .bind("number", ticket.number())
        .execute();
  }

  /** False when there is no such ticket of the account any more. */
  static boolean spend(Handle handle, AccountId account, TokenDigest ticket) {
    return handle
            .createUpdate(
                """
                DELETE FROM ticket
                WHERE digest = :digest
                AND account_id = :account
                """)
            .bind("digest", ticket.hex())
            .bind("account", account.value())
            .execute()
        == 1;
  }

  static void endAll(Handle handle, AccountId account) {
    handle
        .createUpdate(
            """
            DELETE FROM ticket
            WHERE account_id = :account
            """)
        .bind("account", account.value())
        .execute();
  }

  private static Ticket ticket(ResultSet row, StatementContext context) throws SQLException {
    return new Ticket(
        new AccountId(row.getLong("account_id")),
        Ticket.Purpose.valueOf(row.getString("purpose")),
        new TokenDigest(row.getString("digest")),
        Columns.instant(row, "issued_at"),
        Columns.instant(row, "expires_at"),
        Optional.ofNullable(row.getString("code")).map(TokenDigest::new),
        Optional.ofNullable(row.getString("number")));
  }
}
