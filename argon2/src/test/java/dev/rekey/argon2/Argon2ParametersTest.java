package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2ParametersTest {

  @ParameterizedTest
  @CsvSource({
    "8, 1, 1, 4",
    "4294967295, 4294967295, 1, 2147483647",
    "134217720, 1, 16777215, 32",
  })
  void allThatTheRfcAllowsIsAllowed(long memoryKiB, long passes, int lanes, int tagBytes) {
    assertThat(of(memoryKiB, passes, lanes, tagBytes).memoryKiB()).isEqualTo(memoryKiB);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 1, 1, 32, KiB of memory",
    "15, 1, 2, 32, KiB of memory",
    "4294967296, 1, 1, 32, KiB of memory",
    "8, 0, 1, 32, passes",
    "8, 4294967296, 1, 32, passes",
    "8, 1, 0, 32, lanes",
    "4294967295, 1, 16777216, 32, lanes",
    "8, 1, 1, 3, tag",
  })
  void allElseIsRefusedWithTheReason(
      long memoryKiB, long passes, int lanes, int tagBytes, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(memoryKiB, passes, lanes, tagBytes))
        .withMessageContaining(reason);
  }

  @Test
  void theStandardIsOnTheListOfOwasp() {
    assertThat(Argon2Parameters.standard())
        .isEqualTo(new Argon2Parameters(Variant.ARGON2ID, Version.V13, 19_456, 2, 1, 32));
  }

  private static Argon2Parameters of(long memoryKiB, long passes, int lanes, int tagBytes) {
    return new Argon2Parameters(Variant.ARGON2ID, Version.V13, memoryKiB, passes, lanes, tagBytes);
  }
}
