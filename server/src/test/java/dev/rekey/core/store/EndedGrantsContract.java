package dev.rekey.core.store;

import static dev.rekey.core.store.Story.LATER;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.laterEntry;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Moments;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about grants that begin and end with a line in the trail. */
interface EndedGrantsContract extends Contract {

  private static AuditEntry signedOut(Account account) {
    return laterEntry(account, new Event.SignedOut());
  }

  private static AuditEntry ended(Account account) {
    return laterEntry(account, new Event.SessionsEnded());
  }

  private int endAll(Account account, Ending which) {
    return ports().grants().endAll(account.id(), which, Optional.empty(), ended(account));
  }

  @Test
  default void aSignInIsNotedAndIsNoChange() {
    Account anna = made(ports(), "anna");

    ports().grants().open(token(anna, "jti"), 1, 5, laterSignIn(anna), List.of());

    assertThat(again(ports(), anna).moments())
        .isEqualTo(new Moments(NOW, NOW, Optional.of(NOW.plusSeconds(60)), Optional.empty()));
  }

  @Test
  default void aSignInThatFailsIsNotNoted() {
    Account anna = made(ports(), "anna");

    ports().grants().open(token(anna, "jti"), 7, 5, laterSignIn(anna), List.of());

    assertThat(again(ports(), anna)).isEqualTo(anna);
  }

  private static AuditEntry laterSignIn(Account account) {
    return laterEntry(account, new Event.SignedIn());
  }

  @Test
  default void aSignOutIsWrittenDownOnce() {
    Account anna = made(ports(), "anna");
    Grant token = token(anna, "jti");
    open(ports(), anna, token);
    open(ports(), anna, token(anna, "other"));

    List<Boolean> answers =
        Together.all(20, _ -> ports().grants().end(token.ref(), signedOut(anna)));

    assertThat(answers).containsOnlyOnce(true);
    assertThat(ports().grants().of(anna.id(), NOW)).containsExactly(token(anna, "other"));
    assertThat(ports().audit().latest(anna.id(), 2)).containsExactly("signed-out", "signed-in");
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).isEmpty();
  }

  @Test
  default void allGrantsEndAtOnce() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    open(ports(), anna, token(anna, "jti"));
    open(ports(), anna, client(anna, "client", "t1"));
    open(ports(), bert, token(bert, "jti"));

    assertThat(endAll(anna, new Ending.All())).isEqualTo(2);

    assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
    assertThat(ports().grants().of(bert.id(), NOW)).hasSize(1);
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).contains(NOW.plusSeconds(60));
    assertThat(again(ports(), anna).updatedAt()).isEqualTo(NOW);
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("sessions-ended");
  }

  @Test
  default void allGrantsEndButTheActingOne() {
    Account anna = made(ports(), "anna");
    Grant acting = token(anna, "same");
    Grant sameKey = client(anna, "same", "t1");
    List.of(acting, sameKey, token(anna, "jti")).forEach(one -> open(ports(), anna, one));

    assertThat(endAll(anna, new Ending.AllBut(acting.ref()))).isEqualTo(2);

    assertThat(ports().grants().of(anna.id(), NOW)).containsExactly(acting);
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).contains(NOW.plusSeconds(60));
  }

  @Test
  default void tokensWithoutARowEndAsWell() {
    Account anna = made(ports(), "anna");

    assertThat(endAll(anna, new Ending.All())).isZero();

    assertThat(again(ports(), anna).moments().sessionsEndedAt()).contains(NOW.plusSeconds(60));
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("sessions-ended");
  }

  @Test
  default void theGrantsOfOneMountMayEndAlone() {
    Account anna = made(ports(), "anna");
    Grant acting = token(anna, "acting");
    Grant elsewhere = client(anna, "client", "t1");
    List.of(acting, elsewhere, token(anna, "jti")).forEach(one -> open(ports(), anna, one));
    Grants grants = ports().grants();
    Optional<String> wire = Optional.of(acting.wire());

    assertThat(grants.endAll(anna.id(), new Ending.AllBut(acting.ref()), wire, ended(anna)))
        .isEqualTo(1);
    assertThat(grants.of(anna.id(), NOW)).containsExactlyInAnyOrder(acting, elsewhere);
    assertThat(grants.endAll(anna.id(), new Ending.All(), wire, ended(anna))).isEqualTo(1);
    assertThat(grants.of(anna.id(), NOW)).containsExactly(elsewhere);
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).isEmpty();
  }

  @Test
  default void anEndingThatEndsNothingIsNotWrittenDown() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "jti"));
    Grants grants = ports().grants();

    assertThat(grants.endAll(anna.id(), new Ending.All(), Optional.of("own"), ended(anna)))
        .isZero();
    assertThat(endAll(anna, new Ending.None())).isZero();

    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("signed-in");
    assertThat(grants.of(anna.id(), NOW)).hasSize(1);
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).isEmpty();
  }

  @Test
  default void aDeniedTokenIsRememberedAndItsGrantEnds() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    Grant token = token(anna, "jti");
    open(ports(), anna, token);

    ports().grants().deny(token.ref(), LATER, signedOut(anna));

    assertThat(ports().grants().denied(token.ref())).isTrue();
    assertThat(ports().grants().find(token.ref())).isEmpty();
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("signed-out");
    assertThat(ports().grants().denied(token(anna, "JTI").ref())).isFalse();
    assertThat(ports().grants().denied(token(bert, "jti").ref())).isFalse();
    assertThat(ports().grants().denied(new Grant.Ref(anna.id(), Grant.Kind.BEARER, "jti")))
        .isFalse();
  }

  @Test
  default void aTokenThatNeverHadARowIsDeniedTwice() {
    Account anna = made(ports(), "anna");
    Grant.Ref foreign = token(anna, "signed elsewhere").ref();

    Together.all(
        20,
        i -> {
          ports().grants().deny(foreign, LATER.plusSeconds(i), signedOut(anna));
          return i;
        });

    assertThat(ports().grants().denied(foreign)).isTrue();
    assertThat(ports().audit().latest(anna.id(), 100)).hasSize(21);
  }

  @Test
  default void nobodysGrantsDoNotEnd() {
    AccountId nobody = new AccountId(987_654);
    Grant.Ref ref = new Grant.Ref(nobody, Grant.Kind.JWT, "jti");
    AuditEntry entry = Story.entry(nobody, new Event.SessionsEnded());

    assertThat(ports().grants().endAll(nobody, new Ending.All(), Optional.empty(), entry)).isZero();
    assertThat(ports().grants().end(ref, entry)).isFalse();
    ports().grants().deny(ref, LATER, entry);
    assertThat(ports().grants().denied(ref)).isFalse();
    assertThat(ports().audit().latest(nobody, 1)).isEmpty();
  }

  @Test
  default void noSignInSlipsThroughAnEndingOfAll() {
    for (int round = 0; round < 10; round++) {
      Account anna = made(ports(), "anna" + round);
      open(ports(), anna, token(anna, "before"));

      List<Integer> answers =
          Together.all(5, i -> i == 2 ? endAll(anna, new Ending.All()) : openOf(anna, i));

      int left = ports().grants().of(anna.id(), NOW).size();
      assertThat(answers.get(2) + left).isEqualTo(5);
      assertThat(ports().grants().find(token(anna, "before").ref())).isEmpty();
    }
  }

  private int openOf(Account anna, int i) {
    open(ports(), anna, token(anna, "jti" + i));
    return 0;
  }
}
