package dev.rekey.core.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.Event;
import dev.rekey.core.delegation.FindToken.Pointer;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.MacaroonCheck;
import dev.rekey.core.proof.MacaroonFlaw;
import dev.rekey.core.proof.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What owners and stewards do with tokens that there are. */
class KeptTokensTest {

  private final Programs programs = new Programs();
  private final Scene scene = programs.scene;
  private final Account anna = scene.person("anna", Programs.PASSWORD);
  private final Account bert = scene.person("bert", Programs.PASSWORD);
  private final Account boss = scene.person("boss", Scene.ADMIN, Programs.PASSWORD);
  private final String text = programs.named(anna, "mine");
  private final NamedToken mine = programs.token(anna, "mine");

  @Test
  void aTokenIsFoundByIdByNameAndByItself() {
    for (Pointer pointer :
        List.of(
            new Pointer.ById(mine.id()),
            new Pointer.ByName(anna.id(), "mine"),
            new Pointer.ByText(anna.id(), text))) {
      assertThat(find(Optional.of(programs.caller(anna)), pointer))
          .isInstanceOfSatisfying(
              FindToken.Outcome.Found.class, found -> assertThat(found.token()).isEqualTo(mine));
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (Pointer pointer :
        List.of(
            new Pointer.ById("0".repeat(32)),
            new Pointer.ByName(bert.id(), "mine"),
            new Pointer.ByText(bert.id(), text),
            new Pointer.ByText(anna.id(), programs.temporary(anna)),
            new Pointer.ByText(anna.id(), "garbage"))) {
      assertThat(find(Optional.of(programs.caller(boss)), pointer))
          .isEqualTo(new FindToken.Outcome.NoSuchToken());
    }
  }

  @Test
  void othersFindNothingToDoWithIt() {
    Pointer byId = new Pointer.ById(mine.id());
    assertThat(find(Optional.empty(), byId)).isEqualTo(new FindToken.Outcome.NotSignedIn());
    assertThat(find(Optional.of(programs.caller(bert)), byId))
        .isEqualTo(new FindToken.Outcome.NotAllowed());
    assertThat(find(Optional.of(programs.caller(boss)), byId))
        .isInstanceOf(FindToken.Outcome.Found.class);
  }

  private FindToken.Outcome find(Optional<Caller> caller, Pointer pointer) {
    return new FindToken(scene.store.accounts(), programs.tokens, programs.bakery, scene.clock)
        .handle(new FindToken.Command(caller, pointer, Scene.HOME));
  }

  @Test
  void aTokenIsShownWholeAgain() {
    int before = scene.store.trail().size();
    assertThat(show(programs.caller(anna), mine))
        .isEqualTo(new ShowTokens.Outcome.Shown(List.of(text)));
    assertThat(scene.store.trail()).hasSize(before);
  }

  @Test
  void whatAStewardSeesIsWrittenDown() {
    assertThat(show(programs.caller(boss), mine))
        .isEqualTo(new ShowTokens.Outcome.Shown(List.of(text)));
    assertThat(scene.store.trail().getLast().event()).isEqualTo(new Event.TokenShown());
    assertThat(scene.store.trail().getLast().by()).contains(boss.id());
  }

  @Test
  void othersSeeNothing() {
    assertThat(show(programs.caller(bert), mine)).isEqualTo(new ShowTokens.Outcome.NotAllowed());
    programs.named(bert, "his");
    assertThat(show(programs.caller(anna), programs.token(bert, "his")))
        .isEqualTo(new ShowTokens.Outcome.NotAllowed());
  }

  private ShowTokens.Outcome show(Caller by, NamedToken token) {
    return new ShowTokens(programs.bakery, scene.store.audit(), scene.clock)
        .handle(new ShowTokens.Command(by, anna, List.of(token), Scene.HOME));
  }

  @Test
  void tokensAreListedForThoseWhoMay() {
    ListTokens.Whose annas = new ListTokens.Whose.Of(anna);
    assertThat(list(anna, annas)).isEqualTo(new ListTokens.Outcome.Listed(List.of(mine)));
    assertThat(list(boss, annas)).isEqualTo(new ListTokens.Outcome.Listed(List.of(mine)));
    assertThat(list(bert, annas)).isEqualTo(new ListTokens.Outcome.NotAllowed());

    ListTokens.Whose all = new ListTokens.Whose.Everybody();
    assertThat(list(boss, all)).isEqualTo(new ListTokens.Outcome.ListedIds(List.of(mine.id())));
    assertThat(list(anna, all)).isEqualTo(new ListTokens.Outcome.NotAllowed());
  }

  private ListTokens.Outcome list(Account by, ListTokens.Whose whose) {
    return new ListTokens(programs.tokens, scene.clock)
        .handle(new ListTokens.Command(programs.caller(by), whose, Scene.HOME));
  }

  @Test
  void aTokenIsEditedByThoseWhoMay() {
    NamedToken.Edit rename =
        new NamedToken.Edit(Optional.of("new"), Optional.empty(), Optional.of(true));
    assertThat(edit(bert, rename)).isEqualTo(new EditToken.Outcome.NotAllowed());
    assertThat(edit(anna, rename)).isEqualTo(new EditToken.Outcome.Edited());

    assertThat(programs.token(anna, "new").revoked()).isTrue();
    assertThat(scene.store.trail().getLast().event())
        .isEqualTo(new Event.TokenChanged(List.of("name", "revoked")));
    programs.named(anna, "other");
    NamedToken.Edit toOther =
        new NamedToken.Edit(Optional.of("other"), Optional.empty(), Optional.empty());
    assertThat(edit(anna, toOther)).isEqualTo(new EditToken.Outcome.NameTaken());
    scene.store.grants().end(mine.ref());
    assertThat(edit(boss, rename)).isEqualTo(new EditToken.Outcome.NoSuchToken());
  }

  private EditToken.Outcome edit(Account by, NamedToken.Edit edit) {
    return new EditToken(programs.tokens, scene.clock)
        .handle(new EditToken.Command(programs.caller(by), mine, edit, Scene.HOME));
  }

  @Test
  void tokensAreEndedByThoseWhoMay() {
    EndTokens.Which one = new EndTokens.Which.One(mine);
    assertThat(end(bert, one)).isEqualTo(new EndTokens.Outcome.NotAllowed());
    assertThat(programs.check(text)).isInstanceOf(MacaroonCheck.Result.Right.class);

    assertThat(end(anna, one)).isEqualTo(new EndTokens.Outcome.Ended());
    assertThat(end(anna, one)).isEqualTo(new EndTokens.Outcome.NoSuchToken());
    assertThat(programs.check(text))
        .isEqualTo(new MacaroonCheck.Result.Wrong(new MacaroonFlaw.NotGood()));
  }

  @Test
  void theNamedAndTheTemporaryEndApart() {
    String temporary = programs.temporary(anna);
    assertThat(end(bert, new EndTokens.Which.AllNamed(anna.id())))
        .isEqualTo(new EndTokens.Outcome.NotAllowed());
    end(boss, new EndTokens.Which.AllNamed(anna.id()));
    assertThat(programs.check(text)).isInstanceOf(MacaroonCheck.Result.Wrong.class);
    assertThat(programs.check(temporary)).isInstanceOf(MacaroonCheck.Result.Right.class);

    end(anna, new EndTokens.Which.AllTemporary(anna.id()));
    assertThat(programs.check(temporary))
        .isEqualTo(new MacaroonCheck.Result.Wrong(new MacaroonFlaw.Revoked()));
    assertThat(scene.store.trail().getLast().event()).isEqualTo(new Event.SessionsEnded());
  }

  private EndTokens.Outcome end(Account by, EndTokens.Which which) {
    return new EndTokens(scene.store.grants(), programs.tokens, scene.clock)
        .handle(new EndTokens.Command(programs.caller(by), which, Scene.HOME));
  }

  @Test
  void theGenerationIsSeenByThoseWhoMay() {
    SeeGeneration see = new SeeGeneration(programs.tokens);
    assertThat(see.handle(new SeeGeneration.Command(programs.caller(anna), anna.id())))
        .isEqualTo(new SeeGeneration.Outcome.Seen(1));
    assertThat(see.handle(new SeeGeneration.Command(programs.caller(boss), anna.id())))
        .isEqualTo(new SeeGeneration.Outcome.Seen(1));
    assertThat(see.handle(new SeeGeneration.Command(programs.caller(bert), anna.id())))
        .isEqualTo(new SeeGeneration.Outcome.NotAllowed());
  }

  @Test
  void anybodyMayAskWhetherATokenIsGood() {
    String confined =
        programs.named(
            anna,
            "confined",
            programs.in(60),
            Caveat.read("ip = 203.0.113.0/24").orElseThrow(),
            new Caveat.Through(Channel.GRAPHSYNC));

    assertThat(verify(text, Optional.empty(), Optional.empty()))
        .isInstanceOfSatisfying(
            VerifyToken.Outcome.Good.class,
            good -> {
              assertThat(good.owner().id()).isEqualTo(anna.id());
              assertThat(good.secondsLeft()).isEmpty();
            });
    assertThat(verify(confined, Optional.of("203.0.113.9"), Optional.of(Channel.GRAPHSYNC)))
        .isInstanceOfSatisfying(
            VerifyToken.Outcome.Good.class, good -> assertThat(good.secondsLeft()).contains(60L));
    assertThat(verify(confined, Optional.empty(), Optional.of(Channel.GRAPHSYNC)))
        .isInstanceOf(VerifyToken.Outcome.Flawed.class);
    assertThat(verify(confined, Optional.of("203.0.113.9"), Optional.empty()))
        .isInstanceOf(VerifyToken.Outcome.Flawed.class);
  }

  private VerifyToken.Outcome verify(
      String token, Optional<String> address, Optional<Channel> channel) {
    return new VerifyToken(programs.check, scene.clock)
        .handle(new VerifyToken.Command(token, TokenType.ACCESS, address, channel, Scene.HOME));
  }
}
