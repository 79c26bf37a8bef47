package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Optional;
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
  default void aTicketKeepsItsCodeAndItsNumber() {
    Account anna = made(ports(), "anna");
    Ticket ticket = ticket(anna, "ticket").with(TokenDigest.of("code"), Optional.of("47"));
    open(anna, ticket);

    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).contains(ticket);
  }

  @Test
  default void aNewTicketTakesTheOldCodeAndNumberAway() {
    Account anna = made(ports(), "anna");
    open(anna, ticket(anna, "first").with(TokenDigest.of("code"), Optional.of("47")));
    send(ports(), anna, "second");

    assertThat(ports().tickets().find(anna.id(), Purpose.RESET_PASSWORD))
        .contains(ticket(anna, "second"));
  }

  @Test
  default void anAccountsTicketIsFoundByItsPurpose() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "ticket");

    assertThat(ports().tickets().find(anna.id(), Purpose.RESET_PASSWORD))
        .contains(ticket(anna, "ticket"));
    assertThat(ports().tickets().find(anna.id(), Purpose.UNLOCK)).isEmpty();
    assertThat(ports().tickets().find(new AccountId(-1), Purpose.RESET_PASSWORD)).isEmpty();
  }

  @Test
  default void aRenewedTicketTakesTheOldOnesPlaceAndIsWrittenDown() {
    Account anna = made(ports(), "anna");
    Ticket old = ticket(anna, "old").with(TokenDigest.of("code"), Optional.of("47"));
    open(anna, old);
    Ticket fresh = old.behind(TokenDigest.of("fresh"));

    assertThat(ports().tickets().renew(old.digest(), fresh, typed(anna))).isTrue();

    assertThat(ports().tickets().find(TokenDigest.of("old"))).isEmpty();
    assertThat(ports().tickets().find(anna.id(), Purpose.RESET_PASSWORD)).contains(fresh);
    assertThat(fresh.code()).isEmpty();
    assertThat(fresh.number()).contains("47");
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("reset-code-typed");
  }

  @Test
  default void aTicketThatIsGoneIsNotRenewed() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "newest");
    Ticket fresh = ticket(anna, "fresh");

    assertThat(ports().tickets().renew(TokenDigest.of("older"), fresh, typed(anna))).isFalse();

    assertThat(ports().tickets().find(TokenDigest.of("newest"))).isPresent();
    assertThat(ports().tickets().find(TokenDigest.of("fresh"))).isEmpty();
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("reset-requested");
  }

  @Test
  default void ofManyWhoTypeTheCodeAtOnceOneGetsATicket() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "old");

    List<Boolean> renewed =
        Together.all(
            20,
            i ->
                ports()
                    .tickets()
                    .renew(TokenDigest.of("old"), ticket(anna, "fresh" + i), typed(anna)));

    assertThat(renewed).filteredOn(Boolean::booleanValue).hasSize(1);
  }

  private void open(Account account, Ticket ticket) {
    ports()
        .tickets()
        .open(
            ticket,
            Story.letter("anna@example.org", "https://id.example.org/reset"),
            entry(account.id(), new Event.ResetRequested()));
  }

  private static AuditEntry typed(Account account) {
    return entry(account.id(), new Event.ResetCodeTyped());
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
