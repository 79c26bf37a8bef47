package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.store.NamedTokens;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;

/** Named and temporary tokens on SQL. */
final class SqlNamedTokens implements NamedTokens {

  private static final int FIRST_GENERATION = 1;

  private static final String BY_ID =
      NamedTokenRows.SELECT
          + """
          JOIN account a ON a.id = t.account_id
          JOIN realm r ON r.id = a.realm_id
          WHERE t.id = ?
          AND r.name = ?
          AND g.expires_at > ?
          """;

  private static final String GENERATION =
      """
      SELECT generation
      FROM token_generation
      WHERE account_id = ?
      """;

  private final Database database;
  private final NamedTokenRows rows = new NamedTokenRows();

  SqlNamedTokens(Database database) {
    this.database = database;
  }

  @Override
  public Creation create(
      NamedToken token, Grant grant, long provenVersion, int most, AuditEntry entry) {
    return database.write(handle -> {
      AccountId owner = token.account();
      if (!hold(handle, owner, provenVersion)) {
        return Creation.OVERTAKEN;
      }
      NamedTokenRows.endExpired(handle, owner, entry.at());
      if (rows.isTaken(handle, token)) {
        return Creation.NAME_TAKEN;
      }
      if (count(handle, owner, Grant.Kind.NAMED) >= most) {
        return Creation.TOO_MANY;
      }
      GrantRows.put(handle, grant);
      rows.insert(handle, token);
      SqlAuditTrail.append(handle, entry);
      return Creation.DONE;
    });
  }

  /**
   * Locks the account's row, so that no change of the password and no disabling comes between, and
   * says whether what was proven still holds.
   */
  private static boolean hold(Handle handle, AccountId account, long provenVersion) {
    return AccountRows.lock(handle, account)
        && handle
            .createQuery(
                """
                SELECT EXISTS (
                  SELECT 1
                  FROM account a
                  JOIN credential c ON c.account_id = a.id
                  WHERE a.id = :account
                  AND NOT a.disabled
                  AND a.frozen_at IS NULL
                  AND c.version = :version)
                """)
            .bind("account", account.value())
            .bind("version", provenVersion)
            .mapTo(Boolean.class)
            .one();
  }

