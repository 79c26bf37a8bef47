package dev.rekey.core.steward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.delegation.Programs;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.steward.ListAccounts.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListAccountsTest {

  private final Programs programs = new Programs();
  private final Scene scene = programs.scene;
  private final ListAccounts listAccounts = new ListAccounts(scene.store.accounts());

  @Test
  void everyAccountOfTheRealmIsListedInTheOrderOfMaking() {
    List<WireIds> made = new ArrayList<>();
    for (int i = 0; i < 2001; i++) {
      Account account = scene.made(Scene.draft("somebody" + i, Scene.USER, Optional.empty()));
      made.add(account.ids());
    }
    scene.personOf(new Realm("other"), "elsewhere", "x");

    assertThat(listAccounts.handle(new ListAccounts.Command(new Steward.Operator(), Scene.HOME)))
        .isEqualTo(new Outcome.Listed(made));
  }

  @Test
  void onlyForThoseWhoMay() {
    Account anna = scene.person("anna", Programs.PASSWORD);
    Account boss = scene.person("boss", Scene.ADMIN, Programs.PASSWORD);
    assertThat(list(anna)).isEqualTo(new Outcome.NotAllowed());
    assertThat(list(boss)).isEqualTo(new Outcome.Listed(List.of(anna.ids(), boss.ids())));
  }

  private Outcome list(Account by) {
    return listAccounts.handle(
        new ListAccounts.Command(new Steward.Administrator(programs.caller(by)), Scene.HOME));
  }
}
