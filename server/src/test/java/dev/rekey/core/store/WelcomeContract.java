package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.draft;
import static dev.rekey.core.store.Story.letter;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.ticket;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.Accounts.Welcome;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store promises about what a new account starts with. */
interface WelcomeContract extends Contract {

  private Creation create(NewAccount draft, Function<Account, Welcome> welcome) {
    return ports().accounts().create(draft, VISIT, Optional.empty(), NOW, welcome);
  }

  private Account welcomed(NewAccount draft, Function<Account, Welcome> welcome) {
    return ((Creation.Created) create(draft, welcome)).account();
  }

  @Test
  default void aNewAccountStartsWithItsGrantItsTicketAndItsLetters() {
    Letter letter = letter("anna@example.org", "https://id.example.org/confirm?first");

    Account anna =
        welcomed(
            draft("anna"),
            account ->
                new Welcome(
                    Optional.of(token(account, "jti")),
                    Optional.of(ticket(account, Purpose.CONFIRM_EMAIL, "first")),
                    List.of(letter)));

    assertThat(again(ports(), anna)).isEqualTo(anna);
    assertThat(ports().grants().of(anna.id(), NOW)).containsExactly(token(anna, "jti"));
    assertThat(ports().tickets().find(TokenDigest.of("first")))
        .contains(ticket(anna, Purpose.CONFIRM_EMAIL, "first"));
    assertThat(ports().outbox().take(10, NOW, NOW.plusSeconds(1)))
        .extracting(Outbox.Due::letter)
        .containsExactly(letter);
    assertThat(ports().audit().latest(anna.id(), 10)).containsExactly("account-created");
  }

  @Test
  default void theWelcomeIsForTheAccountAsItIsMade() {
    Account[] asked = new Account[1];

    Account anna =
        welcomed(
            draft("anna"),
            account -> {
              asked[0] = account;
              return Welcome.none();
            });

    assertThat(asked[0]).isEqualTo(anna);
  }

  @Test
  default void aRefusedAccountIsNotWelcome() {
    made(ports(), "anna");

    Creation creation =
        create(
            draft("anna"),
            _ -> {
              throw new IllegalStateException("asked");
            });

    assertThat(creation).isEqualTo(new Creation.Taken("email"));
  }

  @Test
  default void aWelcomeThatFailsMakesNoAccount() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            create(
                draft("anna"),
                _ -> {
                  throw new IllegalStateException("no ink");
                }))
        .withMessage("no ink");

    assertThat(ports().accounts().findByLogin(Realm.MAIN, "anna")).isEmpty();
    assertThat(ports().accounts().count(Realm.MAIN)).isZero();
    assertThat(made(ports(), "anna").ids().number()).isEqualTo(1);
  }

  @Test
  default void anAddressMayHaveToBeConfirmedFirst() {
    NewAccount draft = draft("anna");
    NewAccount doubtful =
        new NewAccount(
            draft.realm(),
            draft.logins(),
            draft.role(),
            draft.profile(),
            draft.hash(),
            draft.passwordLogin(),
            false,
            draft.number(),
            draft.hex24(),
            draft.hex32());

    assertThat(made(ports(), doubtful).confirmation()).isEqualTo(Confirmation.none());
  }

  @Test
  default void ofManyWhoComeWithOneNameOneIsWelcome() {
    List<Creation> creations =
        Together.all(
            30,
            i ->
                create(
                    draft("anna"),
                    account ->
                        new Welcome(
                            Optional.of(token(account, "jti" + i)),
                            Optional.of(ticket(account, Purpose.CONFIRM_EMAIL, "ticket" + i)),
                            List.of(letter("anna@example.org", "https://x.org/" + i)))));

    assertThat(creations).filteredOn(Creation.Created.class::isInstance).hasSize(1);
    Account anna = ports().accounts().findByLogin(Realm.MAIN, "anna").orElseThrow();
    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(1);
    assertThat(ports().outbox().waiting()).isEqualTo(1);
  }

  @Test
  default void aTicketOfOnePurposeIsNoneOfAnother() {
    Account anna = made(ports(), "anna");
    for (Purpose purpose : Purpose.values()) {
      Ticket ticket = ticket(anna, purpose, purpose.name());
      ports().tickets().open(ticket, letter("anna@example.org", "x"), Story.signedIn(anna));
    }

    assertThat(Purpose.values())
        .allSatisfy(purpose ->
            assertThat(ports().tickets().find(TokenDigest.of(purpose.name())))
                .contains(ticket(anna, purpose, purpose.name())));
  }
}
