package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.Candidate;
import dev.rekey.core.bulk.Target;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.BulkDeeds;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** What is done to many accounts, on SQL. */
final class SqlBulkDeeds implements BulkDeeds {

  private static final String CANDIDATES =
      """
      SELECT a.id, r.name, a.role, a.privileges, c.hash, c.password_login,
        c.must_change IS NOT NULL
      FROM account a
      JOIN realm r ON r.id = a.realm_id
      JOIN credential c ON c.account_id = a.id
      WHERE a.id > :after
      AND a.id <= :last
      <of>
      ORDER BY a.id
      LIMIT :limit
      """;

  private static final String OF_REALM =
      """
      AND a.realm_id = (SELECT id FROM realm WHERE name = :realm)
      """;

  private static final String OF_ROLE =
      """
      AND a.role = :role
      """;

  private final Database database;
  private final AccountRows accounts;
  private final Editor editor;
  private final Finisher finisher;
  private final BulkDeedRows rows = new BulkDeedRows();

  SqlBulkDeeds(Database database, AccountRows accounts, Editor editor, Finisher finisher) {
    this.database = database;
    this.accounts = accounts;
    this.editor = editor;
    this.finisher = finisher;
  }

  @Override
  public AccountId youngest() {
    return database.read(handle ->
        new AccountId(
            handle
                .createQuery(
                    """
                    SELECT COALESCE(MAX(id), 0)
                    FROM account
                    """)
                .mapTo(Long.class)
                .one()));
  }

  @Override
  public List<Candidate> candidates(Target target, AccountId after, AccountId last, int limit) {
    return database.read(handle ->
        asked(handle, target)
            .bind("after", after.value())
            .bind("last", last.value())
            .bind("limit", limit)
            .map(this::candidate)
            .list());
  }

  private static Query asked(Handle handle, Target target) {
    Query query = handle.createQuery(CANDIDATES);
    return switch (target) {
      case Target.OfRealm(Realm realm) -> query.define("of", OF_REALM).bind("realm", realm.name());
      case Target.OfRole(Role role) -> query.define("of", OF_ROLE).bind("role", role.name());
      case Target.Everybody(), Target.WeakHashes _, Target.OtherSchemes() -> query.define("of", "");
    };
  }

  private Candidate candidate(ResultSet result, StatementContext context) throws SQLException {
    Row row = new Row(result);
    return new Candidate(
        new AccountId(row.number()),
        new Realm(row.text()),
        new Role(row.text()),
        accounts.privileges(row.text()),
        row.maybeText().map(PasswordHash::of),
        row.flag(),
        row.flag());
  }

  @Override
  public List<AccountId> waitingFor(long deed, AccountId after, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT account_id
                FROM credential
                WHERE must_change_deed = :deed
                AND account_id > :after
                ORDER BY account_id
                LIMIT :limit
                """)
            .bind("deed", deed)
            .bind("after", after.value())
            .bind("limit", limit)
            .map((row, _) -> new AccountId(row.getLong(1)))
            .list());
  }

  @Override
  public BulkDeed propose(BulkDeed draft, Function<BulkDeed, List<AuditEntry>> entries) {
    return database.write(handle -> {
      BulkDeed made = rows.insert(handle, draft);
      entries.apply(made).forEach(entry -> SqlAuditTrail.append(handle, entry));
      return made;
    });
  }

  @Override
  public Optional<BulkDeed> find(long id) {
    return database.read(handle -> rows.find(handle, id));
  }

  @Override
  public List<BulkDeed> latest(int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                BulkDeedRows.SELECT
                    + """
                    ORDER BY id DESC
                    LIMIT :limit
                    """)
            .bind("limit", limit)
            .map(rows)
            .list());
  }

  @Override
  public Optional<BulkDeed> turn(long id, Function<BulkDeed, Optional<Turn>> decision) {
    return database.write(
        handle -> rows.hold(handle, id).flatMap(decision).map(turn -> write(handle, turn)));
  }

  private BulkDeed write(Handle handle, Turn turn) {
    rows.update(handle, turn.after());
    turn.entry().ifPresent(entry -> SqlAuditTrail.append(handle, entry));
    return rows.find(handle, turn.after().id()).orElseThrow();
  }

  @Override
  public Optional<BulkDeed> lease(Instant now, Instant until) {
    return database.write(handle -> {
      Optional<BulkDeed> free =
          handle
              .createQuery(
                  BulkDeedRows.SELECT
                      + """
                      WHERE state IN ('RUNNING', 'UNDOING')
                      AND lease_until <= :now
                      ORDER BY id
                      LIMIT 1
                      <skipping>
                      """)
              .bind("now", now)
              .map(rows)
              .findOne();
      free.ifPresent(deed -> leaseUntil(handle, deed.id(), until));
      return free;
    });
  }

  @Override
  public void release(long id) {
    database.run(handle -> leaseUntil(handle, id, Instant.EPOCH));
  }

  private static void leaseUntil(Handle handle, long id, Instant until) {
    handle
        .createUpdate(
            """
            UPDATE bulk_deed
            SET lease_until = :until
            WHERE id = :id
            """)
        .bind("id", id)
        .bind("until", until)
        .execute();
  }

  @Override
  public Optional<BulkDeed> work(Stint stint) {
    return database.write(handle ->
        rows.hold(handle, stint.seen().id())
            .filter(held -> isAsSeen(held, stint.seen()))
            .map(_ -> work(handle, stint)));
  }

  private static boolean isAsSeen(BulkDeed held, BulkDeed seen) {
    return held.state() == seen.state()
        && held.progress().place().equals(seen.progress().place())
        && held.progress().since().equals(seen.progress().since());
  }

  private BulkDeed work(Handle handle, Stint stint) {
    long done =
        held(handle, stint.chosen()).stream()
            .filter(account -> isActedOn(handle, account, stint))
            .count();
    leaseUntil(handle, stint.seen().id(), stint.leaseUntil());
    return write(handle, stint.turn().apply(done));
  }

  /** The accounts, their rows locked in the order in which everybody locks them who locks many. */
  private List<Account> held(Handle handle, List<AccountId> chosen) {
    if (chosen.isEmpty()) {
      return List.of();
    }
    handle
        .createQuery(
            """
            SELECT id
            FROM account
            WHERE id IN (<ids>)
            ORDER BY id
            <locking>
            """)
        .bindList("ids", chosen.stream().map(AccountId::value).toList())
        .mapTo(Long.class)
        .list();
    return accounts.find(handle, chosen).stream()
        .sorted(Comparator.comparingLong(account -> account.id().value()))
        .toList();
  }

  private boolean isActedOn(Handle handle, Account account, Stint stint) {
    Optional<Act> act = stint.act().apply(account);
    act.ifPresent(one -> {
      if (!one.edit().isNothing()) {
        editor.apply(handle, account, one.edit(), one.sequel().entry().at());
      }
      finisher.finish(handle, account.id(), one.sequel());
    });
    return act.isPresent();
  }
}
