package dev.rekey.core.store;

import static dev.rekey.core.store.Story.LATER;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.edited;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.laterEntry;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Grants.Holder;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises whoever asks again and again who holds a token. */
interface HoldersContract extends Contract {

  private Optional<Holder> holder(Account account, Grant grant) {
    return ports()
        .grants()
        .holder(
            account.realm(),
            new Handle.Number(account.ids().number()),
            grant.ref().kind(),
            grant.ref().key());
  }

  private Optional<Holder> holderByUid(Account account, Grant grant) {
    return ports()
        .grants()
        .holderByUid(
            account.realm(),
            account.logins().uid().orElseThrow(),
            grant.ref().kind(),
            grant.ref().key());
  }

  /** Asks twice, so that the second may be answered from what the first has left behind. */
  private void mustBeAsNow(Account account, Grant grant) {
    Holder now = new Holder(again(ports(), account), ports().grants().find(grant.ref()));
    assertThat(holder(account, grant)).contains(now);
    assertThat(holder(account, grant)).contains(now);
  }

  @Test
  default void afterEveryEditOfTheAccountItIsFoundAsItIsNow() {
    Account anna = made(ports(), "anna");
    Grant token = token(anna, "jti");
    open(ports(), anna, token);
    mustBeAsNow(anna, token);

    for (AccountEdit edit :
        List.of(
            AccountEdit.none().withProfile(Map.of("first_name", just("Anna"))),
            AccountEdit.none().withRole(new Role("educator")),
            AccountEdit.none().withUsername("annette"),
            AccountEdit.none().withEmail("annette@example.org"),
            AccountEdit.none().withPendingEmail("later@example.org"),
            AccountEdit.none().withPrivileges(Set.of("a"), Set.of()),
            AccountEdit.none().withConfirmedAt(NOW),
            AccountEdit.none().withPasswordLogin(false),
            AccountEdit.none().withDisabled(true),
            AccountEdit.none().withDisabled(false))) {
      ports().accounts().revise(anna.id(), edit, edited(anna));

      mustBeAsNow(anna, token);
    }
  }

  @Test
  default void afterEverySignInAndChangeOfThePasswordItIsFoundAsItIsNow() {
    Account anna = made(ports(), "anna");
    Grant token = token(anna, "jti");
    open(ports(), anna, token);
    mustBeAsNow(anna, token);

    open(ports(), anna, token(anna, "other"));
    mustBeAsNow(anna, token);

    ports().credentials().remake(anna.id(), Story.OLD, Story.NEW);
    mustBeAsNow(anna, token);

    ports().credentials().swap(change(anna, 1));
    mustBeAsNow(anna, token);
  }

  @Test
  default void afterEveryTurnOfATokenItIsFoundAsItIsNow() {
    Account anna = made(ports(), "anna");
    Grant client = client(anna, "client", "t0");
    open(ports(), anna, client);
    mustBeAsNow(anna, client);

    for (int i = 1; i < 5; i++) {
      TokenDigest before = TokenDigest.of("t" + (i - 1));
      Grant.Trail next = Grant.Trail.begin(TokenDigest.of("t" + i), NOW.plusSeconds(i));
      assertThat(ports().grants().turn(client.ref(), before, next, LATER)).isTrue();
      mustBeAsNow(anna, client);

      assertThat(ports().grants().turn(client.ref(), next.current(), next, LATER.plusSeconds(i)))
          .isTrue();
      mustBeAsNow(anna, client);
    }
  }

  @Test
  default void aGrantThatTakesAnothersPlaceIsFoundInItsStead() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, client(anna, "client", "t1"));
    assertThat(holder(anna, client(anna, "client", "t1"))).isPresent();

    Grant second = client(anna, "client", "t2");
    open(ports(), anna, second);

    assertThat(holder(anna, second).flatMap(Holder::grant)).contains(second);
    assertThat(holderByUid(anna, second).flatMap(Holder::grant)).contains(second);
  }

  @Test
  default void aDeletedAccountHoldsNothing() {
    Account anna = made(ports(), "anna");
    Grant token = token(anna, "jti");
    open(ports(), anna, token);
    mustBeAsNow(anna, token);

    ports().accounts().delete(anna.id(), edited(anna));

    assertThat(holder(anna, token)).isEmpty();
  }

  /** An end that was answered comes before every check that begins afterwards. */
  @Test
  default void whatWasEndedAdmitsNobodyWhoAsksAfterTheEndWasAnswered() throws Exception {
    Account anna = made(ports(), "anna");
    for (int round = 0; round < 20; round++) {
      Grant token = token(anna, "jti" + round);
      Grant client = client(anna, "client" + round, "t");
      open(ports(), anna, token);
      open(ports(), anna, client);

      assertThat(wronglyAdmitted(anna, token, () -> ports().grants().end(token.ref()))).isZero();
      assertThat(wronglyAdmitted(anna, client, () -> endAll(anna))).isZero();
    }
  }

  private void endAll(Account account) {
    ports()
        .grants()
        .endAll(
            account.id(),
            new Ending.All(),
            Optional.empty(),
            laterEntry(account, new Event.SessionsEnded()));
  }

  /** How often four who ask all the time find the grant after its end was answered. */
  private int wronglyAdmitted(Account account, Grant grant, Runnable end) throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    int wrong = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> askers =
          IntStream.range(0, 4)
              .mapToObj(_ -> threads.submit(() -> wronglyAdmitted(account, grant, ended)))
              .toList();
      end.run();
      ended.set(true);
      for (Future<Integer> asker : askers) {
        wrong += asker.get();
      }
    }
    return wrong;
  }

  /** Asks until some time after the end. */
  private int wronglyAdmitted(Account account, Grant grant, AtomicBoolean ended) {
    int wrong = 0;
    int after = 0;
    while (after < 5) {
      boolean over = ended.get();
      boolean found = holder(account, grant).flatMap(Holder::grant).isPresent();
      boolean foundByUid = holderByUid(account, grant).flatMap(Holder::grant).isPresent();
      after += over ? 1 : 0;
      wrong += over && (found || foundByUid) ? 1 : 0;
    }
    return wrong;
  }
}
