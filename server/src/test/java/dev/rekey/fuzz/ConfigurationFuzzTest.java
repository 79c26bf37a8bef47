package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rekey.config.Configuration;
import dev.rekey.config.WrongConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the file, it is a configuration or a list of mistakes. */
class ConfigurationFuzzTest {

  @TempDir static Path folder;

  @FuzzTest
  void aFileIsRightOrItsMistakesAreNamed(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("rekey.yaml"), bytes);
    try {
      assertThat(Configuration.load(Optional.of(file), Map.of(), Map.of()).describe()).isNotEmpty();
    } catch (WrongConfiguration e) {
      assertThat(e.mistakes()).isNotEmpty();
      assertThat(e.getMessage()).contains("configuration");
    }
  }
}
