package dev.rekey.store;

import dev.rekey.core.account.Realm;
import dev.rekey.core.arrival.Reception;
import dev.rekey.core.arrival.Verdict;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event.AccountsImported;
import dev.rekey.core.store.Intake;
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.store.Progresses.Counts;
import dev.rekey.store.Progresses.Entry;
import dev.rekey.store.database.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The intake on SQL: a batch is one transaction, with the line that says how far that was. */
final class SqlIntake implements Intake {

  private static final int MOST_TRIES = 5;
  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final AccountRows rows;
  private final Editor editor;
  private final Mint mint;

  SqlIntake(Database database, AccountRows rows, Editor editor, Mint mint) {
    this.database = database;
    this.rows = rows;
    this.editor = editor;
    this.mint = mint;
  }

  @Override
  public void brace() {
    database.brace();
  }

  @Override
  public Optional<Progress> progress(Source source) {
    return database.read(handle -> Progresses.find(handle, source)).map(Entry::progress);
  }

  @Override
  public void forget(Source source) {
    database.run(handle -> Progresses.remove(handle, source));
  }

  /** Somebody who takes a name at the same moment on PostgreSQL makes it begin once more. */
  @Override
  public List<Verdict> take(
      Source source, Batch batch, Instant now, Consumer<List<Verdict>> witness) {
    for (int tries = 1; ; tries++) {
      try {
        return database.write(handle -> {
          List<Verdict> verdicts = take(handle, source, batch, now);
          witness.accept(verdicts);
          return verdicts;
        });
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

  private List<Verdict> take(Handle handle, Source source, Batch batch, Instant now) {
    long realm = Realms.idOf(handle, source.realm());
    long nextNumber = Registrar.holdNextNumber(handle, realm);
    List<Long> ids = drawIds(handle, batch.arrivals().size());
    Entry before = Progresses.find(handle, source).orElseGet(() -> beginning(ids, now));
    if (before.progress().place() != batch.behind()) {
      throw new Overtaken("another process has gone on with this file; this one stops");
    }
    SqlRegister register = new SqlRegister(handle, realm, before.firstAccount());
    Turn turn =
        new Turn(
            Occupancy.of(register, batch.arrivals()),
            new Settlement(
                database::load, handle, realm, rows, editor, new MadeUpIds(mint, now), now),
            new Reception(source.policy()),
            nextNumber);
    for (int i = 0; i < batch.arrivals().size(); i++) {
      turn.receive(batch.arrivals().get(i), ids.get(i));
    }
    turn.end();
    Registrar.moveNextNumber(handle, realm, turn.nextNumber());
    Counts counts = count(turn.verdicts(), batch.refused());
    Progresses.put(
        handle, source, Progresses.next(before, batch.upTo(), counts, batch.last(), now));
    SqlAuditTrail.append(handle, entry(source, counts, now));
    return turn.verdicts();
  }

  private static List<Long> drawIds(Handle handle, int count) {
    return count == 0
        ? List.of()
        : handle.createQuery("<account_ids>").bind("count", count).mapTo(Long.class).list();
  }

  private static Entry beginning(List<Long> ids, Instant now) {
    Progress nothing = new Progress(0, 0, 0, 0, false, now);
    return new Entry(nothing, ids.isEmpty() ? Long.MAX_VALUE : ids.getFirst());
  }

  static Counts count(List<Verdict> verdicts, long refused) {
    long taken = 0;
    long merged = 0;
    long left = refused;
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Taken _, Verdict.Renamed _ -> taken++;
        case Verdict.Merged _ -> merged++;
        case Verdict.Refused _ -> left++;
      }
    }
    return new Counts(taken, merged, left);
  }

  private static AuditEntry entry(Source source, Counts counts, Instant now) {
    Realm realm = source.realm();
    Visit visit = new Visit(realm, "cli", new Origin("local", "rekey import"), Optional.empty());
    AccountsImported event =
        new AccountsImported(
            source.format(), List.of("taken " + counts.taken(), "merged " + counts.merged()));
    return new AuditEntry(now, visit, Optional.empty(), Optional.empty(), event);
  }
}
