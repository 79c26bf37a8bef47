package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.adoption.Figures;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.arrival.OnConflict;
import dev.rekey.core.arrival.Reception;
import dev.rekey.core.arrival.Verdict;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Adoptions;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.NewRows;
import dev.rekey.store.database.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Adoptions on SQL: the account, its session and the memory of it are one transaction. */
final class SqlAdoptions implements Adoptions {

  private static final int MOST_TRIES = 5;
  private static final int MOST_DAYS = 90;
  private static final String UNIQUE_VIOLATION = "23505";

  private static final String KNOWS =
      """
      SELECT 1
      FROM adopted_name n
      JOIN realm r ON r.id = n.realm_id
      WHERE r.name = ?
      AND n.mount = ?
      AND n.name = ?
      """;

  private final Database database;
  private final AccountRows rows;
  private final Writers writers;

  SqlAdoptions(Database database, AccountRows rows, Writers writers) {
    this.database = database;
    this.rows = rows;
    this.writers = writers;
  }

  /** Those who write what belongs to it. */
  record Writers(Editor editor, Opener opener, Mint mint) {}

  @Override
  public boolean knows(Realm realm, String mount, TokenDigest name) {
    return database.look(statements ->
        statements.first(KNOWS, Row::number, realm.name(), mount, name.hex()).isPresent());
  }

  @Override
  public void keepFree(Realm realm, long highest) {
    database.run(handle -> {
      long id = Realms.idOf(handle, realm);
      long next = Registrar.holdNextNumber(handle, id);
      if (next <= highest) {
        Registrar.moveNextNumber(handle, id, highest + 1);
      }
    });
  }

