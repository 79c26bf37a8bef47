package dev.rekey.core.store;

import static dev.rekey.core.store.Story.draft;
import static dev.rekey.core.store.Story.edited;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises to somebody who looks for accounts. */
interface SearchContract extends Contract {

  AccountSearch ALL =
      new AccountSearch(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 100);

  private List<String> found(String text) {
    return names(
        new AccountSearch(just(text), ALL.role(), ALL.disabled(), ALL.after(), ALL.limit()));
  }

  private List<String> names(AccountSearch search) {
    return ports().accounts().search(Realm.MAIN, search).stream()
        .map(account -> account.logins().username().orElse("-"))
        .toList();
  }

  private Account named(String username) {
    return made(ports(), draft(Realm.MAIN, Logins.of(Optional.empty(), just(username))));
  }

  @Test
  default void aNameIsFoundByWhatItBeginsWith() {
    made(ports(), draft(Realm.MAIN, new Logins(just("zoe@x.org"), just("anna"), just("uid-7"))));
    named("hanna");

    for (String begin : List.of("a", "an", "anna", "zoe", "zoe@x.org", "uid")) {
      assertThat(found(begin)).as(begin).containsExactly("anna");
    }
    assertThat(found("annaa")).isEmpty();
    assertThat(found("nna")).isEmpty();
    assertThat(found("x.org")).isEmpty();
  }

  @Test
  default void lettersFromAToZAreFoundInEitherCase() {
    named("AnNa");
    named("ZACHARIAS");
    named("Ångström");

    assertThat(found("aNnA")).containsExactly("AnNa");
    assertThat(found("zACH")).containsExactly("ZACHARIAS");
    assertThat(found("ÅNGSTRÖM")).isEmpty();
    assertThat(found("ÅNG")).containsExactly("Ångström");
    assertThat(found("ång")).isEmpty();
  }

  @Test
  default void signsMeanThemselves() {
    List<String> odd = List.of("100%", "1000", "a_b", "axb", "a\\b", "'; --", "*", "[a]", "@", "^");
    odd.forEach(this::named);

    assertThat(odd).allSatisfy(name -> assertThat(found(name)).containsExactly(name));
    assertThat(found("100")).containsExactly("100%", "1000");
    assertThat(found("%")).isEmpty();
    assertThat(found("_")).isEmpty();
  }

  @Test
  default void theEdgesOfWritingAreNoEdges() {
    List<String> odd = List.of("\ud7ff1", "\ue0002", "\uffff3", "\ud800\udc004", "\udbff\udfff5");
    odd.forEach(this::named);

    assertThat(odd)
        .allSatisfy(name -> assertThat(found(name)).containsExactly(name))
        .allSatisfy(
            name -> assertThat(found(name.substring(0, name.length() - 1))).hasSizeLessThan(2));
    assertThat(found("\ud7ff")).containsExactly("\ud7ff1");
    assertThat(found("\uffff")).containsExactly("\uffff3");
  }

  @Test
  default void whatNobodyCouldBeCalledFindsNobody() {
    named("anna");

    for (String text : List.of("\0", "\ud800", "anna\0", "' OR 1=1 --", "a".repeat(60_000))) {
      assertThat(found(text)).isEmpty();
    }
  }

  @Test
  default void noTextIsNoCondition() {
    named("anna");

    assertThat(names(ALL)).containsExactly("anna");
    assertThat(found("")).containsExactly("anna");
  }

  @Test
  default void whoeverIsFoundByManyNamesIsFoundOnce() {
    made(ports(), draft(Realm.MAIN, new Logins(just("anna@x.org"), just("anna"), just("annika"))));

    assertThat(found("ann")).containsExactly("anna");
  }

  @Test
  default void aSearchComesAPageAtATimeInTheOrderOfMaking() {
    List<String> all = List.of("user3", "user1", "user4", "other", "user2");
    all.forEach(this::named);

    List<String> seen = new ArrayList<>();
    Optional<AccountId> after = Optional.empty();
    List<Account> page;
    do {
      page = ports().accounts().search(Realm.MAIN, page(after));
      page.forEach(account -> seen.add(account.logins().display()));
      after = page.isEmpty() ? after : Optional.of(page.getLast().id());
    } while (!page.isEmpty());

    assertThat(seen).containsExactly("user3", "user1", "user4", "user2");
  }

  private static AccountSearch page(Optional<AccountId> after) {
    return new AccountSearch(just("USER"), ALL.role(), ALL.disabled(), after, 2);
  }

  @Test
  default void aSearchMayAskForARoleAndForAState() {
    Account anna = named("anna");
    Account bert = named("bert");
    Account annabel = named("annabel");
    Role admin = new Role("admin");
    for (Account account : List.of(anna, bert)) {
      ports().accounts().revise(account.id(), AccountEdit.none().withRole(admin), edited(account));
    }
    ports().accounts().setDisabled(bert.id(), true, entry(bert.id(), new Event.AccountDisabled()));
    Optional<Role> admins = Optional.of(admin);
    Optional<AccountId> start = Optional.empty();

    assertThat(names(new AccountSearch(Optional.empty(), admins, Optional.empty(), start, 9)))
        .containsExactly("anna", "bert");
    assertThat(names(new AccountSearch(Optional.empty(), admins, Optional.of(true), start, 9)))
        .containsExactly("bert");
    assertThat(
            names(
                new AccountSearch(
                    Optional.empty(), Optional.empty(), Optional.of(false), start, 9)))
        .containsExactly("anna", "annabel");
    assertThat(names(new AccountSearch(just("ann"), admins, Optional.of(false), start, 9)))
        .containsExactly("anna");
    assertThat(
            names(
                new AccountSearch(
                    just("ann"), Optional.empty(), Optional.empty(), Optional.of(anna.id()), 9)))
        .containsExactly(annabel.logins().display());
  }

  @Test
  default void realmsAreSearchedAlone() {
    Account there =
        made(ports(), draft(AccountsContract.ELSEWHERE, Logins.of(Optional.empty(), just("anna"))));

    assertThat(found("anna")).isEmpty();
    assertThat(ports().accounts().search(AccountsContract.ELSEWHERE, ALL)).containsExactly(there);
    assertThat(ports().accounts().search(new Realm("nowhere"), ALL)).isEmpty();
  }

  @Test
  default void aChangedNameIsFoundAsItIsNow() {
    Account anna = named("anna");
    ports().accounts().revise(anna.id(), AccountEdit.none().withUsername("Berta"), edited(anna));

    assertThat(found("bert")).containsExactly("Berta");
    assertThat(found("anna")).isEmpty();
  }
}
