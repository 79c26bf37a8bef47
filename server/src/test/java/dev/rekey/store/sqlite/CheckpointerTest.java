package dev.rekey.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The write-ahead log is shortened beside the writer. */
class CheckpointerTest {

  private static final int ROWS_OF_A_PAGE_EACH = 2 * Checkpointer.PAGES;

  @TempDir private Path folder;
  private Jdbi jdbi;
  private Handle writer;
  private Checkpointer checkpointer;

  @BeforeEach
  void start() {
    jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("test.db"));
    writer = jdbi.open();
    writer.execute("PRAGMA journal_mode = WAL");
    writer.execute("PRAGMA wal_autocheckpoint = 0");
    writer.execute("CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT)");
    checkpointer = new Checkpointer(jdbi.open());
  }

  @AfterEach
  void stop() {
    checkpointer.close();
    writer.close();
  }

  private void write() {
    writer.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            + ROWS_OF_A_PAGE_EACH
            + ") INSERT INTO page (text) SELECT hex(zeroblob(2000)) FROM n");
    checkpointer.committed();
  }

  /** How much of the log is in the file. */
  private int carried() {
    return writer
        .createQuery("PRAGMA wal_checkpoint(NOOP)")
        .map((row, _) -> row.getInt("checkpointed"))
        .one();
  }

  private void awaitCarried() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int looks = 0; carried() < ROWS_OF_A_PAGE_EACH && looks < 500; looks++) {
      never.await(20, TimeUnit.MILLISECONDS);
    }
    assertThat(carried()).isGreaterThanOrEqualTo(ROWS_OF_A_PAGE_EACH);
  }

  @Test
  void aLongLogIsCarriedIntoTheFile() throws Exception {
    write();

    awaitCarried();
  }

  @Test
  void itGoesOnWithWhatIsWrittenAfterwards() throws Exception {
    write();
    awaitCarried();

    write();

    awaitCarried();
  }

  @Test
  void aReaderOfWhatWasBeforeKeepsItFromNothing() throws Exception {
    try (Handle reader = jdbi.open()) {
      reader.begin();
      int before = count(reader);

      write();
      checkpointer.committed();
      write();

      assertThat(count(reader)).isEqualTo(before);
      reader.commit();
      checkpointer.committed();
      awaitCarried();
    }
  }

  private static int count(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM page").mapTo(Integer.class).one();
  }
}
