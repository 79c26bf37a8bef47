package dev.rekey.core.store;

import static dev.rekey.core.store.Story.LATER;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.signedIn;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Attempts.Tally;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about grants. */
interface GrantsContract extends Contract {

  @Test
  default void aGrantIsFoundAsItWasOpened() {
    Account anna = made(ports(), "anna");
    Grant token = token(anna, "jti");
    Grant client = client(anna, "client", "t1");
    open(ports(), anna, token);
    open(ports(), anna, client);

    assertThat(ports().grants().find(token.ref())).contains(token);
    assertThat(ports().grants().find(client.ref())).contains(client);
  }

  @Test
  default void aGrantIsFoundByItsWholeRefAlone() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    open(ports(), anna, token(anna, "jti"));
    Grants grants = ports().grants();

    assertThat(grants.find(new Grant.Ref(bert.id(), Grant.Kind.JWT, "jti"))).isEmpty();
    assertThat(grants.find(new Grant.Ref(anna.id(), Grant.Kind.BEARER, "jti"))).isEmpty();
    assertThat(grants.find(new Grant.Ref(anna.id(), Grant.Kind.JWT, "JTI"))).isEmpty();
    assertThat(grants.find(new Grant.Ref(anna.id(), Grant.Kind.JWT, "\0\ud800"))).isEmpty();
  }

  @Test
  default void whoShowsATokenIsFoundTogetherWithWhatAdmitsThem() {
    Account anna = made(ports(), "anna");
    Grant token = token(anna, "jti");
    Grant client = client(anna, "client", "t1");
    open(ports(), anna, token);
    open(ports(), anna, client);
    Account now = ports().accounts().find(anna.id()).orElseThrow();
    Grants grants = ports().grants();

    assertThat(grants.holder(anna.realm(), number(anna), Grant.Kind.JWT, "jti"))
        .contains(new Grants.Holder(now, Optional.of(token)));
    assertThat(grants.holder(anna.realm(), hex24(anna), Grant.Kind.CLIENT, "client"))
        .contains(new Grants.Holder(now, Optional.of(client)));
    assertThat(grants.holder(anna.realm(), hex32(anna), Grant.Kind.CLIENT, "client"))
        .contains(new Grants.Holder(now, Optional.of(client)));
    assertThat(grants.holderByUid(anna.realm(), uid(anna), Grant.Kind.CLIENT, "client"))
        .contains(new Grants.Holder(now, Optional.of(client)));
  }

  @Test
  default void whoseGrantHasEndedIsFoundWithoutIt() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    open(ports(), bert, token(bert, "jti"));
    Grant client = client(anna, "client", "t1");
    open(ports(), anna, client);
    ports().grants().end(client.ref());
    Account now = ports().accounts().find(anna.id()).orElseThrow();
    Grants grants = ports().grants();

    assertThat(grants.holder(anna.realm(), number(anna), Grant.Kind.JWT, "jti"))
        .contains(new Grants.Holder(now, Optional.empty()));
    assertThat(grants.holderByUid(anna.realm(), uid(anna), Grant.Kind.CLIENT, "client"))
        .contains(new Grants.Holder(now, Optional.empty()));
  }

  @Test
  default void nobodyHoldsATokenOfAnotherRealmOrByAnotherName() {
    Account anna = made(ports(), "anna");
    Grants grants = ports().grants();
    Realm elsewhere = new Realm("elsewhere");

    assertThat(grants.holder(elsewhere, number(anna), Grant.Kind.JWT, "jti")).isEmpty();
    assertThat(grants.holderByUid(elsewhere, uid(anna), Grant.Kind.CLIENT, "client")).isEmpty();
    assertThat(grants.holderByUid(anna.realm(), "anna", Grant.Kind.CLIENT, "client")).isEmpty();
    assertThat(
            grants.holderByUid(
                anna.realm(), uid(anna).toUpperCase(Locale.ROOT), Grant.Kind.CLIENT, "client"))
        .isEmpty();
  }

  private static Handle number(Account account) {
    return new Handle.Number(account.ids().number());
  }

  private static Handle hex24(Account account) {
    return new Handle.Hex24(account.ids().hex24());
  }

  private static Handle hex32(Account account) {
    return new Handle.Hex32(account.ids().hex32());
  }

  private static String uid(Account account) {
    return account.logins().uid().orElseThrow();
  }

  @Test
  default void grantsAreListedNewestFirstWithoutTheExpired() {
    Account anna = made(ports(), "anna");
    Grant old = issuedAt(anna, "old", NOW.minusSeconds(60));
    Grant young = issuedAt(anna, "young", NOW);
    Grant expired = token(anna, "expired", NOW.plusSeconds(5));
    List.of(old, young, expired).forEach(grant -> open(ports(), anna, grant));

    assertThat(ports().grants().of(anna.id(), NOW.plusSeconds(5))).containsExactly(young, old);
    assertThat(ports().grants().of(new AccountId(987_654), NOW)).isEmpty();
  }

  private static Grant issuedAt(Account account, String jti, Instant at) {
    Grant.Ref ref = new Grant.Ref(account.id(), Grant.Kind.JWT, jti);
    return new Grant(ref, "devise", Optional.empty(), at, LATER, "", "");
  }

  @Test
  default void aSignInIsWrittenDownAndForgives() {
    Account anna = made(ports(), "anna");
    Instant before = NOW.minusSeconds(60);
    ports().attempts().count(List.of("account:1", "address"), before, Optional.empty());

    ports().grants().open(token(anna, "jti"), 1, 5, signedIn(anna), List.of("account:1", "lane:1"));

    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("signed-in");
    assertThat(ports().attempts().read(List.of("account:1", "lane:1", "address")))
        .containsEntry("account:1", new Tally(0, NOW, NOW))
        .containsEntry("lane:1", new Tally(0, NOW, NOW))
        .containsEntry("address", new Tally(1, before, before));
  }

  @Test
  default void nothingOpensForAPasswordThatWasChangedMeanwhile() {
    Account anna = made(ports(), "anna");
    ports().credentials().swap(change(anna, 1));
    ports().attempts().count(List.of("account:1"), NOW, Optional.empty());

    boolean opened =
        ports().grants().open(token(anna, "jti"), 1, 5, signedIn(anna), List.of("account:1"));

    assertThat(opened).isFalse();
    assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("password-changed");
    assertThat(ports().attempts().read(List.of("account:1")).get("account:1").count()).isOne();
  }

  @Test
  default void nothingOpensForADisabledAccount() {
    Account anna = made(ports(), "anna");
    ports().accounts().setDisabled(anna.id(), true, entry(anna.id(), new Event.AccountDisabled()));

    assertThat(ports().grants().open(token(anna, "jti"), 1, 5, signedIn(anna), List.of()))
        .isFalse();
    assertThat(ports().grants().find(token(anna, "jti").ref())).isEmpty();
  }

  @Test
  default void aGrantReplacesTheOneOfItsRef() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, client(anna, "client", "t1"));
    open(ports(), anna, client(anna, "client", "t2"));

    assertThat(ports().grants().of(anna.id(), NOW)).containsExactly(client(anna, "client", "t2"));
  }

  @Test
  default void ofOneKindOnlySoManyRemain() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    open(ports(), bert, token(bert, "berts"));
    open(ports(), anna, client(anna, "client", "t1"));
    for (int days : List.of(3, 1, 4, 2)) {
      open(ports(), anna, token(anna, "days" + days, NOW.plus(Duration.ofDays(days))));
    }

    Grant newest = token(anna, "newest", NOW.plusSeconds(1));
    ports().grants().open(newest, 1, 3, signedIn(anna), List.of());

    assertThat(ports().grants().of(anna.id(), NOW))
        .extracting(grant -> grant.ref().key())
        .containsExactlyInAnyOrder("client", "days3", "days4", "newest");
    assertThat(ports().grants().of(bert.id(), NOW)).hasSize(1);
  }

  @Test
  default void theNewestRemainsEvenAlone() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "first"));

    ports().grants().open(token(anna, "second", NOW), 1, 1, signedIn(anna), List.of());

    assertThat(ports().grants().find(token(anna, "second").ref())).isPresent();
    assertThat(ports().grants().find(token(anna, "first").ref())).isEmpty();
  }

  @Test
  default void aTokenTurns() {
    Account anna = made(ports(), "anna");
    Grant client = client(anna, "client", "t1");
    open(ports(), anna, client);
    Grant.Trail next =
        new Grant.Trail(
            TokenDigest.of("t2"),
            Optional.of(TokenDigest.of("t1")),
            Optional.of(TokenDigest.of("t0")),
            Optional.of(NOW.plusSeconds(9)));

    boolean turned =
        ports().grants().turn(client.ref(), TokenDigest.of("t1"), next, LATER.plusSeconds(9));

    assertThat(turned).isTrue();
    Grant found = ports().grants().find(client.ref()).orElseThrow();
    assertThat(found.trail()).contains(next);
    assertThat(found.expiresAt()).isEqualTo(LATER.plusSeconds(9));
    assertThat(found.issuedAt()).isEqualTo(NOW);
    assertThat(found.wire()).isEqualTo("tokenauth");
  }

  @Test
  default void aTrailMayForget() {
    Account anna = made(ports(), "anna");
    Grant client = client(anna, "client", "t1");
    open(ports(), anna, client);
    Grant.Trail bare =
        new Grant.Trail(TokenDigest.of("t2"), Optional.empty(), Optional.empty(), Optional.empty());

    ports().grants().turn(client.ref(), TokenDigest.of("t1"), bare, LATER);

    assertThat(ports().grants().find(client.ref()).orElseThrow().trail()).contains(bare);
  }

  @Test
  default void aTokenThatWasTurnedMeanwhileDoesNotTurn() {
    Account anna = made(ports(), "anna");
    Grant client = client(anna, "client", "t1");
    open(ports(), anna, client);
    Grant.Trail stranger = Grant.Trail.begin(TokenDigest.of("t9"), NOW);

    assertThat(ports().grants().turn(client.ref(), TokenDigest.of("t8"), stranger, LATER))
        .isFalse();
    assertThat(ports().grants().find(client.ref())).contains(client);
  }

  @Test
  default void whatHasNoTrailDoesNotTurn() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "jti"));
    Grant.Trail trail = Grant.Trail.begin(TokenDigest.of("t1"), NOW);

    assertThat(ports().grants().turn(token(anna, "jti").ref(), TokenDigest.of("t1"), trail, LATER))
        .isFalse();
  }

  @Test
  default void aGrantEndsOnce() {
    Account anna = made(ports(), "anna");
    Grant client = client(anna, "client", "t1");
    open(ports(), anna, client);
    open(ports(), anna, client(anna, "other", "t2"));

    assertThat(ports().grants().end(client.ref())).isTrue();
    assertThat(ports().grants().end(client.ref())).isFalse();
    assertThat(
            ports()
                .grants()
                .turn(client.ref(), TokenDigest.of("t1"), client.trail().orElseThrow(), LATER))
        .isFalse();
    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(1);
  }

  @Test
  default void ofManyTurnsOfOneTokenOneWins() {
    Account anna = made(ports(), "anna");
    Grant client = client(anna, "client", "t");
    open(ports(), anna, client);

    List<Boolean> turned =
        Together.all(
            200,
            i ->
                ports()
                    .grants()
                    .turn(
                        client.ref(),
                        TokenDigest.of("t"),
                        Grant.Trail.begin(TokenDigest.of("t" + i), NOW),
                        LATER));

    assertThat(turned).filteredOn(Boolean::booleanValue).hasSize(1);
    assertThat(ports().grants().find(client.ref()).orElseThrow().trail().orElseThrow().current())
        .isEqualTo(TokenDigest.of("t" + turned.indexOf(true)));
  }

  @Test
  default void manySignInsAtOnceLeaveOnlySoMany() {
    Account anna = made(ports(), "anna");

    List<Boolean> opened =
        Together.all(
            100,
            i ->
                ports()
                    .grants()
                    .open(
                        token(anna, "jti" + i),
                        1,
                        10,
                        signedIn(anna),
                        List.of("lane:" + i % 3, "account:1", "lane:" + i % 2)));

    assertThat(opened).containsOnly(true);
    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(10);
  }
}
