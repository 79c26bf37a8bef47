package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.cli.Terminal.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrateTest {

  /** So long does a hash take by this stopwatch, whatever it costs. */
  private static final Duration STEP = Duration.ofMillis(500);

  @TempDir Path folder;

  private final AtomicLong now = new AtomicLong();

  @Test
  void showsEveryEngineAndSuggestsCostsAndOpensNothing() {
    Said said = calibrate("--target", "10ms");

    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("Argon2id, hashing.memory-kib 256, passes 1, lanes 1:");
    assertThat(said.out().lines())
        .filteredOn(line -> line.matches("(scalar|loops|bouncycastle) +right +500\\.00 +[0-9.]+"))
        .hasSize(3);
    assertThat(said.out())
        .contains("For a hash of 10 ms by ")
        .containsPattern("19456, passes 2, lanes 1 +500\\.00 ms \\(the least with that memory\\)");
    assertThat(said.err())
        .contains("Timing the engines")
        .contains("Hashing on ")
        .contains("Looking for costs that take 10 ms");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0ms", "-5ms", "50", "11s", "99999s", "1h", "fast"})
  void refusesWhatIsNoTime(String target) {
    Said said = calibrate("--target=" + target);

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--target").contains("a time from 1ms to 10s would do");
    assertThat(said.out()).isEmpty();
  }

  private Said calibrate(String... arguments) {
    return Terminal.in(folder).timed(() -> now.addAndGet(STEP.toNanos()), "calibrate", arguments);
  }
}
