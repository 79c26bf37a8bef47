package dev.rekey.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.arrival.OnConflict;
import dev.rekey.core.arrival.Verdict;
import dev.rekey.core.store.Intake;
import dev.rekey.migrate.ImportFile.Outcome;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import dev.rekey.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is broken off, wherever that is, goes on and takes every row once. */
class ImportFileTest {

  private static final int ROWS = 70_000;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path folder;
  private Store store;
  private Path file;
  private Path report;

  @BeforeEach
  void open() throws IOException {
    store = StoreForTests.open(new StoreSettings.Sqlite(folder.resolve("rekey.db")));
    report = folder.resolve("report.jsonl");
    file =
        Files.write(
            folder.resolve("users.csv"),
            IntStream.rangeClosed(0, ROWS)
                .mapToObj(i ->
                    i == 0 ? "email,number" : i % 1_000 == 7 ? "x,y,z" : "u" + i + "@x.org," + i)
                .toList());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aStopGoesOnBehindTheLastCommit() {
    AtomicInteger asked = new AtomicInteger();

    Outcome first = run(store.intake(), () -> asked.incrementAndGet() > 1);
    assertThat(first).isEqualTo(new Outcome.Stopped(new Tally(32_000, 31_968, 0, 32)));
    assertThat(run(store.intake(), () -> false))
        .isEqualTo(new Outcome.Done(new Tally(ROWS, ROWS - 70, 0, 70)));

    everyRowIsHereOnce();
  }

  /** The process dies after the report was written and before the commit, or right behind it. */
  @Test
  void aKillAtAnyPointGoesOnToo() {
    for (boolean committed : new boolean[] {false, true}) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> run(new Dying(store.intake(), committed), () -> false));
    }

    run(store.intake(), () -> false);

    everyRowIsHereOnce();
  }

  @Test
  void whatWasDoneIsNotDoneAgain() {
    run(store.intake(), () -> false);

    assertThat(run(store.intake(), () -> false)).isInstanceOf(Outcome.WasDone.class);
    everyRowIsHereOnce();
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() {
    file = folder.resolve("nowhere.csv");
    assertThat(run(store.intake(), () -> false)).isInstanceOf(Outcome.Unreadable.class);
  }

  @Test
  void aReportThatIsNoneIsLeftAlone() throws IOException {
    Files.writeString(report, "my diary\n");

    assertThat(run(store.intake(), () -> false)).isInstanceOf(Outcome.Unreadable.class);

    assertThat(report).hasContent("my diary\n");
    assertThat(store.accounts().isEmpty(Realm.MAIN)).isTrue();
  }

  private void everyRowIsHereOnce() {
    List<Account> all = store.accounts().list(Realm.MAIN, Optional.empty(), 2 * ROWS);
    Set<Long> numbers = all.stream().map(one -> one.ids().number()).collect(Collectors.toSet());
    assertThat(all).hasSize(ROWS - 70);
    assertThat(numbers).hasSize(ROWS - 70).contains(1L, 32_000L, 32_001L, 70_000L);
    assertThat(linesOfTheReport()).hasSize(70).doesNotHaveDuplicates();
  }

  private List<String> linesOfTheReport() {
    try {
      return Files.readAllLines(report);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome run(Intake intake, BooleanSupplier stop) {
    Habits habits =
        new Habits(
            new Role("user"),
            Map.of(),
            new Roles(Map.of(new Role("user"), Set.of())),
            new HashReader(Optional.empty(), Optional.empty(), Optional.empty(), _ -> true),
            Optional.empty(),
            false,
            Duration.ofDays(1),
            NOW);
    ImportFile.Command command =
        new ImportFile.Command(
            Origin.GENERIC,
            file,
            Realm.MAIN,
            OnConflict.SKIP,
            false,
            Optional.of(report),
            habits,
            Optional.empty(),
            stop);
    Breath breath = new Breath(Duration.ofSeconds(1), Duration.ZERO, System::nanoTime);
    return new ImportFile(intake, breath, InstantSource.fixed(NOW)).handle(command, new Blind());
  }

  /** Somebody who does not look. */
  private static final class Blind implements Onlooker {
    @Override
    public void began(String name, long size, long behind) {}

    @Override
    public void went(Tally tally, long position) {}

    @Override
    public void remarked(List<Remark> remarks) {}
  }

  /** An intake whose process dies in its second batch. */
  private static final class Dying implements Intake {

    private final Intake intake;
    private final boolean committed;
    private int batches;

    Dying(Intake intake, boolean committed) {
      this.intake = intake;
      this.committed = committed;
    }

    @Override
    public Optional<Progress> progress(Source source) {
      return intake.progress(source);
    }

    @Override
    public void forget(Source source) {
      intake.forget(source);
    }

    @Override
    public List<Verdict> take(
        Source source, Batch batch, Instant now, Consumer<List<Verdict>> witness) {
      boolean dies = ++batches == 2;
      List<Verdict> verdicts =
          intake.take(
              source,
              batch,
              now,
              taken -> {
                witness.accept(taken);
                if (dies && !committed) {
                  throw new IllegalStateException("killed before the commit");
                }
              });
      if (dies) {
        throw new IllegalStateException("killed behind the commit");
      }
      return verdicts;
    }
  }
}
