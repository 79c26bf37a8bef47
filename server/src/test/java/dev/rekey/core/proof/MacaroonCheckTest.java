package dev.rekey.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.delegation.EditToken;
import dev.rekey.core.delegation.IssueToken;
import dev.rekey.core.delegation.Programs;
import dev.rekey.core.macaroon.Baked;
import dev.rekey.core.macaroon.Bakery;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.Circumstances;
import dev.rekey.core.macaroon.Inscription;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.Persistence;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.proof.MacaroonCheck.Result;
import dev.rekey.core.store.Story;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MacaroonCheckTest {

  private final Programs programs = new Programs();
  private final Account anna = programs.scene.person("anna", Programs.PASSWORD);

  @Test
  void aGoodTokenMakesACallerOfItsOwner() {
    String token = programs.named(anna, "mine");

    assertThat(programs.prove(token))
        .isInstanceOfSatisfying(
            MacaroonProver.Outcome.Known.class,
            known -> {
              assertThat(known.caller().account().id()).isEqualTo(anna.id());
              assertThat(known.caller().grant())
                  .map(grant -> grant.ref())
                  .contains(programs.token(anna, "mine").ref());
              assertThat(known.caller().password()).isEmpty();
            });
    assertThat(programs.check(programs.temporary(anna))).isInstanceOf(Result.Right.class);
  }

  @Test
  void whatIsNoTokenIsUnreadable() {
    assertFlaw("", new MacaroonFlaw.Unreadable());
    assertFlaw("MDAxNWxvY2F0aW9u", new MacaroonFlaw.Unreadable());
    assertThat(programs.prove("x"))
        .isEqualTo(new MacaroonProver.Outcome.Stranger(new MacaroonFlaw.Unreadable()));
  }

  @Test
  void anotherBakersTokenIsNotGood() {
    programs.named(anna, "mine");
    byte[] other = new byte[32];
    other[0] = 1;
    Inscription same =
        programs.token(anna, "mine").inscription(new Handle.Hex32(anna.ids().hex32()));

    assertFlaw(
        new Bakery(other, "zone.example.org").bake(same, List.of()).text(),
        new MacaroonFlaw.NotGood());
    assertThat(programs.check(programs.bakery.bake(same, List.of()).text()))
        .isInstanceOf(Result.Right.class);
  }

  /** Whoever could make one without a row, with the key perhaps, is still nobody. */
  @Test
  void whatHasNoRowAdmitsNobodyHoweverWellItIsSigned() {
    Handle.Hex32 subject = new Handle.Hex32(anna.ids().hex32());
    String id = "0".repeat(32);
    assertFlaw(
        baked(new Inscription(new Persistence.Named(), subject, TokenType.ACCESS, id)),
        new MacaroonFlaw.NotGood());
    assertFlaw(
        baked(new Inscription(new Persistence.Temporary(1), subject, TokenType.ACCESS, id)),
        new MacaroonFlaw.NotGood());
    assertFlaw(
        baked(new Inscription(new Persistence.Temporary(9), subject, TokenType.ACCESS, id)),
        new MacaroonFlaw.NotGood());
    assertFlaw(
        baked(
            new Inscription(
                new Persistence.Named(), new Handle.Hex32("f".repeat(32)), TokenType.ACCESS, id)),
        new MacaroonFlaw.NotGood());
  }

  private String baked(Inscription inscription) {
    return programs.bakery.bake(inscription, List.of()).text();
  }

  @Test
  void aTokenOfAnotherRealmIsNotGood() {
    String token = programs.named(anna, "mine");
    Circumstances shown =
        new Circumstances(programs.scene.clock.instant(), Optional.empty(), Optional.empty());

    assertThat(programs.check.check(token, TokenType.ACCESS, new Realm("other"), shown))
        .isEqualTo(new Result.Wrong(new MacaroonFlaw.NotGood()));
  }

  @Test
  void aTokenEndsWhenItSays() {
    String token = programs.named(anna, "mine", programs.in(60));
    programs.scene.clock.pass(Duration.ofSeconds(59));
    assertThat(programs.check(token))
        .isInstanceOfSatisfying(Result.Right.class, right -> assertThat(right.end()).isPresent());

    programs.scene.clock.pass(Duration.ofSeconds(1));
    assertThat(programs.check(token))
        .isInstanceOfSatisfying(
            Result.Wrong.class,
            wrong -> assertThat(wrong.flaw()).isInstanceOf(MacaroonFlaw.Unmet.class));
  }

  @Test
  void whoeverHoldsATokenCanConfineIt() {
    Caveat elsewhere = Caveat.read("ip = 10.0.0.0/8").orElseThrow();
    Baked token = Baked.read(programs.named(anna, "mine")).orElseThrow();

    assertFlaw(token.confined(List.of(elsewhere)).text(), new MacaroonFlaw.Unmet(elsewhere));
    assertFlaw(
        new Baked(token.macaroon().confined("api = all"), token.inscription()).text(),
        new MacaroonFlaw.UnknownCaveat("api = all"));
    assertThat(programs.check(token.confined(List.of(new Caveat.Through(Channel.REST))).text()))
        .isInstanceOf(Result.Right.class);
  }

  @Test
  void aTokenIsGoodForWhatItWasMadeFor() {
    String who =
        Programs.text(
            programs.issue(
                anna,
                new IssueToken.Wish.Named("who", TokenType.IDENTITY, List.of(), "{}", false)));

    assertFlaw(who, new MacaroonFlaw.OfType(TokenType.IDENTITY));
    assertThat(programs.prove(who)).isInstanceOf(MacaroonProver.Outcome.Stranger.class);
  }

  @Test
  void aTokenThatWasTakenBackIsRevoked() {
    String token = programs.named(anna, "mine");
    NamedToken mine = programs.token(anna, "mine");
    revoke(mine, true);
    assertFlaw(token, new MacaroonFlaw.Revoked());

    revoke(mine, false);
    assertThat(programs.check(token)).isInstanceOf(Result.Right.class);
  }

  private void revoke(NamedToken token, boolean revoked) {
    new EditToken(programs.tokens, programs.scene.clock)
        .handle(
            new EditToken.Command(
                programs.caller(anna),
                token,
                new NamedToken.Edit(Optional.empty(), Optional.empty(), Optional.of(revoked)),
                Scene.HOME));
  }

  @Test
  void anOldGenerationIsRevoked() {
    String token = programs.temporary(anna);
    programs.tokens.nextGeneration(anna.id(), entry(anna));
    assertFlaw(token, new MacaroonFlaw.Revoked());
    assertThat(programs.check(programs.temporary(anna))).isInstanceOf(Result.Right.class);
  }

  private AuditEntry entry(Account about) {
    return AuditEntry.of(
        programs.scene.clock.instant(), Scene.HOME, about.id(), new Event.SessionsEnded());
  }

  @Test
  void aDisabledOwnerIsTold() {
    String token = programs.named(anna, "mine");
    programs.scene.disable(anna);
    assertFlaw(token, new MacaroonFlaw.OwnerDisabled());
  }

  @Test
  void whoMayNotSignInHasNoGoodToken() {
    Account ghost = programs.scene.person("ghost", Scene.GHOST, Programs.PASSWORD);
    IssueToken.Command forGhost =
        new IssueToken.Command(
            programs.caller(programs.scene.person("boss", Scene.ADMIN, Programs.PASSWORD)),
            ghost,
            Programs.wish("by the boss"),
            Scene.HOME);

    assertFlaw(Programs.text(programs.issueToken().handle(forGhost)), new MacaroonFlaw.NotGood());
  }

  @Test
  void aTokenDiesWithItsOwnerAndWithThePassword() {
    Account bert = programs.scene.person("bert", Programs.PASSWORD);
    String annas = programs.named(anna, "mine");
    String berts = programs.named(bert, "mine");
    programs.scene.store.credentials().swap(Story.change(anna, 1));
    programs.scene.store.accounts().delete(bert.id(), Story.edited(bert));

    assertFlaw(annas, new MacaroonFlaw.NotGood());
    assertFlaw(berts, new MacaroonFlaw.NotGood());
  }

  private void assertFlaw(String token, MacaroonFlaw flaw) {
    assertThat(programs.check(token)).isEqualTo(new Result.Wrong(flaw));
  }
}
