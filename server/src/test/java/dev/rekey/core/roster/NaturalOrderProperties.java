package dev.rekey.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** Sorting relies on the order being one. */
class NaturalOrderProperties {

  private static int compare(String one, String other) {
    return Integer.signum(NaturalOrder.OF_TEXTS.compare(one, other));
  }

  @Property
  void whatComesBeforeComesNotBehind(@ForAll String one, @ForAll String other) {
    assertThat(compare(one, other)).isEqualTo(-compare(other, one));
    assertThat(compare(one, one)).isZero();
  }

  @Property
  void whatComesBeforeTheSecondComesBeforeTheThird(
      @ForAll @Chars({'a', 'B', ' ', 'é'}) @CharRange(from = '0', to = '2') @StringLength(max = 5)
          String one,
      @ForAll @Chars({'a', 'B', ' ', 'é'}) @CharRange(from = '0', to = '2') @StringLength(max = 5)
          String two,
      @ForAll @Chars({'a', 'B', ' ', 'é'}) @CharRange(from = '0', to = '2') @StringLength(max = 5)
          String three) {
    if (compare(one, two) <= 0 && compare(two, three) <= 0) {
      assertThat(compare(one, three)).isLessThanOrEqualTo(0);
    }
  }

  @Example
  void numbersStandByTheirValueAndCaseDoesNotCount() {
    assertThat(
            List.of("room 10", "Room 9", "", "room", "Áb", "ac", "10", "room 09a", "99999999999999")
                .stream()
                .sorted(NaturalOrder.OF_TEXTS))
        .containsExactly(
            "", "10", "99999999999999", "Áb", "ac", "room", "Room 9", "room 09a", "room 10");
  }
}
