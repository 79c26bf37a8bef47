package dev.rekey.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandleTest {

  private static final WireIds IDS =
      new WireIds(1932, "5a62be07de34500146d9c544", "0123456789abcdef0123456789abcdef");

  @Test
  void everyKindPointsAtItsOwnId() {
    assertThat(new Handle.Number(1932).pointsAt(IDS)).isTrue();
    assertThat(new Handle.Hex24("5a62be07de34500146d9c544").pointsAt(IDS)).isTrue();
    assertThat(new Handle.Hex32("0123456789abcdef0123456789abcdef").pointsAt(IDS)).isTrue();
  }

  @Test
  void noKindPointsAtAnotherOnesId() {
    assertThat(new Handle.Number(1872).pointsAt(IDS)).isFalse();
    assertThat(new Handle.Hex24("0123456789abcdef01234567").pointsAt(IDS)).isFalse();
    assertThat(new Handle.Hex24("0123456789abcdef0123456789abcdef").pointsAt(IDS)).isFalse();
    assertThat(new Handle.Hex32("5a62be07de34500146d9c544").pointsAt(IDS)).isFalse();
    assertThat(new Handle.Hex24("1932").pointsAt(IDS)).isFalse();
  }
}
