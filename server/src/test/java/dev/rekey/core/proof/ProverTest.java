package dev.rekey.core.proof;

import static dev.rekey.core.proof.Scene.HOME;
import static dev.rekey.core.proof.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Grant.Trail;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Revocation;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProverTest {

  private static final String SECRET = "yellow submarine";
  private static final Visit ELSEWHERE = Scene.visit(new Realm("other"), "192.0.2.7");

  private final Scene scene = new Scene();

  // Nothing and nonsense

  @Test
  void whoShowsNothingIsAStranger() {
    assertThat(prove(new Claim.Nothing())).isEqualTo(stranger(new Reason.NothingShown()));
  }

  @Test
  void whoShowsNonsenseIsAStranger() {
    assertThat(prove(new Claim.Garbled())).isEqualTo(stranger(new Reason.Unreadable()));
  }

  // Ids that are past

  @Test
  void aTokenWhoseIdTheAccountHasNoMoreIsAStrangersDespiteItsRow() {
    scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);
    SignedTokens past =
        new SignedTokens() {
          @Override
          public SignedTokens.Reading read(String token, Optional<String> audience, Instant now) {
            return scene.tokens.read(token, audience, now);
          }

          @Override
          public boolean fits(Account account, String key) {
            return false;
          }
        };
    Prover prover =
        new Prover(
            scene.store.accounts(),
            scene.store.grants(),
            scene.store.tickets(),
            scene.passwords(),
            past,
            Prover.Rules.standard(),
            Scene.ROLES,
            scene.clock);

    assertThat(scene.admits(issued)).isTrue();
    assertThat(prover.prove(new Claim.SignedToken(issued.token()), HOME))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  // Name and password

  @Test
  void nameAndPasswordMakeACallerWhoShowedThePassword() {
    Account anna = scene.person("anna", SECRET);

    Caller caller = known(named("anna", SECRET));

    assertThat(caller.account()).isEqualTo(anna);
    assertThat(caller.grant()).isEmpty();
    assertThat(caller.password().orElseThrow().sameAs(Password.of(SECRET))).isTrue();
  }

  @Test
  void aWrongPasswordMakesAStranger() {
    scene.person("anna", SECRET);

    assertThat(prove(named("anna", "not it")))
        .isEqualTo(stranger(new Reason.WrongNameOrPassword()));
    assertThat(prove(named("nobody", "not it")))
        .isEqualTo(stranger(new Reason.WrongNameOrPassword()));
  }

  @Test
  void whoFailedTooOftenIsSentAway() {
    IntStream.range(0, 10).forEach(_ -> prove(named("nobody", "not it")));

    assertThat(prove(named("nobody", "not it")))
        .isEqualTo(new Proof.TooMany(Duration.ofSeconds(1)));
  }

  @Test
  void anOverloadedServerSaysSo() {
    scene.hasher.fillAfter(0);

    assertThat(prove(named("nobody", "not it")))
        .isEqualTo(new Proof.Overloaded(PlainHasher.FULL_FOR));
  }

  @Test
  void aGoodPasswordForgivesTheFailuresBefore() {
    scene.person("anna", SECRET);
    for (int round = 0; round < 3; round++) {
      IntStream.range(0, 9).forEach(_ -> prove(named("anna", "not it")));
      known(named("anna", SECRET));
    }

    assertThat(prove(named("anna", "not it"))).isInstanceOf(Proof.Stranger.class);
  }

  // Signed tokens

  @Test
  void aSignedTokenWithItsGrantMakesACaller() {
    Account anna = scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);

    Caller caller = known(new Claim.SignedToken(issued.token()));

    assertThat(caller.account()).isEqualTo(scene.now(anna));
    assertThat(caller.grant()).contains(issued.grant());
    assertThat(caller.password()).isEmpty();
  }

  @Test
  void aTokenCostsNoHashAndNoCommit() {
    scene.person("anna", SECRET);
    Claim claim = new Claim.SignedToken(scene.signedIn("anna", SECRET).token());

    assertThat(scene.workOf(() -> prove(claim))).isEqualTo(new PlainHasher.Work(0, 0));
    assertThat(scene.commitsOf(() -> prove(claim))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "forged", "forged.1.jti-1", "signed.1"})
  void aTokenThatIsNotGenuineMakesAStranger(String token) {
    assertThat(prove(new Claim.SignedToken(token)))
        .isEqualTo(stranger(new Reason.BadToken(Flaw.SIGNATURE)));
  }

  @Test
  void aGenuineTokenWithoutAGrantAdmitsNobody() {
    scene.person("anna", SECRET);

    assertThat(prove(new Claim.SignedToken("signed.1.never-issued")))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void aGrantThatWasEndedAdmitsNobody() {
    scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);
    scene.store.grants().end(issued.grant().ref());

    assertThat(prove(new Claim.SignedToken(issued.token())))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void aGrantAdmitsUntilTheMomentOfItsEnd() {
    scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);

    scene.clock.pass(FakeTokens.LIFETIME.minusMillis(1));
    assertThat(scene.admits(issued)).isTrue();
    scene.clock.pass(Duration.ofMillis(1));
    assertThat(prove(new Claim.SignedToken(issued.token())))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void aTokenOfAnUnknownAccountSaysSo() {
    assertThat(prove(new Claim.SignedToken("signed.4711.jti-1")))
        .isEqualTo(stranger(new Reason.NoSuchAccount()));
  }

  @Test
  void aTokenOfAnotherRealmAdmitsNobody() {
    scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);
    Claim claim = new Claim.SignedToken(issued.token());

    assertThat(scene.prover().prove(claim, ELSEWHERE))
        .isEqualTo(stranger(new Reason.NoSuchAccount()));

    Account namesake = scene.personOf(ELSEWHERE.realm(), "anna", SECRET);
    assertThat(namesake.ids().number()).isEqualTo(1);
    assertThat(scene.prover().prove(claim, ELSEWHERE)).isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void disabledAccountsGrantsAdmitNobody() {
    Account anna = scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);

    scene.disable(anna);

    assertThat(prove(new Claim.SignedToken(issued.token())))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void disabledAccountsGrantsAdmitNobodyEvenIfAStoreKeptThem() {
    Account anna = scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);
    scene.disable(anna);
    Prover prover =
        new Prover(
            scene.store.accounts(),
            new OneGrant(scene.store.accounts(), issued.grant()),
            scene.store.tickets(),
            scene.passwords(),
            scene.tokens,
            Prover.Rules.standard(),
            Scene.ROLES,
            scene.clock);

    assertThat(prover.prove(new Claim.SignedToken(issued.token()), HOME))
        .isEqualTo(stranger(new Reason.Disabled()));
  }

  // Rotating tokens

  @Test
  void theCurrentTokenAdmits() {
    Grant grant = rotating(scene.person("anna", SECRET));

    assertThat(known(shown("current")).grant()).contains(grant);
  }

  @Test
  void theTokenBeforeItAdmitsAsLongAsTheGrantLasts() {
    rotating(scene.person("anna", SECRET));

    assertThat(prove(shown("previous"))).isInstanceOf(Proof.Known.class);
    scene.clock.pass(Duration.ofDays(13));
    assertThat(prove(shown("previous"))).isInstanceOf(Proof.Known.class);
  }

  @Test
  void theTokenBeforeThatAdmitsWithinTheBatchOnly() {
    rotating(scene.person("anna", SECRET));

    scene.clock.pass(Scene.BATCH.minusMillis(1));
    assertThat(prove(shown("last"))).isInstanceOf(Proof.Known.class);
    scene.clock.pass(Duration.ofMillis(1));
    assertThat(prove(shown("last"))).isEqualTo(stranger(new Reason.Ended()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"older", "", "CURRENT", "current "})
  void noOtherTokenAdmits(String token) {
    rotating(scene.person("anna", SECRET));

    assertThat(prove(shown(token))).isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void aRotatingGrantAdmitsUntilTheMomentOfItsEnd() {
    rotating(scene.person("anna", SECRET));

    scene.clock.pass(Duration.ofDays(14));

    assertThat(prove(shown("current"))).isEqualTo(stranger(new Reason.Ended()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "Anna@example.org", "ANNA@EXAMPLE.ORG", " anna@example.org", ""})
  void theUidMustMatchExactly(String uid) {
    rotating(scene.person("anna", SECRET));

    assertThat(prove(new Claim.ClientToken(uid, "phone", "current")))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void anAccountWithoutAnAddressIsAdmittedByTheUidThatTheWireShows() {
    Account anna = scene.personWithoutAddress("anna", SECRET);
    rotating(anna);
    String uid = anna.logins().uid().orElseGet(anna.logins()::display);

    assertThat(prove(new Claim.ClientToken(uid, "phone", "current")))
        .isInstanceOf(Proof.Known.class);
  }

  @Test
  void theClientMustBeTheTokens() {
    rotating(scene.person("anna", SECRET));

    assertThat(prove(new Claim.ClientToken("anna@example.org", "tablet", "current")))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void anotherOnesClientAdmitsNobody() {
    rotating(scene.person("anna", SECRET));
    scene.person("bert", SECRET);

    assertThat(prove(new Claim.ClientToken("bert@example.org", "phone", "current")))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void aRotatingTokenOfAnotherRealmAdmitsNobody() {
    rotating(scene.person("anna", SECRET));
    scene.personOf(ELSEWHERE.realm(), "anna", SECRET);

    assertThat(scene.prover().prove(shown("current"), ELSEWHERE))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void aSignedTokensGrantIsNotOpenedByItsKey() {
    scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);

    assertThat(
            prove(
                new Claim.ClientToken(
                    "anna@example.org", issued.grant().ref().key(), issued.token())))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  // Callers

  @Test
  void aCallerMayWhatTheRoleMayAndIsWhomTheIdsName() {
    Account anna = scene.person("anna", SECRET);
    Caller caller = known(named("anna", SECRET));

    assertThat(caller.may(Capability.CHANGE_OWN_PASSWORD)).isTrue();
    assertThat(caller.may(Capability.SET_PASSWORDS)).isFalse();
    assertThat(caller.is(new Handle.Number(anna.ids().number()))).isTrue();
    assertThat(caller.is(new Handle.Hex24(anna.ids().hex24()))).isTrue();
    assertThat(caller.is(new Handle.Hex32(anna.ids().hex32()))).isTrue();
    assertThat(caller.is(new Handle.Number(anna.ids().number() + 1))).isFalse();
  }

  private Proof prove(Claim claim) {
    return scene.prover().prove(claim, HOME);
  }

  private Caller known(Claim claim) {
    return scene.caller(claim);
  }

  private static Claim named(String name, String password) {
    return new Claim.NameAndPassword(name, Password.of(password));
  }

  private static Claim shown(String token) {
    return new Claim.ClientToken("anna@example.org", "phone", token);
  }

  private static Proof stranger(Reason reason) {
    return new Proof.Stranger(reason);
  }

  /** A grant whose token has turned a few times, the last time just now. */
  private Grant rotating(Account account) {
    Grant grant =
        new Grant(
            new Grant.Ref(account.id(), Grant.Kind.CLIENT, "phone"),
            "wire",
            Optional.of(
                new Trail(
                    TokenDigest.of("current"),
                    Optional.of(TokenDigest.of("previous")),
                    Optional.of(TokenDigest.of("last")),
                    Optional.of(MORNING))),
            MORNING,
            MORNING.plus(Duration.ofDays(14)),
            "app/1",
            "192.0.2.7");
    AuditEntry entry = AuditEntry.of(MORNING, HOME, account.id(), new Event.SignedIn());
    assertThat(scene.store.grants().open(grant, 1, 10, entry, List.of())).isTrue();
    return grant;
  }

  // Reset tickets in a session's place

  @Test
  void aResetTicketAdmitsItsOwnerToSetAPasswordAndToNothingElse() {
    Account anna = scene.person("anna", SECRET);
    String token = scene.resetToken("anna");

    Caller caller = known(new Claim.ResetTicket("anna@example.org", token));

    assertThat(caller.account().id()).isEqualTo(anna.id());
    assertThat(caller.byTicket()).isTrue();
    assertThat(caller.may(Capability.RESET_OWN_PASSWORD)).isTrue();
    assertThat(EnumSet.allOf(Capability.class))
        .filteredOn(caller::may)
        .containsExactly(Capability.RESET_OWN_PASSWORD);
  }

  @Test
  void lookingAtATicketDoesNotSpendItAndMakesNoSession() {
    Account anna = scene.person("anna", SECRET);
    String token = scene.resetToken("anna");
    Claim claim = new Claim.ResetTicket("anna@example.org", token);

    assertThat(scene.commitsOf(() -> scene.prover().prove(claim, HOME))).isZero();

    assertThat(known(claim).account().id()).isEqualTo(anna.id());
    assertThat(scene.store.grants().of(anna.id(), scene.clock.instant())).isEmpty();
  }

  @Test
  void aTicketAdmitsNobodyElseNotTooLateAndNotAfterItsUse() {
    scene.person("anna", SECRET);
    scene.person("ben", SECRET);
    String token = scene.resetToken("anna");

    assertThat(scene.prover().prove(new Claim.ResetTicket("ben@example.org", token), HOME))
        .isEqualTo(stranger(new Reason.Ended()));
    assertThat(scene.prover().prove(new Claim.ResetTicket("anna@example.org", "x"), HOME))
        .isEqualTo(stranger(new Reason.Ended()));

    scene.clock.pass(Scene.TICKET_LIFETIME);
    assertThat(scene.prover().prove(new Claim.ResetTicket("anna@example.org", token), HOME))
        .isEqualTo(stranger(new Reason.Ended()));

    String fresh = scene.resetToken("anna");
    scene.spend(fresh, "umbrella tulip");
    assertThat(scene.prover().prove(new Claim.ResetTicket("anna@example.org", fresh), HOME))
        .isEqualTo(stranger(new Reason.Ended()));
  }

  @Test
  void whoComesWithAResetTicketNeedsNoConfirmedAddress() {
    Account bert =
        scene.made(
            new NewAccount(
                Realm.MAIN,
                Scene.logins("bert"),
                Scene.USER,
                Profile.empty(),
                Optional.empty(),
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    ConfirmationRule confirmation = new ConfirmationRule(Optional.of(Duration.ZERO));
    Prover.Rules rules = new Prover.Rules(Scene.BATCH, Revocation.ALLOW_LIST, confirmation);
    String token = scene.resetToken("bert");

    assertThat(scene.prover(rules).prove(new Claim.ResetTicket("bert@example.org", token), HOME))
        .isInstanceOfSatisfying(
            Proof.Known.class, known -> assertThat(known.caller().account()).isEqualTo(bert));
  }

  /** Grants that always find the same one. */
  private record OneGrant(Accounts accounts, Grant grant) implements Grants {

    @Override
    public Optional<Grant> find(Grant.Ref ref) {
      return Optional.of(grant);
    }

    @Override
    public Optional<Holder> holder(Realm realm, Handle account, Grant.Kind kind, String key) {
      return accounts.find(realm, account).map(one -> new Holder(one, Optional.of(grant)));
    }

    @Override
    public Optional<Holder> holderByUid(Realm realm, String uid, Grant.Kind kind, String key) {
      return accounts.findByLogin(realm, uid).map(one -> new Holder(one, Optional.of(grant)));
    }

    @Override
    public List<Grant> of(AccountId account, Instant now) {
      return List.of(grant);
    }

    @Override
    public boolean open(
        Grant grant,
        long provenVersion,
        int most,
        AuditEntry entry,
        List<String> forgiven,
        Optional<Arrival> arrival) {
      return false;
    }

    @Override
    public void noteUse(Grant.Ref ref, Instant at, Instant expiresAt) {}

    @Override
    public boolean turn(Grant.Ref ref, TokenDigest expected, Trail next, Instant expiresAt) {
      return false;
    }

    @Override
    public boolean end(Grant.Ref ref) {
      return false;
    }

    @Override
    public boolean end(Grant.Ref ref, AuditEntry entry) {
      return false;
    }

    @Override
    public int endAll(AccountId account, Ending which, Optional<String> wire, AuditEntry entry) {
      return 0;
    }

    @Override
    public void deny(Grant.Ref ref, Instant until, AuditEntry entry) {}

    @Override
    public boolean denied(Grant.Ref ref) {
      return false;
    }
  }
}
