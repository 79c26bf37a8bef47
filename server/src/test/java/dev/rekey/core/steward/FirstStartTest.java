package dev.rekey.core.steward;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.PlainHasher.Work;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.steward.FirstStart.Command;
import dev.rekey.core.steward.FirstStart.Outcome;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStartTest {

  private static final String LINK = "printed-once";
  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();
  private final FirstStart firstStart = firstStart(Optional.of(TokenDigest.of(LINK)));

  @Test
  void whoeverHoldsTheLinkMakesTheFirstAdministrator() {
    assertThat(firstStart.isOpen(LINK, HOME)).isTrue();

    Account admin = created(handle(LINK, SECRET));

    assertThat(admin.role()).isEqualTo(new Role("admin"));
    assertThat(scene.admits("root", SECRET)).isTrue();
  }

  @Test
  void theLinkLeadsInOnce() {
    handle(LINK, SECRET);

    assertThat(firstStart.isOpen(LINK, HOME)).isFalse();
    assertThat(handle(LINK, SECRET)).isEqualTo(new Outcome.NoSuchLink());
  }

  @Test
  void oneOfManyAtTheSameMomentGetsIn() {
    List<Outcome> outcomes = Together.all(100, _ -> handle(LINK, SECRET));

    assertThat(outcomes).filteredOn(Outcome.Tried.class::isInstance).hasSize(1);
    assertThat(scene.standing().accounts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "printed-twice", "PRINTED-ONCE", "printed-once "})
  void noOtherLinkLeadsAnywhere(String token) {
    assertThat(firstStart.isOpen(token, HOME)).isFalse();
    assertThat(handle(token, SECRET)).isEqualTo(new Outcome.NoSuchLink());
    assertThat(firstStart.isOpen(LINK, HOME)).isTrue();
  }

  @Test
  void aLinkThatIsNoGoodCostsNoHash() {
    assertThat(scene.workOf(() -> handle("guessed", SECRET))).isEqualTo(new Work(0, 0));
  }

  @Test
  void anyAccountClosesTheWay() {
    scene.person("anna", SECRET);

    assertThat(firstStart.isOpen(LINK, HOME)).isFalse();
    assertThat(handle(LINK, SECRET)).isEqualTo(new Outcome.NoSuchLink());
  }

  @Test
  void withoutALinkThereIsNoWay() {
    FirstStart later = firstStart(Optional.empty());

    assertThat(later.isOpen("", HOME)).isFalse();
    assertThat(later.handle(command(LINK, SECRET))).isEqualTo(new Outcome.NoSuchLink());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "root@example.org"})
  void aRefusedPasswordLeavesTheLinkGood(String password) {
    assertThat(handle(LINK, password))
        .isInstanceOfSatisfying(
            Outcome.Tried.class,
            tried ->
                assertThat(tried.creation()).isInstanceOf(CreateAccount.Outcome.Refused.class));

    assertThat(handle(LINK, SECRET)).isInstanceOf(Outcome.Tried.class);
    assertThat(scene.admits("root", SECRET)).isTrue();
  }

  @Test
  void anOverloadedServerLeavesTheLinkGood() {
    scene.hasher.fillAfter(0);
    assertThat(handle(LINK, SECRET))
        .isEqualTo(new Outcome.Tried(new CreateAccount.Outcome.Overloaded(PlainHasher.FULL_FOR)));
    scene.hasher.fillAfter(Integer.MAX_VALUE);

    created(handle(LINK, SECRET));
  }

  @Test
  void aConfigurationWithoutAdministratorsLeavesTheLinkGood() {
    CreateAccount createAccount =
        new CreateAccount(
            scene.store.accounts(),
            scene.newPassword(),
            scene.hasher,
            new Roles(Map.of()),
            scene.clock);
    FirstStart unlucky =
        new FirstStart(scene.store.accounts(), createAccount, Optional.of(TokenDigest.of(LINK)));

    assertThat(unlucky.handle(command(LINK, SECRET)))
        .isEqualTo(new Outcome.Tried(new CreateAccount.Outcome.UnknownRole()));
    assertThat(unlucky.isOpen(LINK, HOME)).isTrue();
  }

  /** A full disk is no reason to start the server anew. */
  @Test
  void anAccidentLeavesTheLinkGood() {
    scene.hasher.meanwhile(() -> {
      throw new IllegalStateException("the disk is gone");
    });

    assertThatThrownBy(() -> handle(LINK, SECRET)).hasMessage("the disk is gone");

    assertThat(firstStart.isOpen(LINK, HOME)).isTrue();
  }

  private FirstStart firstStart(Optional<TokenDigest> link) {
    return new FirstStart(scene.store.accounts(), scene.createAccount(), link);
  }

  private Outcome handle(String token, String password) {
    return firstStart.handle(command(token, password));
  }

  private static Command command(String token, String password) {
    Logins logins = Scene.logins("root");
    return new Command(token, logins, Password.of(password), HOME);
  }

  private static Account created(Outcome outcome) {
    if (outcome instanceof Outcome.Tried(CreateAccount.Outcome.Created(Account account))) {
      return account;
    }
    throw new AssertionError("not created: " + outcome);
  }
}