  /** Somebody who takes a name at the same moment on PostgreSQL makes it begin once more. */
  @Override
  public Result adopt(Wanted wanted, Function<Account, Beginning> beginning) {
    for (int tries = 1; ; tries++) {
      try {
        return database.write(handle -> adopt(handle, wanted, beginning));
      } catch (NameTaken taken) {
        return new Result.Occupied();
      } catch (RuntimeException e) {
        if (tries == MOST_TRIES || !isUniqueViolation(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isUniqueViolation(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Whoever adopts or makes an account in the realm meanwhile is waited for. */
  private Result adopt(Handle handle, Wanted wanted, Function<Account, Beginning> beginning) {
    long realm = Realms.idOf(handle, wanted.visit().realm());
    long nextNumber = Registrar.holdNextNumber(handle, realm);
    if (isRemembered(handle, realm, wanted)) {
      return new Result.Before();
    }
    Arrival arrival = wanted.newcomer().arrival(wanted.hash(), wanted.at());
    Occupancy occupancy =
        Occupancy.of(new SqlRegister(handle, realm, Long.MAX_VALUE), List.of(arrival));
    Settlement settlement =
        new Settlement(
            NewRows::insert,
            handle,
            realm,
            rows,
            writers.editor(),
            new MadeUpIds(writers.mint(), wanted.at()),
            wanted.at());
    return switch (new Reception(OnConflict.MERGE).judgeByNames(arrival, occupancy)) {
      case Verdict.Taken _ when wanted.known().isPresent() -> new Result.Occupied();
      case Verdict.Taken(Arrival taken) -> {
        AccountId id = make(handle, realm, settlement, taken, nextNumber);
        yield begin(handle, realm, id, what("new", arrival, taken), wanted, beginning);
      }
      case Verdict.Merged merged -> {
        AccountId id = new AccountId(merged.holder().key());
        if (!isMeant(id, wanted) || !waitsForPassword(handle, id)) {
          yield new Result.Occupied();
        }
        settlement.merge(id, merged.arrival(), merged.names(), merged.ids());
        long after = rows.find(handle, id).orElseThrow().ids().number() + 1;
        Registrar.moveNextNumber(handle, realm, Math.max(nextNumber, after));
        yield begin(handle, realm, id, what("known", arrival, merged.arrival()), wanted, beginning);
      }
      case Verdict.Refused _, Verdict.Renamed _ -> new Result.Occupied();
    };
  }

  private static String what(String how, Arrival vouched, Arrival taken) {
    return vouched.ids().equals(taken.ids()) ? how : how + ", with another id";
  }

  private static boolean isRemembered(Handle handle, long realm, Wanted wanted) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1
              FROM adoption
              WHERE realm_id = :realm
              AND mount = :mount
              AND subject = :subject)
            """)
        .bind("realm", realm)
        .bind("mount", wanted.visit().wire())
        .bind("subject", wanted.subject().hex())
        .mapTo(Boolean.class)
        .one();
  }

  private static AccountId make(
      Handle handle, long realm, Settlement settlement, Arrival arrival, long nextNumber) {
    AccountId id =
        new AccountId(handle.createQuery("<account_ids>").bind("count", 1).mapTo(Long.class).one());
    long number = settlement.add(id, arrival, nextNumber);
    settlement.write();
    Registrar.moveNextNumber(handle, realm, Math.max(nextNumber, number + 1));
    return id;
  }

  private static boolean isMeant(AccountId id, Wanted wanted) {
    return wanted.known().filter(known -> !known.equals(id)).isEmpty();
  }

  private boolean waitsForPassword(Handle handle, AccountId id) {
    return rows.hold(handle, id)
        .filter(account -> account.credential().hash().isEmpty())
        .filter(account -> account.credential().passwordLogin() && !account.closed())
        .isPresent();
  }

  private Result begin(
      Handle handle,
      long realm,
      AccountId id,
      String what,
      Wanted wanted,
      Function<Account, Beginning> first) {
    remember(handle, realm, id, wanted);
    Event event = new Event.AccountAdopted(what);
    SqlAuditTrail.append(handle, AuditEntry.of(wanted.at(), wanted.visit(), id, event));
    Account account = rows.find(handle, id).orElseThrow();
    Beginning beginning = first.apply(account);
    beginning
        .opening()
        .ifPresentOrElse(
            opening -> open(handle, account, opening, beginning.forgiven()),
            () -> SqlAttempts.clear(handle, beginning.forgiven(), wanted.at()));
    Optional<Issued> issued = beginning.opening().map(Opening::issued);
    return new Result.Adopted(rows.find(handle, id).orElseThrow(), issued);
  }

  private void open(Handle handle, Account account, Opening opening, List<String> forgiven) {
    boolean opened =
        writers
            .opener()
            .open(
                handle,
                opening.issued().grant(),
                account.credential().version(),
                opening.most(),
                opening.entry(),
                forgiven,
                opening.arrival());
    if (!opened) {
      throw new IllegalStateException("a held account changed: " + account.id());
    }
  }

  private static void remember(Handle handle, long realm, AccountId id, Wanted wanted) {
    handle
        .createUpdate(
            """
            INSERT INTO adoption (realm_id, mount, subject, account_id, adopted_at)
            VALUES (:realm, :mount, :subject, :account, :at)
            """)
        .bind("realm", realm)
        .bind("mount", wanted.visit().wire())
        .bind("subject", wanted.subject().hex())
        .bind("account", id.value())
        .bind("at", wanted.at())
        .execute();
    wanted.names().forEach(name -> rememberName(handle, realm, wanted.visit().wire(), name));
  }

  private static void rememberName(Handle handle, long realm, String mount, TokenDigest name) {
    handle
        .createUpdate(
            """
            INSERT INTO adopted_name (realm_id, mount, name)
            VALUES (:realm, :mount, :name)
            ON CONFLICT (realm_id, mount, name) DO NOTHING
            """)
        .bind("realm", realm)
        .bind("mount", mount)
        .bind("name", name.hex())
        .execute();
  }

  @Override
  public Figures figures(Realm realm, String mount, Instant now) {
    return database.read(handle -> {
      Map<LocalDate, Long> days = days(handle, realm, mount, now);
      return handle
          .createQuery(
              """
              SELECT COUNT(*) AS all_of_them,
                COALESCE(SUM(CASE WHEN a.adopted_at > :dayAgo THEN 1 ELSE 0 END), 0) AS last_day,
                COALESCE(SUM(CASE WHEN a.adopted_at > :weekAgo THEN 1 ELSE 0 END), 0) AS last_week,
                MIN(a.adopted_at) AS first, MAX(a.adopted_at) AS last
              FROM adoption a
              JOIN realm r ON r.id = a.realm_id
              WHERE r.name = :realm
              AND a.mount = :mount
              """)
          .bind("realm", realm.name())
          .bind("mount", mount)
          .bind("dayAgo", now.minus(Duration.ofDays(1)))
          .bind("weekAgo", now.minus(Duration.ofDays(7)))
          .map((row, _) ->
              new Figures(
                  row.getLong("all_of_them"),
                  row.getLong("last_day"),
                  row.getLong("last_week"),
                  Columns.maybeInstant(row, "first"),
                  Columns.maybeInstant(row, "last"),
                  days,
                  passwordless(handle, realm)))
          .one();
    });
  }

  private static Map<LocalDate, Long> days(Handle handle, Realm realm, String mount, Instant now) {
    Map<LocalDate, Long> days = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT a.adopted_at / 86400000 AS day, COUNT(*) AS came
            FROM adoption a
            JOIN realm r ON r.id = a.realm_id
            WHERE r.name = :realm
            AND a.mount = :mount
            AND a.adopted_at > :from
            GROUP BY a.adopted_at / 86400000
            """)
        .bind("realm", realm.name())
        .bind("mount", mount)
        .bind("from", now.minus(Duration.ofDays(MOST_DAYS)))
        .map((row, _) -> Map.entry(LocalDate.ofEpochDay(row.getLong("day")), row.getLong("came")))
        .forEach(day -> days.put(day.getKey(), day.getValue()));
    return days;
  }

  private static long passwordless(Handle handle, Realm realm) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*)
            FROM credential c
            JOIN account a ON a.id = c.account_id
            JOIN realm r ON r.id = a.realm_id
            WHERE c.hash IS NULL
            AND c.password_login
            AND r.name = :realm
            AND NOT a.disabled
            AND a.frozen_at IS NULL
            """)
        .bind("realm", realm.name())
        .mapTo(Long.class)
        .one();
  }
}
