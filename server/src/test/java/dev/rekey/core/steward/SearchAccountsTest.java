package dev.rekey.core.steward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Place;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A steward finds and sees accounts. */
class SearchAccountsTest {

  private static final String PASSWORD = "quiet harbour lantern";

  private final Scene scene = new Scene();
  private final Account boss = scene.person("boss", Scene.ADMIN, PASSWORD);
  private final Account anna = scene.person("anna", PASSWORD);
  private final Account bert = scene.person("bert", PASSWORD);

  private Steward steward(String name) {
    Caller caller = scene.caller(name, PASSWORD);
    return new Steward.Administrator(caller);
  }

  private SearchAccounts.Outcome search(
      Steward by, Optional<String> text, Optional<Role> role, Optional<Place> after, int limit) {
    return new SearchAccounts(scene.store.accounts())
        .handle(
            new SearchAccounts.Command(by, text, role, Optional.empty(), after, limit, Scene.HOME));
  }

  private SearchAccounts.Outcome page(Optional<Place> after, int limit) {
    return search(steward("boss"), Optional.empty(), Optional.empty(), after, limit);
  }

  @Test
  void aFullPageSaysWhereTheNextOneBegins() {
    assertThat(page(Optional.empty(), 2))
        .isEqualTo(
            new SearchAccounts.Outcome.Found(List.of(found(boss), anna), Optional.of(place(anna))));
    assertThat(page(Optional.of(place(anna)), 2))
        .isEqualTo(new SearchAccounts.Outcome.Found(List.of(bert), Optional.empty()));
  }

  private static Place place(Account account) {
    return new Place("", account.id());
  }

  private Account found(Account account) {
    return scene.store.accounts().find(account.id()).orElseThrow();
  }

  @Test
  void aPageThatIsJustFullIsTheLast() {
    assertThat(page(Optional.empty(), 3))
        .isInstanceOfSatisfying(
            SearchAccounts.Outcome.Found.class, page -> assertThat(page.next()).isEmpty());
  }

  @Test
  void onlyWhoIsAskedForIsFound() {
    assertThat(
            search(
                steward("boss"), Optional.of("AN"), Optional.of(Scene.USER), Optional.empty(), 10))
        .isEqualTo(new SearchAccounts.Outcome.Found(List.of(anna), Optional.empty()));
  }

  @Test
  void whoMayNotSeesNobody() {
    assertThat(search(steward("bert"), Optional.empty(), Optional.empty(), Optional.empty(), 10))
        .isEqualTo(new SearchAccounts.Outcome.NotAllowed());
  }

  @Test
  void whoMayNotIsNotToldWhetherSomebodyIsThere() {
    Handle nobody = new Handle.Hex32("f".repeat(32));

    assertThat(see(steward("bert"), nobody)).isEqualTo(new SeeAccount.Outcome.NotAllowed());
    assertThat(see(steward("bert"), handle(anna))).isEqualTo(new SeeAccount.Outcome.NotAllowed());
    assertThat(see(steward("boss"), nobody)).isEqualTo(new SeeAccount.Outcome.NoSuchAccount());
    assertThat(see(steward("boss"), handle(anna))).isEqualTo(new SeeAccount.Outcome.Seen(anna));
  }

  @Test
  void anotherRealmsAccountIsNotSeen() {
    Account there = scene.personOf(new Realm("other"), "zoe", PASSWORD);

    assertThat(see(steward("boss"), handle(there)))
        .isEqualTo(new SeeAccount.Outcome.NoSuchAccount());
  }

  private SeeAccount.Outcome see(Steward by, Handle whose) {
    return new SeeAccount(scene.store.accounts())
        .handle(new SeeAccount.Command(by, whose, Scene.HOME));
  }

  private static Handle handle(Account account) {
    return new Handle.Hex32(account.ids().hex32());
  }
}
