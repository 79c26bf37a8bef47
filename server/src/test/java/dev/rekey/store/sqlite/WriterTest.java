package dev.rekey.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer commits in groups. */
class WriterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private Jdbi jdbi;
  private Writer writer;

  @BeforeEach
  void start() {
    jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("test.db"));
    jdbi.useHandle(handle -> {
      handle.execute("PRAGMA journal_mode = WAL");
      handle.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
      handle.execute(
          "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL"
              + " REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)");
    });
    Handle handle = jdbi.open();
    handle.execute("PRAGMA foreign_keys = ON");
    writer = new Writer(handle, () -> {});
  }

  @AfterEach
  void stop() {
    writer.close();
  }

  /** Gives the writer several pieces while it is busy with another, so that they are one group. */
  private List<CompletableFuture<Integer>> group(String... statements) throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(1);
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(() ->
            writer.run(_ -> {
              busy.countDown();
              await(all);
              return 0;
            }));
    busy.await();
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, statements.length).mapToObj(i -> inOrder(i, statements[i])).toList();
    all.countDown();
    first.get();
    return answers;
  }

  private CompletableFuture<Integer> inOrder(int place, String statement) {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                answer.complete(writer.run(handle -> handle.execute(statement)));
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return answer;
  }

  @Test
  void aFailureInTheMiddleHurtsNoNeighbour() throws Exception {
    List<CompletableFuture<Integer>> answers =
        group(
            "INSERT INTO parent VALUES (1)",
            "INSERT INTO parent VALUES (1)",
            "INSERT INTO parent VALUES (2)");

    assertThat(answers.get(0).get()).isEqualTo(1);
    assertThat(answers.get(2).get()).isEqualTo(1);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> answers.get(1).get())
        .withCauseInstanceOf(JdbiException.class);
    assertThat(parents()).containsExactly(1, 2);
  }

  @Test
  void whenTheCommitFailsNobodyIsToldOtherwise() throws Exception {
    List<CompletableFuture<Integer>> answers =
        group("INSERT INTO parent VALUES (1)", "INSERT INTO child VALUES (1, 99)");

    assertThat(answers)
        .allSatisfy(answer ->
            assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(answer::get)
                .havingCause()
                .withMessageContaining("FOREIGN KEY"));
    assertThat(parents()).isEmpty();
  }

  @Test
  void theWriterOutlivesAFailedCommit() throws Exception {
    List<CompletableFuture<Integer>> answers = group("INSERT INTO child VALUES (1, 99)");
    assertThat(answers).allSatisfy(answer -> assertThat(answer).failsWithin(PATIENCE));

    writer.run(handle -> handle.execute("INSERT INTO parent VALUES (7)"));

    assertThat(parents()).containsExactly(7);
  }

  @Test
  void workThatEndsTheTransactionTakesItsGroupAlong() throws Exception {
    List<CompletableFuture<Integer>> answers =
        group("INSERT INTO parent VALUES (1)", "ROLLBACK", "INSERT INTO parent VALUES (2)");

    assertThat(answers).allSatisfy(answer -> assertThat(answer).failsWithin(PATIENCE));
    writer.run(handle -> handle.execute("INSERT INTO parent VALUES (3)"));
    assertThat(parents()).containsExactly(3);
  }

  private List<Integer> parents() {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT id FROM parent").mapTo(Integer.class).list());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
