package dev.rekey.core.reset;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.proof.PlainHasher.Work;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.reset.TypeCode.Outcome;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeCodeTest {

  private static final String SECRET = "yellow submarine";
  private static final String WRONG = "2222-2222";

  private final Scene scene = new Scene();

  @ParameterizedTest
  @ValueSource(strings = {"anna", "anna@example.org", "Anna@Example.org "})
  void theRightCodeIsWorthAFreshTicket(String name) {
    scene.person("anna", SECRET);
    String code = scene.resetCode("anna");

    String token = right(scene.type(name, code));

    assertThat(scene.spend(token, "umbrella tulip")).isInstanceOf(SpendTicket.Outcome.Done.class);
  }

  @Test
  void theTicketKeepsItsEndAndItsNumberAndLosesItsCode() {
    scene.person("anna", SECRET);
    scene
        .askForLetter()
        .handle(
            new AskForLetter.Command(
                Ticket.Purpose.RESET_PASSWORD, "anna", Scene.LINK, Optional.of("47"), HOME));
    Letter.ResetLink letter = scene.letters(Letter.ResetLink.class).getLast();
    assertThat(letter.number()).isEqualTo("47");
    scene.clock.pass(Duration.ofHours(1));

    String token = right(scene.type("anna", letter.code()));

    Ticket ticket = scene.store.tickets().find(TokenDigest.of(token)).orElseThrow();
    assertThat(ticket.expiresAt()).isEqualTo(letter.expiresAt());
    assertThat(ticket.number()).contains("47");
    assertThat(ticket.code()).isEmpty();
  }

  @Test
  void theLinkDiesWithTheCodeAndTheCodeWithItself() {
    scene.person("anna", SECRET);
    String code = scene.resetCode("anna");
    String link = scene.newestToken();
    scene.type("anna", code);

    assertThat(scene.spend(link, "umbrella tulip")).isInstanceOf(SpendTicket.Outcome.Refused.class);
    assertThat(scene.type("anna", code)).isEqualTo(new Outcome.Wrong());
  }

  @Test
  void theStoreKeepsADigestAlone() {
    Account anna = scene.person("anna", SECRET);
    String code = scene.resetCode("anna");

    Ticket ticket =
        scene.store.tickets().find(anna.id(), Ticket.Purpose.RESET_PASSWORD).orElseThrow();

    assertThat(ticket.toString()).doesNotContain(code).doesNotContain(code.replace("-", ""));
  }

  @Test
  void aCodeOpensItsOwnersAccountAlone() {
    scene.person("anna", SECRET);
    scene.person("bert", SECRET);
    scene.askForReset("bert");

    assertThat(scene.type("bert", scene.resetCode("anna"))).isEqualTo(new Outcome.Wrong());
  }

  @Test
  void aNewerLetterKillsTheCode() {
    scene.person("anna", SECRET);
    String older = scene.resetCode("anna");
    String newer = scene.resetCode("anna");

    assertThat(scene.type("anna", older)).isEqualTo(new Outcome.Wrong());
    right(scene.type("anna", newer));
  }

  @Test
  void aCodeDiesWithThePasswordAndInTime() {
    scene.person("anna", SECRET);
    String spent = scene.resetCode("anna");
    scene.spend(scene.newestToken(), "umbrella tulip");
    assertThat(scene.type("anna", spent)).isEqualTo(new Outcome.Wrong());

    String old = scene.resetCode("anna");
    scene.clock.pass(Scene.TICKET_LIFETIME);
    assertThat(scene.type("anna", old)).isEqualTo(new Outcome.Wrong());
  }

  @Test
  void disabledAccountsAndOtherRealmsAreNotOpened() {
    Account anna = scene.person("anna", SECRET);
    String code = scene.resetCode("anna");

    assertThat(scene.type("anna", code, Scene.visit(new Realm("other"), HOME.origin().address())))
        .isEqualTo(new Outcome.Wrong());
    scene.disable(anna);
    assertThat(scene.type("anna", code)).isEqualTo(new Outcome.Wrong());
  }

  // Nobody learns anything

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "", "disabled", "ghost", "never-asked"})
  void aWrongCodeTakesTheSameForEverybody(String name) {
    scene.person("anna", SECRET);
    scene.person("never-asked", SECRET);
    scene.disable(scene.person("disabled", SECRET));
    scene.person("ghost", Scene.GHOST, SECRET);
    scene.askForReset("anna");

    assertThat(scene.callsOf(() -> scene.type(name, WRONG)))
        .isEqualTo(scene.callsOf(() -> scene.type("anna", WRONG)));
    assertThat(scene.workOf(() -> scene.type(name, WRONG))).isEqualTo(new Work(0, 0));
    assertThat(scene.type(name, WRONG)).isEqualTo(scene.type("anna", WRONG));
  }

  @Test
  void aRefusalIsWrittenDownWithoutWhatWasTyped() {
    scene.type("nobody@example.org", "SECR-ET23");

    AuditEntry entry = scene.lastEntry();
    assertThat(entry.event()).isEqualTo(new Event.ResetCodeRefused());
    assertThat(entry.about()).isEmpty();
    assertThat(entry.toString()).doesNotContain("nobody").doesNotContain("SECR");
    assertThat(new TypeCode.Command("anna", "SECR-ET23", HOME).toString()).doesNotContain("SECR");
    assertThat(new Outcome.Right("t0ken").toString()).doesNotContain("t0ken");
  }

  // Limits

  @Test
  void afterTenWrongCodesTheRightOneIsWrongForAnHour() {
    scene.person("anna", SECRET);
    String code = scene.resetCode("anna");
    for (int i = 0; i < 10; i++) {
      assertThat(scene.type("anna", WRONG, Scene.from("198.51.100." + i)))
          .isEqualTo(new Outcome.Wrong());
    }

    assertThat(scene.type("ANNA@example.org", code)).isEqualTo(new Outcome.Wrong());
    scene.clock.pass(Duration.ofHours(1).plusMillis(1));
    right(scene.type("anna", code));
  }

  @Test
  void theNinthWrongCodeLeavesRoomForTheRightOne() {
    scene.person("anna", SECRET);
    String code = scene.resetCode("anna");
    for (int i = 0; i < 9; i++) {
      scene.type("anna", WRONG);
    }

    right(scene.type("anna", code));
  }

  @Test
  void neitherANewLetterNorARestartNorAResetResetsTheCount() {
    scene.person("anna", SECRET);
    for (int i = 0; i < 10; i++) {
      scene.type("anna", WRONG);
    }
    scene.spend(scene.resetToken("anna"), "umbrella tulip");

    String code = scene.resetCode("anna");

    assertThat(scene.type("anna", code)).isEqualTo(new Outcome.Wrong());
    assertThat(scene.restarted().type("anna", code)).isEqualTo(new Outcome.Wrong());
  }

  @Test
  void whoIsShutOutByWrongCodesMayStillFollowTheLink() {
    scene.person("anna", SECRET);
    String token = scene.resetToken("anna");
    for (int i = 0; i < 12; i++) {
      scene.type("anna", WRONG);
    }

    assertThat(scene.spend(token, "umbrella tulip")).isInstanceOf(SpendTicket.Outcome.Done.class);
  }

  @Test
  void codesAreLimitedPerAddressForWhomever() {
    scene.person("anna", SECRET);
    String code = scene.resetCode("anna");
    for (int i = 0; i < 60; i++) {
      assertThat(scene.type("nobody" + i, WRONG)).isEqualTo(new Outcome.Wrong());
    }

    assertThat(scene.type("anna", code)).isEqualTo(new Outcome.TooMany(Duration.ofHours(1)));
    right(scene.type("anna", code, Scene.from("192.0.2.8")));
  }

  private static String right(Outcome outcome) {
    if (outcome instanceof Outcome.Right(String token)) {
      return token;
    }
    throw new AssertionError("that was the code: " + outcome);
  }
}
