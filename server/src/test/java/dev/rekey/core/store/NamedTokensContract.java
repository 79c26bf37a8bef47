package dev.rekey.core.store;

import static dev.rekey.core.store.Story.LATER;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.draft;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.Ipv4Range;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.store.NamedTokens.Creation;
import dev.rekey.core.store.NamedTokens.Revision;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises about named and temporary tokens. */
public interface NamedTokensContract extends Contract {

  int MOST = 100;

  NamedTokens namedTokens();

  private static NamedToken named(Account owner, String id, String name) {
    return new NamedToken(
        id,
        owner.id(),
        name,
        TokenType.ACCESS,
        List.of(
            new Caveat.Time(LATER.getEpochSecond()),
            new Caveat.Ip(List.of(Ipv4Range.read("192.0.2.0/24").orElseThrow())),
            new Caveat.Through(Channel.REST)),
        "{\"jobName\":\"żółć\"}",
        false,
        NOW);
  }

  private static Grant grant(Grant.Ref ref, Instant expiresAt) {
    return new Grant(ref, "onezone", Optional.empty(), NOW, expiresAt, "curl/8", "192.0.2.7");
  }

  private static AuditEntry issued(Account owner) {
    return entry(owner.id(), new Event.TokenIssued("named"));
  }

  private static AuditEntry ended(Account owner) {
    return entry(owner.id(), new Event.SessionsEnded());
  }

  private Creation create(NamedToken token, Instant expiresAt, int most, Account owner) {
    return namedTokens().create(token, grant(token.ref(), expiresAt), 1, most, issued(owner));
  }

  private Creation create(Account owner, String id, String name) {
    return create(named(owner, id, name), LATER, MOST, owner);
  }

  private Optional<NamedToken> find(String id) {
    return namedTokens().find(Realm.MAIN, id, NOW);
  }

  private static Grant.Ref temporary(Account owner, String id) {
    return new Grant.Ref(owner.id(), Grant.Kind.TEMPORARY, id);
  }

  private Optional<Issued> issue(Account owner, String id, Instant expiresAt, int most) {
    return namedTokens()
        .issue(
            owner.id(),
            1,
            most,
            issued(owner),
            generation ->
                new Issued(grant(temporary(owner, id), expiresAt), "generation " + generation));
  }

  @Test
  default void aTokenIsFoundByItsIdAndByItsNameAsItWasMade() {
    Account anna = made(ports(), "anna");
    NamedToken token = named(anna, "t1", "my token");

    assertThat(create(token, LATER, MOST, anna)).isEqualTo(Creation.DONE);

    assertThat(find("t1")).contains(token);
    assertThat(namedTokens().find(anna.id(), "my token", NOW)).contains(token);
    assertThat(ports().grants().find(token.ref())).contains(grant(token.ref(), LATER));
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("token-issued");
  }

  @Test
  default void nobodyFindsWhatIsNotThere() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    create(anna, "t1", "name");

