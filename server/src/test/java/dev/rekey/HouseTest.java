package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTest {

  @TempDir Path folder;

  /** Or an account would have as many turnstiles as there are rooms that make use cases. */
  @Test
  void allDoorsHaveOneKeeper() {
    try (TestServer server = TestServer.onSqlite(folder, Map.of())) {
      House house = server.house();

      assertThat(house.doorkeeper()).isSameAs(house.doorkeeper());
    }
  }
}
