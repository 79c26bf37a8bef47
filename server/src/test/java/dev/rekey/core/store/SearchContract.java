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
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Place;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    return ports().accounts().search(Realm.MAIN, search).accounts().stream()
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
  default void aSearchComesAPageAtATime() {
    List<String> all = List.of("user3", "user1", "user4", "other", "user2");
    all.forEach(this::named);

    assertThat(paged(after -> page(just("USER"), after)))
        .containsExactly("user1", "user2", "user3", "user4");
    assertThat(paged(after -> page(Optional.empty(), after))).containsExactlyElementsOf(all);
  }

  private List<String> paged(Function<Optional<Place>, AccountSearch> search) {
    List<String> seen = new ArrayList<>();
    Optional<Place> after = Optional.empty();
    do {
      AccountSearch.Page page = ports().accounts().search(Realm.MAIN, search.apply(after));
      assertThat(page.accounts()).hasSizeLessThanOrEqualTo(search.apply(after).limit());
      page.accounts().forEach(account -> seen.add(account.logins().display()));
      after = page.next();
    } while (after.isPresent());
    return seen;
  }

  private static AccountSearch page(Optional<String> text, Optional<Place> after) {
    return new AccountSearch(text, ALL.role(), ALL.disabled(), after, 2);
  }

  @Test
  default void whoeverHasSeveralNamesStandsAtTheFirstThatFits() {
    made(ports(), draft(Realm.MAIN, new Logins(just("ann@x.org"), just("zoe"), just("annz"))));
    List.of("anna", "annx", "b").forEach(this::named);

    assertThat(paged(after -> page(just("ann"), after))).containsExactly("zoe", "anna", "annx");
    assertThat(paged(after -> page(just("annz"), after))).containsExactly("zoe");
  }

  @Test
  default void namesThatDifferInCaseAloneAllHaveTheirPlace() {
    List<String> all = List.of("Anna", "aNna", "anNa", "annA", "anna");
    all.forEach(this::named);

    assertThat(paged(after -> page(just("ann"), after))).containsExactlyElementsOf(all);
  }

  @Test
  default void aPageGoesOnWhereTheOneBeforeEndedThoughItsLastIsGone() {
    List<String> all = List.of("ann1", "ann2", "ann3", "ann4");
    List<Account> accounts = all.stream().map(this::named).toList();
    AccountSearch.Page first =
        ports().accounts().search(Realm.MAIN, page(just("ann"), Optional.empty()));
    ports().accounts().delete(accounts.get(1).id(), Sequel.of(edited(accounts.get(1)).entry()));

    assertThat(first.next()).contains(new Place("ann2", accounts.get(1).id()));
    assertThat(ports().accounts().search(Realm.MAIN, page(just("ann"), first.next())).accounts())
        .containsExactly(accounts.get(2), accounts.get(3));
  }

  @Test
  default void aPlaceOfAnotherSearchIsNoAccident() {
    Account anna = named("anna");

    assertThat(names(page(just("ann"), Optional.of(new Place("", anna.id())))))
        .containsExactly("anna");
    assertThat(names(page(just("ann"), Optional.of(new Place("b", anna.id()))))).isEmpty();
    assertThat(names(page(Optional.empty(), Optional.of(new Place("z", new AccountId(0))))))
        .containsExactly("anna");
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
    Optional<Place> start = Optional.empty();

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
                    just("ann"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Place("anna", anna.id())),
                    9)))
        .containsExactly(annabel.logins().display());
  }

  @Test
  default void aSearchMayAskForAddressesThatNobodyConfirmed() {
    Account anna = named("anna");
    Account annabel = unconfirmed("annabel");
    Account bert = unconfirmed("bert");
    ports().accounts().setDisabled(bert.id(), true, entry(bert.id(), new Event.AccountDisabled()));

    assertThat(confirmed(Optional.empty(), Optional.empty(), true)).containsExactly("anna");
    assertThat(confirmed(Optional.empty(), Optional.empty(), false))
        .containsExactly("annabel", "bert");
    assertThat(confirmed(just("ann"), Optional.empty(), false)).containsExactly("annabel");
    assertThat(confirmed(just("b"), Optional.of(true), false)).containsExactly("bert");
    assertThat(confirmed(Optional.empty(), Optional.of(false), false)).containsExactly("annabel");
    assertThat(anna.confirmation().confirmedAt()).isPresent();
    assertThat(annabel.confirmation().confirmedAt()).isEmpty();
  }

  private List<String> confirmed(
      Optional<String> text, Optional<Boolean> disabled, boolean confirmed) {
    return names(
        new AccountSearch(
            text, Optional.empty(), disabled, Optional.of(confirmed), Optional.empty(), 9));
  }

  private Account unconfirmed(String username) {
    return made(
        ports(),
        new NewAccount(
            Realm.MAIN,
            Logins.of(Optional.empty(), just(username)),
            new Role("user"),
            Profile.empty(),
            Optional.empty(),
            true,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  default void realmsAreSearchedAlone() {
    Account there =
        made(ports(), draft(AccountsContract.ELSEWHERE, Logins.of(Optional.empty(), just("anna"))));

    assertThat(found("anna")).isEmpty();
    assertThat(ports().accounts().search(AccountsContract.ELSEWHERE, ALL).accounts())
        .containsExactly(there);
    assertThat(ports().accounts().search(new Realm("nowhere"), ALL).accounts()).isEmpty();
  }

  @Test
  default void aChangedNameIsFoundAsItIsNow() {
    Account anna = named("anna");
    ports().accounts().revise(anna.id(), AccountEdit.none().withUsername("Berta"), edited(anna));

    assertThat(found("bert")).containsExactly("Berta");
    assertThat(found("anna")).isEmpty();
  }
}