  private static int count(Handle handle, AccountId account, Grant.Kind kind) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*)
            FROM access_grant
            WHERE account_id = :account
            AND kind = :kind
            """)
        .bind("account", account.value())
        .bind("kind", kind.name())
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Optional<NamedToken> find(Realm realm, String id, Instant now) {
    return database.look(statements -> statements.first(BY_ID, rows::read, id, realm.name(), now));
  }

  @Override
  public Optional<NamedToken> find(AccountId account, String name, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                NamedTokenRows.SELECT
                    + """
                    WHERE t.account_id = :account
                    AND t.name = :name
                    AND g.expires_at > :now
                    """)
            .bind("account", account.value())
            .bind("name", name)
            .bind("now", now)
            .map(rows)
            .findOne());
  }

  @Override
  public List<NamedToken> of(AccountId account, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                NamedTokenRows.SELECT
                    + """
                    WHERE t.account_id = :account
                    AND g.expires_at > :now
                    ORDER BY t.created_at, t.id
                    """)
            .bind("account", account.value())
            .bind("now", now)
            .map(rows)
            .list());
  }

  @Override
  public List<String> ids(Realm realm, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT t.id
                FROM named_token t
                JOIN access_grant g
                  ON g.account_id = t.account_id AND g.kind = t.kind AND g.key = t.id
                JOIN account a ON a.id = t.account_id
                JOIN realm r ON r.id = a.realm_id
                WHERE r.name = :realm
                AND g.expires_at > :now
                ORDER BY t.created_at, t.id
                """)
            .bind("realm", realm.name())
            .bind("now", now)
            .mapTo(String.class)
            .list());
  }

  @Override
  public Revision revise(NamedToken token, NamedToken.Edit edit, AuditEntry entry) {
    return database.write(handle -> {
      AccountRows.lock(handle, token.account());
      NamedTokenRows.endExpired(handle, token.account(), entry.at());
      Optional<NamedToken> edited = again(handle, token).map(found -> found.with(edit));
      if (edited.isEmpty()) {
        return Revision.GONE;
      }
      if (rows.isTaken(handle, edited.get())) {
        return Revision.NAME_TAKEN;
      }
      rows.update(handle, edited.get());
      SqlAuditTrail.append(handle, entry);
      return Revision.DONE;
    });
  }

  private Optional<NamedToken> again(Handle handle, NamedToken token) {
    return handle
        .createQuery(
            NamedTokenRows.SELECT
                + """
                WHERE t.id = :id
                """)
        .bind("id", token.id())
        .map(rows)
        .findOne();
  }

  @Override
  public int endAll(AccountId account, AuditEntry entry) {
    return database.write(handle -> {
      if (!AccountRows.lock(handle, account)) {
        return 0;
      }
      SqlAuditTrail.append(handle, entry);
      return endAll(handle, account, Grant.Kind.NAMED);
    });
  }

  private static int endAll(Handle handle, AccountId account, Grant.Kind kind) {
    return handle
        .createUpdate(
            """
            DELETE FROM access_grant
            WHERE account_id = :account
            AND kind = :kind
            """)
        .bind("account", account.value())
        .bind("kind", kind.name())
        .execute();
  }

  @Override
  public int generation(AccountId account) {
    return database.look(statements ->
        statements
            .first(GENERATION, Row::number, account.value())
            .map(Math::toIntExact)
            .orElse(FIRST_GENERATION));
  }

  private static int generation(Handle handle, AccountId account) {
    return handle
        .createQuery(
            """
            SELECT generation
            FROM token_generation
            WHERE account_id = :account
            """)
        .bind("account", account.value())
        .mapTo(Integer.class)
        .findOne()
        .orElse(FIRST_GENERATION);
  }

  @Override
  public Optional<Issued> issue(
      AccountId account,
      long provenVersion,
      int most,
      AuditEntry entry,
      IntFunction<Issued> issue) {
    return database.write(handle -> {
      if (!hold(handle, account, provenVersion)) {
        return Optional.empty();
      }
      Issued issued = issue.apply(generation(handle, account));
      makeRoom(handle, account, most);
      GrantRows.put(handle, issued.grant());
      SqlAuditTrail.append(handle, entry);
      return Optional.of(issued);
    });
  }

  /** So that one more does not exceed the number: those that end soonest give way. */
  private static void makeRoom(Handle handle, AccountId account, int most) {
    int excess = count(handle, account, Grant.Kind.TEMPORARY) + 1 - most;
    if (excess > 0) {
      handle
          .createUpdate(
              """
              DELETE FROM access_grant
              WHERE account_id = :account
              AND kind = 'TEMPORARY'
              AND key IN (
                SELECT key
                FROM access_grant
                WHERE account_id = :account
                AND kind = 'TEMPORARY'
                ORDER BY expires_at, issued_at, key
                LIMIT :excess)
              """)
          .bind("account", account.value())
          .bind("excess", excess)
          .execute();
    }
  }

  @Override
  public void nextGeneration(AccountId account, AuditEntry entry) {
    database.run(handle -> {
      if (AccountRows.lock(handle, account)) {
        putGeneration(handle, account, generation(handle, account) + 1);
        endAll(handle, account, Grant.Kind.TEMPORARY);
        SqlAuditTrail.append(handle, entry);
      }
    });
  }

  private static void putGeneration(Handle handle, AccountId account, int generation) {
    handle
        .createUpdate(
            """
            INSERT INTO token_generation (account_id, generation)
            VALUES (:account, :generation)
            ON CONFLICT (account_id) DO UPDATE
            SET generation = excluded.generation
            """)
        .bind("account", account.value())
        .bind("generation", generation)
        .execute();
  }
}