    assertThat(find("t2")).isEmpty();
    assertThat(namedTokens().find(new Realm("other"), "t1", NOW)).isEmpty();
    assertThat(namedTokens().find(anna.id(), "Name", NOW)).isEmpty();
    assertThat(namedTokens().find(bert.id(), "name", NOW)).isEmpty();
  }

  @Test
  default void aNameIsOneTokensOfAnOwner() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    create(anna, "t1", "name");

    assertThat(create(anna, "t2", "name")).isEqualTo(Creation.NAME_TAKEN);
    assertThat(create(bert, "t3", "name")).isEqualTo(Creation.DONE);
    assertThat(find("t2")).isEmpty();
    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(1);
  }

  @Test
  default void ofManyWhoWantOneNameOneGetsIt() {
    Account anna = made(ports(), "anna");

    List<Creation> all = Together.all(20, i -> create(anna, "t" + i, "name"));

    assertThat(Collections.frequency(all, Creation.DONE)).isOne();
    assertThat(all).containsOnly(Creation.DONE, Creation.NAME_TAKEN);
    assertThat(namedTokens().of(anna.id(), NOW)).hasSize(1);
  }

  @Test
  default void anOwnerHasSoManyTokensAndNotMore() {
    Account anna = made(ports(), "anna");

    assertThat(create(named(anna, "t1", "one"), LATER, 2, anna)).isEqualTo(Creation.DONE);
    assertThat(create(named(anna, "t2", "two"), LATER, 2, anna)).isEqualTo(Creation.DONE);
    assertThat(create(named(anna, "t3", "three"), LATER, 2, anna)).isEqualTo(Creation.TOO_MANY);
  }

  @Test
  default void nothingIsIssuedOnWhatWasProvenBefore() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    ports().credentials().swap(change(anna, 1));
    ports().accounts().setDisabled(bert.id(), true, entry(bert.id(), new Event.AccountDisabled()));

    assertThat(create(anna, "t1", "name")).isEqualTo(Creation.OVERTAKEN);
    assertThat(create(bert, "t2", "name")).isEqualTo(Creation.OVERTAKEN);
    assertThat(issue(anna, "t3", LATER, MOST)).isEmpty();
    assertThat(issue(bert, "t4", LATER, MOST)).isEmpty();
    assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
  }

  @Test
  default void tokensAreListedOldestFirst() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    create(anna, "t2", "two");
    create(anna, "t1", "one");
    create(bert, "t3", "three");

    assertThat(namedTokens().of(anna.id(), NOW))
        .extracting(NamedToken::name)
        .containsExactly("one", "two");
    assertThat(namedTokens().ids(Realm.MAIN, NOW)).containsExactly("t1", "t2", "t3");
    assertThat(namedTokens().ids(new Realm("other"), NOW)).isEmpty();
  }

  @Test
  default void aTokenEndsWithItsGrant() {
    Account anna = made(ports(), "anna");
    create(anna, "t1", "one");
    create(anna, "t2", "two");

    ports().grants().end(named(anna, "t1", "one").ref(), ended(anna));
    assertThat(find("t1")).isEmpty();
    assertThat(find("t2")).isPresent();
    assertThat(create(anna, "t3", "one")).isEqualTo(Creation.DONE);
  }

  @Test
  default void aChangeOfThePasswordEndsEveryTokenButTheActingOne() {
    Account anna = made(ports(), "anna");
    create(anna, "t1", "one");
    create(anna, "t2", "two");
    Grant.Ref acting = named(anna, "t2", "two").ref();

    ports().credentials().swap(Story.by(change(anna, 1), Optional.of(acting), Optional.empty()));

    assertThat(namedTokens().of(anna.id(), NOW)).extracting(NamedToken::id).containsExactly("t2");
  }

  @Test
  default void disablingAndDeletingEndAllTokens() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    create(anna, "t1", "one");
    create(bert, "t2", "two");
    issue(bert, "t3", LATER, MOST);
    namedTokens().nextGeneration(bert.id(), ended(bert));

    ports().accounts().setDisabled(anna.id(), true, entry(anna.id(), new Event.AccountDisabled()));
    ports().accounts().delete(bert.id(), Story.edited(bert));

    assertThat(namedTokens().ids(Realm.MAIN, NOW)).isEmpty();
  }

  @Test
  default void whatHasExpiredIsGoneAndItsNameIsFree() {
    Account anna = made(ports(), "anna");
    create(named(anna, "t1", "name"), NOW.minusSeconds(1), MOST, anna);

    assertThat(find("t1")).isEmpty();
    assertThat(namedTokens().find(anna.id(), "name", NOW)).isEmpty();
    assertThat(namedTokens().of(anna.id(), NOW)).isEmpty();
    assertThat(namedTokens().ids(Realm.MAIN, NOW)).isEmpty();
    assertThat(create(named(anna, "t2", "name"), LATER, 1, anna)).isEqualTo(Creation.DONE);
  }

  @Test
  default void aTokenIsEditedAsItIsThen() {
    Account anna = made(ports(), "anna");
    NamedToken token = named(anna, "t1", "one");
    create(token, LATER, MOST, anna);
    AuditEntry changed = entry(anna.id(), new Event.TokenChanged(List.of("name")));

    assertThat(
            namedTokens()
                .revise(
                    token,
                    new NamedToken.Edit(Optional.of("another"), Optional.empty(), Optional.empty()),
                    changed))
        .isEqualTo(Revision.DONE);
    assertThat(
            namedTokens()
                .revise(
                    token,
                    new NamedToken.Edit(
                        Optional.empty(), Optional.of("{\"a\":1}"), Optional.of(true)),
                    changed))
        .isEqualTo(Revision.DONE);

    NamedToken edited = find("t1").orElseThrow();
    assertThat(edited.name()).isEqualTo("another");
    assertThat(edited.metadata()).isEqualTo("{\"a\":1}");
    assertThat(edited.revoked()).isTrue();
    assertThat(edited.caveats()).isEqualTo(token.caveats());
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("token-changed");
  }

  @Test
  default void anEditTakesNobodysNameAndNeedsAToken() {
    Account anna = made(ports(), "anna");
    NamedToken one = named(anna, "t1", "one");
    create(one, LATER, MOST, anna);
    create(anna, "t2", "two");
    NamedToken.Edit toTwo =
        new NamedToken.Edit(Optional.of("two"), Optional.empty(), Optional.of(true));
    NamedToken.Edit toItself =
        new NamedToken.Edit(Optional.of("one"), Optional.empty(), Optional.empty());

    assertThat(namedTokens().revise(one, toTwo, issued(anna))).isEqualTo(Revision.NAME_TAKEN);
    assertThat(find("t1")).contains(one);
    assertThat(namedTokens().revise(one, toItself, issued(anna))).isEqualTo(Revision.DONE);
    ports().grants().end(one.ref());
    assertThat(namedTokens().revise(one, toItself, issued(anna))).isEqualTo(Revision.GONE);
  }

  @Test
  default void allThatHaveNamesEndAndNothingElseDoes() {
    Account anna = made(ports(), "anna");
    create(anna, "t1", "one");
    create(anna, "t2", "two");
    issue(anna, "t3", LATER, MOST);
    open(ports(), anna, token(anna, "session"));

    assertThat(namedTokens().endAll(anna.id(), ended(anna))).isEqualTo(2);

    assertThat(namedTokens().of(anna.id(), NOW)).isEmpty();
    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(2);
    assertThat(ports().audit().latest(anna.id(), 1)).contains("sessions-ended");
  }

  @Test
  default void temporaryTokensEndAsAGeneration() {
    Account anna = made(ports(), "anna");
    create(anna, "t1", "one");
    assertThat(namedTokens().generation(anna.id())).isEqualTo(1);
    assertThat(issue(anna, "t2", LATER, MOST)).map(Issued::token).contains("generation 1");
    assertThat(ports().grants().find(temporary(anna, "t2"))).isPresent();

    namedTokens().nextGeneration(anna.id(), ended(anna));

    assertThat(namedTokens().generation(anna.id())).isEqualTo(2);
    assertThat(ports().grants().find(temporary(anna, "t2"))).isEmpty();
    assertThat(find("t1")).isPresent();
    assertThat(issue(anna, "t3", LATER, MOST)).map(Issued::token).contains("generation 2");
    namedTokens().nextGeneration(anna.id(), ended(anna));
    assertThat(namedTokens().generation(anna.id())).isEqualTo(3);
  }

  @Test
  default void theTemporaryTokenThatEndsSoonestGivesWay() {
    Account anna = made(ports(), "anna");
    issue(anna, "t1", LATER, 2);
    issue(anna, "t2", NOW.plusSeconds(60), 2);
    issue(anna, "t3", NOW.plusSeconds(30), 2);

    assertThat(ports().grants().of(anna.id(), NOW))
        .extracting(grant -> grant.ref().key())
        .containsExactlyInAnyOrder("t1", "t3");
  }

  @Test
  default void noTemporaryTokenOutlivesItsGeneration() {
    Account anna = made(ports(), "anna");

    Together.all(
        20,
        i -> {
          if (i % 4 == 0) {
            namedTokens().nextGeneration(anna.id(), ended(anna));
          } else {
            issue(anna, "t" + i, LATER, MOST);
          }
          return i;
        });

    assertThat(namedTokens().generation(anna.id())).isEqualTo(6);
    namedTokens().nextGeneration(anna.id(), ended(anna));
    assertThat(ports().grants().of(again(ports(), anna).id(), NOW)).isEmpty();
  }

  @Test
  default void manyTokensOfManyRealmsKeepApart() {
    Account there =
        made(ports(), draft(new Realm("other"), Logins.of(Optional.empty(), Optional.of("anna"))));
    IntStream.range(0, 5).forEach(i -> create(there, "t" + i, "name " + i));

    assertThat(namedTokens().ids(new Realm("other"), NOW)).hasSize(5);
    assertThat(namedTokens().ids(Realm.MAIN, NOW)).isEmpty();
  }
}
