package dev.rekey.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySettingsTest {

  @Test
  void theStandardIsWhatTheManualSays() {
    assertThat(PolicySettings.standard())
        .isEqualTo(new PolicySettings(8, 1024, true, true, List.of("rekey"), true));
  }

  @Test
  @DisplayName("N-06: there is no setting for composition")
  void composesNothing() {
    assertThat(Stream.of(PolicySettings.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactly(
            "minimumLength",
            "maximumLength",
            "blocklist",
            "personalWords",
            "organisationWords",
            "refuseCurrent");
  }

  @ParameterizedTest
  @CsvSource({"1, 64", "8, 64", "64, 64", "15, 4096"})
  void takesLengthsWithinItsRange(int minimum, int maximum) {
    assertThatCode(() -> settings(minimum, maximum)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @DisplayName("N-03: no ceiling below 64")
  @CsvSource({"0, 1024", "-1, 1024", "65, 1024", "8, 63", "8, 4097"})
  void refusesLengthsOutsideOfIt(int minimum, int maximum) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(minimum, maximum))
        .withMessageContaining("length of");
  }

  private static PolicySettings settings(int minimum, int maximum) {
    return new PolicySettings(minimum, maximum, true, true, List.of(), true);
  }
}
