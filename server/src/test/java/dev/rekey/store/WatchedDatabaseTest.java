package dev.rekey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Together;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Pulse;
import dev.rekey.store.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody hears who watches the store. */
class WatchedDatabaseTest {

  private static final Visit VISIT =
      new Visit(Realm.MAIN, "toy", new Origin("192.0.2.7", ""), Optional.empty());
  private static final AuditEntry LINE =
      new AuditEntry(
          Instant.EPOCH, VISIT, Optional.empty(), Optional.empty(), new Event.SignInFailed());

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Duration> durations = new CopyOnWriteArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private SqliteDatabase sqlite;
  private WatchedDatabase database;

  @BeforeEach
  void open(@TempDir Path folder) {
    sqlite = SqliteDatabase.open(folder.resolve("rekey.db"));
    database = watched(sqlite);
  }

  @AfterEach
  void close() {
    sqlite.close();
  }

  private WatchedDatabase watched(Database any) {
    return new WatchedDatabase(any, new Listener(), () -> nanos.addAndGet(1000));
  }

  private final class Listener implements StoreWatch {
    @Override
    public void committed(AuditEntry entry) {
      heard.add(entry.visit().wire() + ' ' + entry.event().name() + " of " + lines());
    }

    @Override
    public void wrote(Duration took) {
      durations.add(took);
    }
  }

  /** How many lines are on disk, as another connection sees it. */
  private long lines() {
    return sqlite.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM audit").mapTo(Long.class).one());
  }

  @Test
  void hearsOfALineOnceItIsOnDisk() {
    database.run(handle -> {
      SqlAuditTrail.append(handle, LINE);
      assertThat(heard).isEmpty();
    });

    assertThat(heard).containsExactly("toy sign-in-failed of 1");
  }

  @Test
  void hearsNothingOfWhatWasUndone() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            database.run(handle -> {
              SqlAuditTrail.append(handle, LINE);
              throw new IllegalStateException("no");
            }));

    assertThat(heard).isEmpty();
    assertThat(durations).isEmpty();
    assertThat(lines()).isZero();
  }

  @Test
  void hearsOnceOfWhatWasRunAgain() {
    Database colliding = new Twice(sqlite);

    watched(colliding).run(_ -> WatchedDatabase.written(LINE));

    assertThat(heard).containsExactly("toy sign-in-failed of 0");
  }

  /** Runs everything a second time, as after a collision. */
  private record Twice(Database database) implements Database {
    @Override
    public <T> T read(Work<T> work) {
      return database.read(work);
    }

    @Override
    public <T> T look(Look<T> look) {
      return database.look(look);
    }

    @Override
    public <T> T write(Work<T> work) {
      database.write(work);
      return database.write(work);
    }

    @Override
    public boolean stamped() {
      return database.stamped();
    }

    @Override
    public Pulse pulse() {
      return database.pulse();
    }

    @Override
    public void close() {
      database.close();
    }
  }

  @Test
  void hearsHowLongACommitTook() {
    database.run(_ -> {});

    assertThat(durations).containsExactly(Duration.ofNanos(1000));
  }

  @Test
  void ofManyAtOnceEachLineIsHeardOnce() {
    Together.all(
        50,
        _ -> {
          database.run(handle -> SqlAuditTrail.append(handle, LINE));
          return true;
        });

    assertThat(heard).hasSize(50);
    assertThat(lines()).isEqualTo(50);
  }

  @Test
  void showsWhatThereIsToDo() {
    assertThat(database.pulse()).isEqualTo(new Pulse(0, 0, 4));
  }

  @Test
  void answersAsTheDatabaseDoes() {
    assertThat(database.<Long>write(_ -> 42L)).isEqualTo(42);
    assertThat(database.<Long>read(_ -> 43L)).isEqualTo(43);
  }
}
