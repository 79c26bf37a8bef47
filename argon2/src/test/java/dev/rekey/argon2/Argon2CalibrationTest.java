package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.argon2.Argon2Calibration.Suggestion;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class Argon2CalibrationTest {

  private static final long NANOS_PER_KIB = 1000;
  private static final long GIBIBYTE = 1024 * 1024;

  private long now;

  @Test
  void aHashIsMeasured() {
    assertThat(calibration().measure(Argon2Parameters.argon2id(1000, 7, 1)))
        .isEqualTo(Duration.ofMillis(7));
  }

  @Test
  void theMostMemoryThatTimeAllowsComesFirst() {
    List<Suggestion> found = calibration().suggest(Duration.ofMillis(300), GIBIBYTE);

    assertThat(found.getFirst().parameters())
        .isEqualTo(Argon2Parameters.argon2id(256 * 1024, 1, 1));
    assertThat(found.stream().map(row -> row.parameters().memoryKiB()))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .containsExactly(262144L, 131072L, 65536L, 47104L, 19456L, 12288L, 9216L, 7168L);
  }

  @Test
  void asManyPassesAsTimeAllows() {
    assertThat(calibration().suggest(Duration.ofMillis(300), GIBIBYTE))
        .contains(
            new Suggestion(
                Argon2Parameters.argon2id(19_456, 15, 1),
                Duration.ofNanos(15 * 19_456 * NANOS_PER_KIB)))
        .allSatisfy(row -> assertThat(row.expected()).isLessThanOrEqualTo(Duration.ofMillis(300)));
  }

  @Test
  void nothingBelowTheListOfOwaspHoweverShortTheTime() {
    assertThat(calibration().suggest(Duration.ofMillis(1), GIBIBYTE).stream())
        .extracting(Suggestion::parameters)
        .containsExactly(
            Argon2Parameters.argon2id(47_104, 1, 1),
            Argon2Parameters.argon2id(19_456, 2, 1),
            Argon2Parameters.argon2id(12_288, 3, 1),
            Argon2Parameters.argon2id(9_216, 4, 1),
            Argon2Parameters.argon2id(7_168, 5, 1));
  }

  @Test
  void noMoreMemoryThanThereIs() {
    assertThat(calibration().suggest(Duration.ofSeconds(1), 20_000).getFirst().parameters())
        .isEqualTo(Argon2Parameters.argon2id(19_456, 51, 1));
  }

  private Argon2Calibration calibration() {
    return new Argon2Calibration(new Punctual(), () -> now);
  }

  /** Takes a microsecond for a KiB, and computes nothing. */
  private final class Punctual implements Argon2Engine {

    @Override
    public String name() {
      return "punctual";
    }

    @Override
    public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
      now += parameters.memoryKiB() * parameters.passes() * NANOS_PER_KIB;
      return new byte[parameters.tagBytes()];
    }
  }
}
