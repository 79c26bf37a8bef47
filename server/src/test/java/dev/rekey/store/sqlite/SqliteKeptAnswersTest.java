package dev.rekey.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.store.KeptAnswers;
import dev.rekey.core.store.KeptAnswersContract;
import dev.rekey.store.Broom.Litter;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import dev.rekey.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The contract of kept answers on SQLite. */
@TestInstance(Lifecycle.PER_CLASS)
class SqliteKeptAnswersTest implements KeptAnswersContract {

  private Path file;
  private Store store;

  @BeforeAll
  void open(@TempDir Path folder) {
    file = folder.resolve("rekey.db");
    store = StoreForTests.open(new StoreSettings.Sqlite(file));
  }

  @BeforeEach
  void empty() {
    StoreForTests.empty(store);
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Override
  public KeptAnswers answers() {
    return store.keptAnswers();
  }

  @Test
  void anAnswerOutlivesARestart() {
    keep("after the restart");
    store.close();
    store = StoreForTests.open(new StoreSettings.Sqlite(file));

    assertThat(answers().take("key", "my password".getBytes(UTF_8), LEASE))
        .isInstanceOf(KeptAnswers.Taking.Answered.class);
  }

  @Test
  void neitherRequestNorAnswerCanBeReadInTheFile() throws Exception {
    keep("a token that admits");
    store.close();
    String bytes =
        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    store = StoreForTests.open(new StoreSettings.Sqlite(file));

    assertThat(bytes).contains("kept_answer");
    assertThat(bytes).doesNotContain("my password").doesNotContain("a token that admits");
  }

  @Test
  void theBroomSweepsWhatHasRunOut() {
    keep("answer");
    answers().take("dead", "request".getBytes(UTF_8), LEASE);

    assertThat(store.broom().sweep(Litter.ANSWERS, LEASE.until().minusMillis(1), 9)).isZero();
    assertThat(store.broom().sweep(Litter.ANSWERS, LEASE.until(), 9)).isOne();
    assertThat(store.broom().sweep(Litter.ANSWERS, TOMORROW, 9)).isOne();
  }

  private void keep(String answer) {
    answers().take("key", "my password".getBytes(UTF_8), LEASE);
    answers()
        .settle("key", LEASE, Optional.of(new KeptAnswers.Kept(answer.getBytes(UTF_8), TOMORROW)));
  }
}
