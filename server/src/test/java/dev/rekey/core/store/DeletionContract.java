package dev.rekey.core.store;

import static dev.rekey.core.store.Story.LATER;
import static dev.rekey.core.store.Story.NEW;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.OLD;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.edited;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.laterEntry;
import static dev.rekey.core.store.Story.letter;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.signedIn;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Credentials.Commit;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What every store promises about an account that is deleted. */
interface DeletionContract extends Contract {

  private static Sequel goodbye(Account account) {
    return Sequel.of(laterEntry(account, new Event.AccountDeleted()));
  }

  private boolean delete(Account account) {
    return ports().accounts().delete(account.id(), goodbye(account));
  }

  @Test
  default void ofADeletedAccountTheTrailAloneIsLeft() {
    Account anna = made(ports(), "anna");
    Grant token = token(anna, "jti");
    open(ports(), anna, token);
    send(ports(), anna, "ticket");
    ports().grants().deny(token(anna, "denied").ref(), LATER, signedIn(anna));
    ports().attempts().count(List.of("account:1", "other"), NOW, Optional.empty());
    Letter letter = letter("anna@example.org", "goodbye");

    boolean deleted =
        ports()
            .accounts()
            .delete(
                anna.id(),
                goodbye(anna).withLetters(List.of(letter)).withForgiven(List.of("account:1")));

    assertThat(deleted).isTrue();
    Accounts accounts = ports().accounts();
    assertThat(accounts.find(anna.id())).isEmpty();
    assertThat(accounts.find(Realm.MAIN, new Handle.Hex24(anna.ids().hex24()))).isEmpty();
    assertThat(anna.logins().all())
        .allSatisfy(name -> assertThat(accounts.findByLogin(Realm.MAIN, name)).isEmpty());
    assertThat(accounts.count(Realm.MAIN)).isZero();
    assertThat(ports().grants().find(token.ref())).isEmpty();
    assertThat(ports().grants().denied(token(anna, "denied").ref())).isFalse();
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isEmpty();
    assertThat(ports().attempts().read(List.of("account:1", "other"))).containsOnlyKeys("other");
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("account-deleted");
    assertThat(ports().audit().latest(anna.id(), 100)).contains("account-created");
    assertThat(ports().outbox().take(10, LATER, LATER.plusSeconds(1)))
        .extracting(Outbox.Due::letter)
        .contains(letter);
  }

  @Test
  default void nobodyElseIsTouched() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    open(ports(), bert, token(bert, "jti"));
    send(ports(), bert, "ticket");
    Account before = Story.again(ports(), bert);

    delete(anna);

