package dev.rekey.core.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.delegation.IssueToken.Outcome;
import dev.rekey.core.delegation.IssueToken.Wish;
import dev.rekey.core.macaroon.Baked;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.MacaroonCheck;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.store.Story;
import dev.rekey.core.token.Grant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueTokenTest {

  private final Programs programs = new Programs();
  private final Account anna = programs.scene.person("anna", Programs.PASSWORD);
  private final Account bert = programs.scene.person("bert", Programs.PASSWORD);
  private final Account boss = programs.scene.person("boss", Scene.ADMIN, Programs.PASSWORD);

  @Test
  void aNamedTokenIsKeptAsItWasWishedAndGood() {
    Caveat end = programs.in(60);
    Outcome outcome =
        programs.issue(
            anna, new Wish.Named("mine", TokenType.ACCESS, List.of(end), "{\"a\":1}", false));

    NamedToken token = programs.token(anna, "mine");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> {
              assertThat(done.id()).isEqualTo(token.id()).matches("[0-9a-f]{32}");
              assertThat(programs.check(done.token()))
                  .isInstanceOf(MacaroonCheck.Result.Right.class);
              assertThat(done).asString().doesNotContain(done.token());
            });
    assertThat(token.caveats()).containsExactly(end);
    assertThat(token.metadata()).isEqualTo("{\"a\":1}");
    assertThat(programs.scene.store.grants().find(token.ref()))
        .map(Grant::expiresAt)
        .contains(programs.scene.clock.instant().plusSeconds(60).minusNanos(250_000_000));
  }

  @Test
  void itIsWrittenDownWithoutTheToken() {
    String token = programs.named(anna, "mine");
    AuditEntry last = programs.scene.store.trail().getLast();

    assertThat(last.event()).isEqualTo(new Event.TokenIssued("named"));
    assertThat(last.about()).contains(anna.id());
    assertThat(last.by()).isEmpty();
    assertThat(programs.scene.store.trail()).asString().doesNotContain(token);
  }

  @Test
  void aStewardIssuesForOthersAndIsNamedForIt() {
    Outcome outcome =
        programs
            .issueToken()
            .handle(
                new IssueToken.Command(
                    programs.caller(boss), anna, Programs.wish("for you"), Scene.HOME));

    assertThat(programs.prove(Programs.text(outcome))).asString().contains("anna");
    assertThat(programs.scene.store.trail().getLast().by()).contains(boss.id());
  }

  @Test
  void whoProvedToBeSomebodyWithAnOldPasswordGetsNothing() {
    Caller early = programs.caller(anna);
    programs.scene.spend(programs.scene.resetToken("anna"), "umbrella tulip");
    Account now = programs.scene.now(anna);
    Wish temporary = new Wish.Temporary(TokenType.ACCESS, List.of(programs.in(60)));

    for (Wish wish : List.of(Programs.wish("late"), new Wish.ForClient(), temporary)) {
      assertThat(programs.issueToken().handle(new IssueToken.Command(early, now, wish, Scene.HOME)))
          .isEqualTo(new Outcome.Overtaken());
    }
    assertThat(programs.tokens.of(anna.id(), programs.scene.clock.instant())).isEmpty();
  }

  @Test
  void nobodyIssuesForTheDisabled() {
    programs.scene.disable(anna);

    assertThat(
            programs
                .issueToken()
                .handle(
                    new IssueToken.Command(
                        programs.caller(boss),
                        programs.scene.now(anna),
                        Programs.wish("mine"),
                        Scene.HOME)))
        .isEqualTo(new Outcome.Disabled());
  }

  @Test
  void nobodyElseDoes() {
    IssueToken.Command forAnna =
        new IssueToken.Command(programs.caller(bert), anna, Programs.wish("for you"), Scene.HOME);
    assertThat(programs.issueToken().handle(forAnna)).isEqualTo(new Outcome.NotAllowed());
    assertThat(programs.tokens.of(anna.id(), programs.scene.clock.instant())).isEmpty();
  }

  @Test
  void aNameIsTakenOnce() {
    programs.named(anna, "mine");
    assertThat(programs.issue(anna, Programs.wish("mine"))).isEqualTo(new Outcome.NameTaken());
    assertThat(programs.issue(bert, Programs.wish("mine"))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void thereIsALimit() {
    for (int i = 0; i < Programs.MOST; i++) {
      programs.named(anna, "token " + i);
    }
    assertThat(programs.issue(anna, Programs.wish("more")))
        .isEqualTo(new Outcome.TooMany(Programs.MOST));
  }

  @Test
  void aTemporaryTokenNeedsAnEndThatIsNotFar() {
    long most = Programs.LONGEST.toSeconds();
    assertThat(temporary(programs.in(most))).isInstanceOf(Outcome.Done.class);
    assertThat(temporary(programs.in(-60))).isInstanceOf(Outcome.Done.class);
    assertThat(temporary(programs.in(most + 1))).isEqualTo(new Outcome.EndNeeded(Programs.LONGEST));
    assertThat(temporary()).isEqualTo(new Outcome.EndNeeded(Programs.LONGEST));
    assertThat(temporary(programs.in(most + 1), programs.in(1))).isInstanceOf(Outcome.Done.class);
  }

  private Outcome temporary(Caveat... caveats) {
    return programs.issue(anna, new Wish.Temporary(TokenType.ACCESS, List.of(caveats)));
  }

  @Test
  void anOlderClientGetsAYear() {
    Outcome outcome = programs.issue(anna, new Wish.ForClient());

    NamedToken token = programs.tokens.of(anna.id(), programs.scene.clock.instant()).getFirst();
    assertThat(token.name()).matches("access token 2026-11-20T08\\.00\\.00Z [0-9a-f]{6}");
    assertThat(token.caveats()).containsExactly(programs.in(Duration.ofDays(365).toSeconds()));
    assertThat(Baked.read(Programs.text(outcome))).isPresent();
  }

  @Test
  void nothingIsIssuedOnceThePasswordWasChanged() {
    Caller before = programs.caller(anna);
    programs.scene.store.credentials().swap(Story.change(anna, 1));

    for (Wish wish :
        List.of(
            Programs.wish("mine"),
            new Wish.Temporary(TokenType.ACCESS, List.of(programs.in(60))))) {
      assertThat(
              programs
                  .issueToken()
                  .handle(new IssueToken.Command(before, before.account(), wish, Scene.HOME)))
          .isEqualTo(new Outcome.Overtaken());
    }
  }
}
