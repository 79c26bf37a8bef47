package dev.rekey.core.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResetLinkTest {

  @Test
  void theTokenTakesItsPlace() {
    ResetLink link = new ResetLink("https://id.example.org/edit?t={token}&x=1");

    assertThat(link.with("a-b_C")).isEqualTo("https://id.example.org/edit?t=a-b_C&x=1");
  }

  @Test
  void aLinkWithoutAPlaceForTheTokenIsNone() {
    assertThatThrownBy(() -> new ResetLink("https://id.example.org/edit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{token}");
  }
}
