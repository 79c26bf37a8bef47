package dev.rekey.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashCostTest {

  @Test
  @DisplayName("C-07: the standard is one of the listed sets")
  void theStandardIsListed() {
    assertThat(HashCost.standard()).isEqualTo(new HashCost(19_456, 2, 1));
  }

  @ParameterizedTest
  @CsvSource({"8, 1, 1", "32, 3, 4", "512, 1, 64", "1048576, 64, 64"})
  void takesWhatIsBearable(int memoryKiB, int passes, int lanes) {
    assertThat(new HashCost(memoryKiB, passes, lanes).lanes()).isEqualTo(lanes);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 1, 1",
    "31, 3, 4",
    "1048577, 1, 1",
    "-1, 1, 1",
    "64, 0, 1",
    "64, 65, 1",
    "64, 1, 0",
    "2048, 1, 65",
    "64, -1, 1",
    "64, 1, -8"
  })
  void refusesNonsense(int memoryKiB, int passes, int lanes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HashCost(memoryKiB, passes, lanes))
        .withMessageContaining("m=%d,t=%d,p=%d", memoryKiB, passes, lanes);
  }
}
