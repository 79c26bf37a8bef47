package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final String FRESH = "3f43bbda-5604-4186-aee8-a1f8d1ad8628";

  private final Ids ids = new Ids(() -> UUID.fromString(FRESH));

  @Test
  void echoesTheCallersOwn() {
    assertThat(of("Abc-123_@")).isEqualTo("Abc-123_@");
  }

  @Test
  void cleansIt() {
    assertThat(of("a b/c\td.é;<x>\"")).isEqualTo("abcdx");
  }

  @Test
  void cutsItAfterCleaning() {
    assertThat(of("!".repeat(300) + "a".repeat(300))).isEqualTo("a".repeat(255));
  }

  @Test
  void makesAFreshOneOtherwise() {
    assertThat(ids.of(Fields.none())).isEqualTo(FRESH);
    assertThat(of("")).isEqualTo(FRESH);
    assertThat(of("!!!")).isEqualTo(FRESH);
  }

  private String of(String own) {
    return ids.of(Fields.none().with("X-Request-Id", own));
  }
}
