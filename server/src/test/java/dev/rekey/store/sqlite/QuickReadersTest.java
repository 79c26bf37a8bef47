package dev.rekey.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short questions are answered where they are asked. */
class QuickReadersTest {

  @TempDir private Path folder;
  private Handle writer;
  private QuickReaders readers;

  @BeforeEach
  void open() {
    Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("test.db"));
    writer = jdbi.open();
    writer.execute("PRAGMA journal_mode = WAL");
    writer.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY)");
    readers = new QuickReaders(jdbi.setStatementBuilderFactory(Statements::new), 1);
  }

  @AfterEach
  void close() {
    readers.close();
    writer.close();
  }

  private long count() {
    return readers.<Long>run(
        statements -> statements.first("SELECT COUNT(*) FROM thing", Row::number).orElseThrow());
  }

  @Test
  void everyAnswerIsOfTheLastCommit() {
    for (int i = 0; i < 20; i++) {
      assertThat(count()).isEqualTo(i);
      writer.execute("INSERT INTO thing DEFAULT VALUES");
    }
  }

  @Test
  void theAskersOwnThreadAnswers() {
    assertThat(readers.<Thread>run(_ -> Thread.currentThread())).isSameAs(Thread.currentThread());
  }

  @Test
  void whoFindsAllConnectionsInUseWaitsForOne() throws Exception {
    CountDownLatch all = new CountDownLatch(4);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> askers =
          IntStream.range(0, 40).mapToObj(_ -> threads.submit(() -> together(all))).toList();
      for (Future<Boolean> asker : askers) {
        assertThat(asker.get()).isTrue();
      }
    }
  }

  /** The first four are inside at the same time. */
  private boolean together(CountDownLatch all) {
    return readers.<Boolean>run(_ -> {
      all.countDown();
      try {
        all.await();
        return true;
      } catch (InterruptedException e) {
        return false;
      }
    });
  }

  @Test
  void aQuestionThatFailsGivesItsConnectionBack() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> readers.run(statements -> statements.change("NONSENSE")))
          .isInstanceOf(JdbiException.class);
    }

    assertThat(count()).isZero();
  }
}
