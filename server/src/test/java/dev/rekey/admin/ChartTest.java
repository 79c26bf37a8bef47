package dev.rekey.admin;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

  @ParameterizedTest
  @CsvSource({"0,4", "4,4", "5,6", "9,10", "11,20", "21,40", "101,200", "999,1000", "1001,2000"})
  void theTopIsARoundNumber(long most, long top) {
    assertThat(Chart.top(most)).isEqualTo(top);
  }

  @Property
  void theTopIsAboveAllAndNotFarAbove(@ForAll @LongRange(min = 5, max = 1L << 50) long most) {
    assertThat(Chart.top(most)).isBetween(most, 2 * most).is(even());
  }

  private static org.assertj.core.api.Condition<Long> even() {
    return new org.assertj.core.api.Condition<>(number -> number % 2 == 0, "with a half");
  }
}
