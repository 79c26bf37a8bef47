package dev.rekey.core.store;

import static dev.rekey.core.store.Credentials.Commit.DONE;
import static dev.rekey.core.store.Credentials.Commit.EMAIL_TAKEN;
import static dev.rekey.core.store.Credentials.Commit.OVERTAKEN;
import static dev.rekey.core.store.Credentials.Commit.USERNAME_TAKEN;
import static dev.rekey.core.store.Story.NEW;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.editing;
import static dev.rekey.core.store.Story.ending;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.letter;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.spending;
import static dev.rekey.core.store.Story.telling;
import static dev.rekey.core.store.Story.ticket;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.store.Credentials.Commit;
import dev.rekey.core.store.Credentials.Swap;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises about a change of the password that changes more, or ends less. */
interface EditedChangeContract extends Contract {

  private Commit swap(Account account, AccountEdit edit) {
    return ports().credentials().swap(editing(change(account, 1), edit, Optional.empty()));
  }

  @Test
  default void aChangeMayEditTheAccountAsWell() {
    Account anna = made(ports(), "anna");
    AccountEdit edit =
        AccountEdit.none()
            .withEmail("new@example.org")
            .withUsername("annette")
            .withProfile(Map.of("first_name", just("Annette")))
            .withPasswordLogin(false);

    Swap swap = ending(change(anna, 1), new Ending.None(), Optional.empty());
    assertThat(ports().credentials().swap(editing(swap, edit, Optional.empty()))).isEqualTo(DONE);

    Account after = again(ports(), anna);
    assertThat(after).isEqualTo(edit.applyTo(anna.withPassword(NEW, NOW), NOW));
    assertThat(after.logins()).isEqualTo(Logins.of(just("new@example.org"), just("annette")));
    assertThat(after.credential())
        .isEqualTo(new Credential(Optional.of(NEW), 2, false, Optional.of(NOW)));
    assertThat(ports().accounts().findByLogin(Realm.MAIN, "annette")).contains(after);
    assertThat(ports().accounts().findByLogin(Realm.MAIN, "anna")).isEmpty();
  }

  @Test
  default void aChangeThatWantsAnothersNameChangesNothing() {
    Account anna = made(ports(), "anna");
    made(ports(), "bert");
    open(ports(), anna, token(anna, "kept"));
    send(ports(), anna, "ticket");
    Account before = again(ports(), anna);
    List<String> written = ports().audit().latest(anna.id(), 100);

    for (AccountEdit edit :
        List.of(
            AccountEdit.none().withEmail("bert@example.org"),
            AccountEdit.none().withUsername("bert"))) {
      Swap swap =
          telling(
              spending(
                  editing(
                      ending(change(anna, 1), new Ending.All(), Optional.of(token(anna, "new"))),
                      edit,
                      Optional.of(ticket(anna, Purpose.CONFIRM_EMAIL, "opened"))),
                  "ticket"),
              List.of(letter("anna@example.org", "link")),
              List.of("account:1"));

      assertThat(ports().credentials().swap(swap))
          .isEqualTo(edit.email().isPresent() ? EMAIL_TAKEN : USERNAME_TAKEN);
    }

    assertThat(again(ports(), anna)).isEqualTo(before);
    assertThat(ports().grants().of(anna.id(), NOW)).containsExactly(token(anna, "kept"));
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isPresent();
    assertThat(ports().tickets().find(TokenDigest.of("opened"))).isEmpty();
    assertThat(ports().audit().latest(anna.id(), 100)).isEqualTo(written);
    assertThat(ports().outbox().waiting()).isEqualTo(1);
    assertThat(ports().attempts().read(List.of("account:1"))).isEmpty();
  }

  @Test
  default void anOvertakenChangeEditsNothing() {
    Account anna = made(ports(), "anna");
    ports().credentials().swap(change(anna, 1));
    Account before = again(ports(), anna);

    assertThat(swap(anna, AccountEdit.none().withUsername("late"))).isEqualTo(OVERTAKEN);
    assertThat(again(ports(), anna)).isEqualTo(before);
  }

  @Test
  default void theTicketThatAChangeOpensOutlivesIt() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "old");
    AccountEdit edit = AccountEdit.none().withPendingEmail("new@example.org");

    ports()
        .credentials()
        .swap(
            editing(
                change(anna, 1), edit, Optional.of(ticket(anna, Purpose.CONFIRM_EMAIL, "opened"))));

    assertThat(ports().tickets().find(TokenDigest.of("old"))).isEmpty();
    assertThat(ports().tickets().find(TokenDigest.of("opened"))).isPresent();
    assertThat(again(ports(), anna).confirmation())
        .isEqualTo(new Confirmation(Optional.of(NOW), just("new@example.org")));
  }

  @Test
  default void aChangeMayLeaveTheSessionsAlone() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "jti"));

    ports().credentials().swap(ending(change(anna, 1), new Ending.None(), Optional.empty()));

    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(1);
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).isEmpty();
  }

  @Test
  default void aChangeThatEndsSessionsNotesWhen() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    Grant acting = client(bert, "acting", "t1");
    open(ports(), bert, acting);

    ports().credentials().swap(change(anna, 1));
    ports()
        .credentials()
        .swap(ending(change(bert, 1), new Ending.AllBut(acting.ref()), Optional.empty()));

    assertThat(again(ports(), anna).moments().sessionsEndedAt()).contains(NOW);
    assertThat(again(ports(), bert).moments().sessionsEndedAt()).contains(NOW);
    assertThat(ports().grants().of(bert.id(), NOW)).containsExactly(acting);
  }

  @Test
  default void anothersGrantKeepsNothing() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    open(ports(), anna, token(anna, "jti"));

    ports()
        .credentials()
        .swap(
            ending(change(anna, 1), new Ending.AllBut(token(bert, "jti").ref()), Optional.empty()));

    assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
  }

  @Test
  default void oneNameWantedWithManyChangesBecomesOnes() {
    List<Account> all = IntStream.range(0, 20).mapToObj(i -> made(ports(), "user" + i)).toList();

    List<Commit> commits =
        Together.all(20, i -> swap(all.get(i), AccountEdit.none().withEmail("one@example.org")));

    assertThat(commits).filteredOn(DONE::equals).hasSize(1);
    assertThat(commits).filteredOn(EMAIL_TAKEN::equals).hasSize(19);
    assertThat(all)
        .filteredOn(account -> again(ports(), account).credential().version() == 2)
        .hasSize(1);
  }
}
