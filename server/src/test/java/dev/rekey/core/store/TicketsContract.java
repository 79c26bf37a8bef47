package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises about tickets. */
interface TicketsContract extends Contract {

  @Test
  default void aTicketIsFoundByItsDigest() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "ticket");

    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).contains(ticket(anna, "ticket"));
    assertThat(ports().tickets().find(TokenDigest.of("another"))).isEmpty();
  }

  @Test
  default void aNewTicketTakesTheOldOnesPlace() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    send(ports(), bert, "berts");
    send(ports(), anna, "first");
    send(ports(), anna, "second");

    assertThat(ports().tickets().find(TokenDigest.of("first"))).isEmpty();
    assertThat(ports().tickets().find(TokenDigest.of("second"))).isPresent();
    assertThat(ports().tickets().find(TokenDigest.of("berts"))).isPresent();
  }

  @Test
  default void aTicketLeavesWithItsLetterAndItsLine() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "ticket");

    assertThat(ports().outbox().take(10, NOW, NOW.plusSeconds(1)))
        .extracting(Outbox.Due::letter)
        .containsExactly(Story.letter("anna@example.org", "https://id.example.org/reset?ticket"));
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("reset-requested");
  }

  @Test
  default void ofManyTicketsAtOnceOneRemains() {
    Account anna = made(ports(), "anna");

    Together.all(
        50,
        i -> {
          send(ports(), anna, "ticket" + i);
          return i;
        });

    List<TokenDigest> digests =
        IntStream.range(0, 50).mapToObj(i -> TokenDigest.of("ticket" + i)).toList();
    assertThat(digests).filteredOn(digest -> ports().tickets().find(digest).isPresent()).hasSize(1);
    assertThat(ports().outbox().waiting()).isEqualTo(50);
  }
}