    assertThat(Story.again(ports(), bert)).isEqualTo(before);
    assertThat(ports().grants().of(bert.id(), NOW)).hasSize(1);
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isPresent();
  }

  @Test
  default void theNamesAreFreeAndTheNumberIsNot() {
    Account anna = made(ports(), "anna");
    delete(anna);

    Account another = made(ports(), "anna");

    assertThat(another.id()).isNotEqualTo(anna.id());
    assertThat(another.ids().number()).isEqualTo(2);
    assertThat(ports().audit().latest(another.id(), 100)).containsExactly("account-created");
  }

  @Test
  default void anAccountIsDeletedOnce() {
    Account anna = made(ports(), "anna");
    delete(anna);

    assertThat(delete(anna)).isFalse();
    assertThat(ports().audit().latest(anna.id(), 100))
        .containsExactly("account-deleted", "account-created");
  }

  @Test
  default void ofManyDeletionsOneWins() {
    Account anna = made(ports(), "anna");

    assertThat(Together.all(30, _ -> delete(anna))).containsOnlyOnce(true);
    assertThat(ports().audit().latest(anna.id(), 100)).hasSize(2);
  }

  @Test
  default void aDeletionInTheNameOfATicketNeedsIt() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "ticket");
    Sequel late = goodbye(anna).withSpent(TokenDigest.of("another"));
    Sequel good = goodbye(anna).withSpent(TokenDigest.of("ticket"));

    assertThat(ports().accounts().delete(anna.id(), late)).isFalse();
    assertThat(ports().accounts().find(anna.id())).isPresent();
    assertThat(ports().accounts().delete(anna.id(), good)).isTrue();
  }

  @Test
  default void whoeverComesAfterADeletionChangesNothing() {
    Account anna = made(ports(), "anna");
    Grant client = client(anna, "client", "t1");
    open(ports(), anna, client);
    delete(anna);
    List<String> written = ports().audit().latest(anna.id(), 100);
    Grants grants = ports().grants();

    assertThat(ports().accounts().revise(anna.id(), AccountEdit.none(), edited(anna)))
        .isEqualTo(new Revision.Gone());
    assertThat(ports().credentials().swap(change(anna, 1))).isEqualTo(Commit.OVERTAKEN);
    ports().credentials().remake(anna.id(), OLD, NEW);
    assertThat(grants.open(client, 1, 5, signedIn(anna), List.of("account:1"))).isFalse();
    assertThat(grants.turn(client.ref(), TokenDigest.of("t1"), client.trail().orElseThrow(), LATER))
        .isFalse();
    assertThat(grants.end(client.ref(), signedIn(anna))).isFalse();
    assertThat(grants.endAll(anna.id(), new Ending.All(), Optional.empty(), signedIn(anna)))
        .isZero();
    grants.deny(client.ref(), LATER, signedIn(anna));
    assertThat(grants.denied(client.ref())).isFalse();
    assertThat(
            ports()
                .accounts()
                .setDisabled(anna.id(), true, entry(anna.id(), new Event.AccountDisabled())))
        .isFalse();
    send(ports(), anna, "ticket");
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isEmpty();
    assertThat(ports().outbox().waiting()).isZero();
    assertThat(ports().audit().latest(anna.id(), 100)).isEqualTo(written);
    assertThat(ports().attempts().read(List.of("account:1"))).isEmpty();
  }

  @Test
  default void aPasswordThatChangesMeanwhileKeepsNothingAlive() {
    meanwhile(anna -> i -> ports().credentials().swap(swapWithGrant(anna, "jti" + i)));
  }

  private static Credentials.Swap swapWithGrant(Account anna, String jti) {
    return Story.by(change(anna, 1), Optional.empty(), Optional.of(token(anna, jti)));
  }

  @Test
  default void aSignInMeanwhileKeepsNothingAlive() {
    meanwhile(anna ->
        i -> ports().grants().open(token(anna, "jti" + i), 1, 9, signedIn(anna), List.of()));
  }

  @Test
  default void aLetterMeanwhileKeepsNothingAlive() {
    meanwhile(anna ->
        i -> {
          send(ports(), anna, "ticket of " + anna.id().value() + " " + i);
          return i;
        });
  }

  @Test
  default void anEditMeanwhileKeepsNothingAlive() {
    meanwhile(anna ->
        i ->
            ports()
                .accounts()
                .revise(
                    anna.id(),
                    AccountEdit.none().withUsername("new" + anna.id().value() + "-" + i),
                    edited(anna)));
  }

  @Test
  default void anEndingMeanwhileKeepsNothingAlive() {
    meanwhile(anna ->
        i ->
            i % 2 == 0
                ? ports()
                    .grants()
                    .endAll(anna.id(), new Ending.All(), Optional.empty(), signedIn(anna))
                : deny(anna, "jti" + i));
  }

  private int deny(Account anna, String jti) {
    ports().grants().deny(token(anna, jti).ref(), LATER, signedIn(anna));
    return 1;
  }

  /** One deletes, eight do something else; nobody gets an accident for an answer. */
  private void meanwhile(Function<Account, IntFunction<Object>> deed) {
    for (int round = 0; round < 10; round++) {
      Account anna = made(ports(), "anna" + round);
      IntFunction<Object> others = deed.apply(anna);

      List<Object> answers = Together.all(9, i -> i == 4 ? delete(anna) : others.apply(i));

      assertThat(answers.get(4)).isEqualTo(true);
      assertThat(ports().accounts().find(anna.id())).isEmpty();
      assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
      assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("account-deleted");
      assertThat(ports().accounts().create(Story.draft("anna" + round), VISIT, NOW))
          .isInstanceOf(Accounts.Creation.Created.class);
    }
  }
}
