package dev.rekey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Settings may be printed, and refuse what cannot be right. */
class StoreSettingsTest {

  @Test
  void noPasswordIsPrinted() {
    String url = "jdbc:postgresql://db.example.org/rekey?password=in-the-url&ssl=true";

    assertThat(new StoreSettings.Postgres(url, "rekey", "hidden", 10))
        .hasToString("Postgres[jdbc:postgresql://db.example.org/rekey as rekey]");
  }

  @Test
  void anotherDatabaseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoreSettings.Postgres("jdbc:mysql://x/y", "u", "p", 10));
  }

  @Test
  void anEmptyPoolIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoreSettings.Postgres("jdbc:postgresql:x", "u", "p", 0));
  }
}
