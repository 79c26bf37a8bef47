package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.Holders.Asked;
import dev.rekey.store.Holders.Whose;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Grants on SQL. */
final class SqlGrants implements Grants {

  private static final String TURN =
      """
      UPDATE access_grant
      SET current_digest = ?, previous_digest = ?, last_digest = ?, rotated_at = ?, expires_at = ?
      WHERE account_id = ?
      AND kind = ?
      AND key = ?
      AND current_digest = ?
      """;

  private static final String NOTE_USE =
      """
      UPDATE access_grant
      SET last_used_at = ?, expires_at = ?
      WHERE account_id = ?
      AND kind = ?
      AND key = ?
      AND last_used_at < ?
      """;

  private static final String DENIED =
      """
      SELECT 1
      FROM denied_token
      WHERE account_id = ?
      AND kind = ?
      AND key = ?
      """;

  private final Database database;
  private final Lookup lookup;
  private final Holders holders;
  private final Opener opener;

  SqlGrants(Database database, Lookup lookup, Holders holders, Opener opener) {
    this.database = database;
    this.lookup = lookup;
    this.holders = holders;
    this.opener = opener;
  }

  @Override
  public Optional<Grant> find(Grant.Ref ref) {
    return database.look(statements -> lookup.grant(statements, ref));
  }

  @Override
  public Optional<Holder> holder(
      Realm realm, dev.rekey.core.account.Handle account, Grant.Kind kind, String key) {
    return holder(new Asked(realm, new Whose.Pointed(account), kind, key));
  }

  @Override
  public Optional<Holder> holderByUid(Realm realm, String uid, Grant.Kind kind, String key) {
    return holder(new Asked(realm, new Whose.Named(uid), kind, key));
  }

  private Optional<Holder> holder(Asked asked) {
    return database.look(statements -> holders.find(statements, asked));
  }

  @Override
  public List<Grant> of(AccountId account, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT g.account_id, g.kind, g.key, "
                    + GrantRows.COLUMNS
                    + """
                    FROM access_grant g
                    WHERE g.account_id = :account
                    AND g.expires_at > :now
                    ORDER BY g.issued_at DESC, g.key
                    """)
            .bind("account", account.value())
            .bind("now", now)
            .map(GrantRows::map)
            .list());
  }

  @Override
  public boolean open(
      Grant grant,
      long provenVersion,
      int most,
      AuditEntry entry,
      List<String> forgiven,
      Optional<Arrival> arrival) {
    return database.write(
        handle -> opener.open(handle, grant, provenVersion, most, entry, forgiven, arrival));
  }

  @Override
  public boolean turn(Grant.Ref ref, TokenDigest expected, Grant.Trail next, Instant expiresAt) {
    return database.write(handle ->
        Statements.with(
                handle,
                statements ->
                    statements.change(
                        TURN,
                        next.current().hex(),
                        next.previous().map(TokenDigest::hex),
                        next.last().map(TokenDigest::hex),
                        next.rotatedAt(),
                        expiresAt,
                        ref.account().value(),
                        ref.kind().name(),
                        ref.key(),
                        expected.hex()))
            == 1);
  }

  @Override
  public void noteUse(Grant.Ref ref, Instant at, Instant expiresAt) {
    database.run(handle ->
        Statements.with(
            handle,
            statements ->
                statements.change(
                    NOTE_USE,
                    at,
                    expiresAt,
                    ref.account().value(),
                    ref.kind().name(),
                    ref.key(),
                    at)));
  }

  @Override
  public boolean end(Grant.Ref ref) {
    return database.write(handle -> GrantRows.end(handle, ref));
  }

  @Override
  public boolean end(Grant.Ref ref, AuditEntry entry) {
    return database.write(handle -> {
      boolean ended = GrantRows.end(handle, ref);
      if (ended) {
        SqlAuditTrail.append(handle, entry);
      }
      return ended;
    });
  }

  @Override
  public int endAll(AccountId account, Ending which, Optional<String> wire, AuditEntry entry) {
    return database.write(handle ->
        AccountRows.lock(handle, account) ? endAll(handle, account, which, wire, entry) : 0);
  }

  /** Where all mounts' end, so do tokens without a row: that is worth a line however many end. */
  private static int endAll(
      Handle handle, AccountId account, Ending which, Optional<String> wire, AuditEntry entry) {
    int ended =
        wire.map(mount -> GrantRows.endOf(handle, account, which, mount))
            .orElseGet(() -> GrantRows.end(handle, account, which, entry.at()));
    if (ended > 0 || (wire.isEmpty() && !(which instanceof Ending.None))) {
      SqlAuditTrail.append(handle, entry);
    }
    return ended;
  }

  @Override
  public void deny(Grant.Ref ref, Instant until, AuditEntry entry) {
    database.run(handle -> {
      if (AccountRows.lock(handle, ref.account())) {
        GrantRows.end(handle, ref);
        putDenial(handle, ref, until);
        SqlAuditTrail.append(handle, entry);
      }
    });
  }

  private static void putDenial(Handle handle, Grant.Ref ref, Instant until) {
    handle
        .createUpdate(
            """
            INSERT INTO denied_token (account_id, kind, key, expires_at)
            VALUES (:account, :kind, :key, :until)
            ON CONFLICT (account_id, kind, key) DO UPDATE
            SET expires_at = excluded.expires_at
            """)
        .bind("account", ref.account().value())
        .bind("kind", ref.kind().name())
        .bind("key", ref.key())
        .bind("until", until)
        .execute();
  }

  @Override
  public boolean denied(Grant.Ref ref) {
    return database.look(statements ->
        statements
            .first(DENIED, Row::number, ref.account().value(), ref.kind().name(), ref.key())
            .isPresent());
  }
}
