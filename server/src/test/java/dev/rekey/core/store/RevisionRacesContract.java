package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.draft;
import static dev.rekey.core.store.Story.edited;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Accounts.Revision.Revised;
import dev.rekey.core.store.Credentials.Commit;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises when several edit at once. */
interface RevisionRacesContract extends Contract {

  private Revision revise(Account account, AccountEdit edit) {
    return ports().accounts().revise(account.id(), edit, edited(account));
  }

  @Test
  default void twoEditsOfDifferentThingsBothHold() {
    for (int round = 0; round < 10; round++) {
      Account anna = made(ports(), "anna" + round);
      List<AccountEdit> edits =
          List.of(
              AccountEdit.none().withRole(new Role("educator")),
              AccountEdit.none().withUsername("annette" + round),
              AccountEdit.none().withEmail("annette" + round + "@example.org"),
              AccountEdit.none().withPasswordLogin(false),
              AccountEdit.none().withPendingEmail("later" + round + "@example.org"));

      Together.all(edits.size(), i -> revise(anna, edits.get(i)));

      Account after = again(ports(), anna);
      assertThat(after.role()).isEqualTo(new Role("educator"));
      assertThat(after.logins().username()).contains("annette" + round);
      assertThat(after.logins().email()).contains("annette" + round + "@example.org");
      assertThat(after.credential().passwordLogin()).isFalse();
    }
  }

  @Test
  default void ofManyEditsOfDifferentFieldsNoneIsLost() {
    Account anna = made(ports(), "anna");

    Together.all(
        100,
        i ->
            revise(
                anna,
                AccountEdit.none()
                    .withProfile(Map.of("field" + i, just("value" + i)))
                    .withPrivileges(Set.of("may" + i), Set.of())));

    assertThat(again(ports(), anna).profile().fields()).hasSize(100);
    assertThat(again(ports(), anna).privileges()).hasSize(100);
  }

  @Test
  default void anEditAndAChangeOfThePasswordBothHold() {
    for (int round = 0; round < 10; round++) {
      Account anna = made(ports(), "anna" + round);
      String name = "annette" + round;

      Together.all(
          2,
          i ->
              i == 0
                  ? revise(anna, AccountEdit.none().withUsername(name).withPasswordLogin(false))
                  : ports().credentials().swap(change(anna, 1)));

      Account after = again(ports(), anna);
      assertThat(after.logins().username()).contains(name);
      assertThat(after.credential().passwordLogin()).isFalse();
      assertThat(after.credential().version()).isEqualTo(2);
      assertThat(after.credential().hash()).contains(Story.NEW);
    }
  }

  @Test
  default void oneNameWantedByManyBecomesOnes() {
    List<Account> all = IntStream.range(0, 30).mapToObj(i -> made(ports(), "user" + i)).toList();

    List<Revision> revisions =
        Together.all(30, i -> revise(all.get(i), AccountEdit.none().withUsername("anna")));

    assertThat(revisions).filteredOn(Revised.class::isInstance).hasSize(1);
    assertThat(revisions).filteredOn(new Revision.Taken("username")::equals).hasSize(29);
    Account anna = ports().accounts().findByLogin(Realm.MAIN, "anna").orElseThrow();
    assertThat(revisions).contains(new Revised(anna));
    assertThat(all)
        .filteredOn(account -> !account.id().equals(anna.id()))
        .allSatisfy(account -> assertThat(again(ports(), account)).isEqualTo(account));
  }

  @Test
  default void aNameIsANewAccountsOrAnOldOnes() {
    for (int round = 0; round < 10; round++) {
      Account anna = made(ports(), "anna" + round);
      String name = "wanted" + round;

      List<Boolean> won =
          Together.all(
              2,
              i ->
                  i == 0
                      ? revise(anna, AccountEdit.none().withUsername(name)) instanceof Revised
                      : ports().accounts().create(draft(name), VISIT, NOW)
                          instanceof Creation.Created);

      assertThat(won).containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  default void whoeverExchangesNamesLosesNone() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");

    Together.all(
        40,
        i ->
            revise(
                i % 2 == 0 ? anna : bert,
                AccountEdit.none()
                    .withUsername(i % 4 < 2 ? "one" : "two")
                    .withEmail((i % 3 == 0 ? "two" : "one") + "@example.org")));

    for (Account account : List.of(again(ports(), anna), again(ports(), bert))) {
      assertThat(account.logins().all())
          .allSatisfy(name ->
              assertThat(ports().accounts().findByLogin(Realm.MAIN, name)).contains(account));
    }
  }

  @Test
  default void ofManyEditsWithOneTicketOneWins() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "ticket");
    Sequel sequel = edited(anna).withSpent(TokenDigest.of("ticket"));

    List<Revision> revisions =
        Together.all(
            100,
            i ->
                ports()
                    .accounts()
                    .revise(anna.id(), AccountEdit.none().withUsername("anna" + i), sequel));

    assertThat(revisions).filteredOn(Revised.class::isInstance).hasSize(1);
    assertThat(revisions).filteredOn(new Revision.TicketGone()::equals).hasSize(99);
    assertThat(revisions).contains(new Revised(again(ports(), anna)));
  }

  @Test
  default void aTicketIsSpentByAnEditOrByAChangeOfThePassword() {
    for (int round = 0; round < 10; round++) {
      Account anna = made(ports(), "anna" + round);
      String ticket = "ticket" + round;
      send(ports(), anna, ticket);
      Sequel sequel = edited(anna).withSpent(TokenDigest.of(ticket));

      List<Boolean> won =
          Together.all(
              2,
              i ->
                  i == 0
                      ? ports().accounts().revise(anna.id(), AccountEdit.none(), sequel)
                          instanceof Revised
                      : ports().credentials().swap(Story.spending(change(anna, 1), ticket))
                          == Commit.DONE);

      assertThat(won).containsExactlyInAnyOrder(true, false);
    }
  }
}
