package dev.rekey.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** SQLite's library is looked for where the build lays it. */
class DriverLibraryTest {

  /** The build unpacks {@code org/sqlite/native} of the driver's jar into {@code lib/sqlite}. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theDriversJarHasItUnderTheSameName() {
    Path library = DriverLibrary.forThisMachine(Path.of("house"));

    String name = Path.of("house/lib/sqlite").relativize(library).toString();

    assertThat(ClassLoader.getSystemResource("org/sqlite/native/" + name)).isNotNull();
  }
}
