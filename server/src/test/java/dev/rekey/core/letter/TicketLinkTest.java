package dev.rekey.core.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TicketLinkTest {

  @Test
  void theTokenTakesItsPlace() {
    TicketLink link = new TicketLink("https://id.example.org/edit?t={token}&x=1");

    assertThat(link.with("a-b_C")).isEqualTo("https://id.example.org/edit?t=a-b_C&x=1");
  }

  @Test
  void aLinkWithoutAPlaceForTheTokenIsNone() {
    assertThatThrownBy(() -> new TicketLink("https://id.example.org/edit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{token}");
  }
}
