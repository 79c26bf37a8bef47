package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many rows are swept at a time. */
class HandfulTest {

  private static final Duration NOTHING = Duration.ZERO;
  private static final Duration RIGHT = Duration.ofMillis(2);
  private static final Duration TOO_LONG = Duration.ofMillis(9);

  private static int afterAHundredTimes(Duration took) {
    return Stream.iterate(Handful.first(), handful -> handful.after(took))
        .skip(100)
        .findFirst()
        .orElseThrow()
        .size();
  }

  @Test
  void itGrowsWhileNobodyNoticesIt() {
    assertThat(new Handful(100).after(NOTHING)).isEqualTo(new Handful(200));
    assertThat(new Handful(100).after(RIGHT)).isEqualTo(new Handful(100));
  }

  @Test
  void itShrinksWhereOthersHadToWait() {
    assertThat(new Handful(100).after(TOO_LONG)).isEqualTo(new Handful(50));
  }

  @Test
  void itNeverGrowsBeyondAllBoundsNorVanishes() {
    assertThat(afterAHundredTimes(NOTHING)).isEqualTo(200);
    assertThat(afterAHundredTimes(TOO_LONG)).isEqualTo(5);
    assertThat(afterAHundredTimes(RIGHT)).isEqualTo(Handful.first().size());
  }
}
