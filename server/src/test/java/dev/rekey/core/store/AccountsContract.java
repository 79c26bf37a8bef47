package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.OLD;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.draft;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.laterEntry;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.numbered;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.signedIn;
import static dev.rekey.core.store.Story.token;
import static dev.rekey.core.store.Story.withIds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every store promises about accounts. */
interface AccountsContract extends Contract {

  Realm ELSEWHERE = new Realm("elsewhere");

  @Test
  default void aNewAccountIsAsItWasDrafted() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("last_name", "Ångström");
    fields.put("first_name", "Anna \"A.\"");
    fields.put("about", "");
    NewAccount draft =
        new NewAccount(
            Realm.MAIN,
            new Logins(just("Anna@Example.org "), just("anna"), just("uid-7")),
            new Role("educator"),
            new Profile(fields),
            Optional.of(OLD),
            false,
            Optional.of(1932L),
            just("0123456789abcdef01234567"),
            just("0123456789abcdef0123456789abcdef"));

    Account account = made(ports(), draft);

    assertThat(account.realm()).isEqualTo(Realm.MAIN);
    assertThat(account.ids().number()).isEqualTo(1932);
    assertThat(account.ids().hex24()).isEqualTo("0123456789abcdef01234567");
    assertThat(account.ids().hex32()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(account.logins())
        .isEqualTo(new Logins(just("anna@example.org"), just("anna"), just("uid-7")));
    assertThat(account.role()).isEqualTo(new Role("educator"));
    assertThat(account.profile().fields()).containsExactlyEntriesOf(fields);
    assertThat(account.credential())
        .isEqualTo(new Credential(Optional.of(OLD), 1, false, Optional.of(NOW)));
    assertThat(account.privileges()).isEmpty();
    assertThat(account.confirmation())
        .isEqualTo(new Confirmation(Optional.of(NOW), Optional.empty()));
    assertThat(account.disabled()).isFalse();
    assertThat(account.moments()).isEqualTo(Moments.ofBirth(NOW));
    assertThat(again(ports(), account)).isEqualTo(account);
  }

  @Test
  default void anAccountMayWaitForItsFirstPassword() {
    NewAccount anna = draft("anna");
    NewAccount bare =
        new NewAccount(
            anna.realm(),
            anna.logins(),
            anna.role(),
            anna.profile(),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(made(ports(), bare).credential())
        .isEqualTo(new Credential(Optional.empty(), 1, true, Optional.empty()));
  }

  @Test
  default void anAccountIsFoundByEachOfItsIds() {
    made(ports(), "bert");
    Account anna = made(ports(), "anna");
    Accounts accounts = ports().accounts();

    assertThat(accounts.find(anna.id())).contains(anna);
    assertThat(accounts.find(Realm.MAIN, new Handle.Number(anna.ids().number()))).contains(anna);
    assertThat(accounts.find(Realm.MAIN, new Handle.Hex24(anna.ids().hex24()))).contains(anna);
    assertThat(accounts.find(Realm.MAIN, new Handle.Hex32(anna.ids().hex32()))).contains(anna);
  }

  @Test
  default void nobodyIsFoundByAnIdThatWasNeverGiven() {
    made(ports(), "anna");
    Accounts accounts = ports().accounts();

    assertThat(accounts.find(new AccountId(987_654))).isEmpty();
    assertThat(accounts.find(Realm.MAIN, new Handle.Number(987_654))).isEmpty();
    assertThat(accounts.find(Realm.MAIN, new Handle.Hex24("not hex at all"))).isEmpty();
    assertThat(accounts.find(Realm.MAIN, new Handle.Hex32(""))).isEmpty();
  }

  @Test
  default void anAddressIsFoundHoweverItIsTyped() {
    Account anna = made(ports(), "anna");
    Accounts accounts = ports().accounts();

    assertThat(accounts.findByLogin(Realm.MAIN, "anna@example.org")).contains(anna);
    assertThat(accounts.findByLogin(Realm.MAIN, " Anna@EXAMPLE.org ")).contains(anna);
  }

  @Test
  default void aUsernameAndAUidAreComparedExactly() {
    Logins logins = new Logins(just("anna@example.org"), just("Anna"), just("Uid-7"));
    Account anna = made(ports(), draft(Realm.MAIN, logins));
    Accounts accounts = ports().accounts();

    assertThat(accounts.findByLogin(Realm.MAIN, "Anna")).contains(anna);
    assertThat(accounts.findByLogin(Realm.MAIN, "Uid-7")).contains(anna);
    assertThat(accounts.findByLogin(Realm.MAIN, "anna")).isEmpty();
    assertThat(accounts.findByLogin(Realm.MAIN, "uid-7")).isEmpty();
    assertThat(accounts.findByLogin(Realm.MAIN, "Anna ")).isEmpty();
  }

  @Test
  default void aNameThatNobodyCouldHaveFindsNobody() {
    made(ports(), "anna");
    List<String> strange =
        List.of("", "\0", "anna\0", "\ud800", "' OR 1=1 --", "%", "\u202eanna", "a".repeat(60_000));

    assertThat(strange)
        .allSatisfy(name -> assertThat(ports().accounts().findByLogin(Realm.MAIN, name)).isEmpty());
  }

  @Test
  default void numbersCountUpFromOne() {
    assertThat(made(ports(), "anna").ids().number()).isEqualTo(1);
    assertThat(made(ports(), "bert").ids().number()).isEqualTo(2);
  }

  @Test
  default void numbersGoOnBehindTheHighestThatWasGiven() {
    made(ports(), numbered(draft("anna"), 1932));
    made(ports(), numbered(draft("bert"), 1872));

    assertThat(made(ports(), "carl").ids().number()).isEqualTo(1933);
  }

  @Test
  default void aRefusedAccountUsesNoNumberUp() {
    made(ports(), "anna");
    ports().accounts().create(draft("anna"), VISIT, NOW);
    ports().accounts().create(numbered(draft("anna"), 77), VISIT, NOW);

    assertThat(made(ports(), "bert").ids().number()).isEqualTo(2);
    assertThat(ports().accounts().count(Realm.MAIN)).isEqualTo(2);
  }

  @Test
  default void aNameIsTakenWhateverItIsToItsOwner() {
    made(ports(), draft(Realm.MAIN, new Logins(just("a@x.org"), just("anna"), just("uid-7"))));

    assertThat(creating(new Logins(just("A@x.org"), just("b"), just("u")))).isEqualTo("email");
    assertThat(creating(new Logins(just("b@x.org"), just("anna"), just("u"))))
        .isEqualTo("username");
    assertThat(creating(new Logins(just("b@x.org"), just("b"), just("uid-7")))).isEqualTo("uid");
    assertThat(creating(new Logins(just("b@x.org"), just("a@x.org"), just("u"))))
        .isEqualTo("username");
    assertThat(creating(new Logins(just("b@x.org"), just("b"), just("anna")))).isEqualTo("uid");
    assertThat(creating(new Logins(just("uid-7"), just("b"), just("u")))).isEqualTo("email");
  }

  private String creating(Logins logins) {
    Creation creation = ports().accounts().create(draft(Realm.MAIN, logins), VISIT, NOW);
    return creation instanceof Creation.Taken(String what) ? what : "created";
  }

  @Test
  default void anIdIsTakenOnce() {
    Account anna = made(ports(), "anna");
    NewAccount bert = draft("bert");
    Accounts accounts = ports().accounts();
    Creation taken = new Creation.Taken("id");

    assertThat(accounts.create(numbered(bert, anna.ids().number()), VISIT, NOW)).isEqualTo(taken);
    assertThat(
            accounts.create(
                withIds(bert, Optional.empty(), just(anna.ids().hex24()), Optional.empty()),
                VISIT,
                NOW))
        .isEqualTo(taken);
    assertThat(
            accounts.create(
                withIds(bert, Optional.empty(), Optional.empty(), just(anna.ids().hex32())),
                VISIT,
                NOW))
        .isEqualTo(taken);
  }

  @Test
  default void realmsKnowNothingOfEachOther() {
    Account here = made(ports(), "anna");
    Account there = made(ports(), draft(ELSEWHERE, here.logins()));
    Accounts accounts = ports().accounts();

    assertThat(there.ids().number()).isEqualTo(here.ids().number());
    assertThat(accounts.findByLogin(Realm.MAIN, "anna")).contains(here);
    assertThat(accounts.findByLogin(ELSEWHERE, "anna")).contains(there);
    assertThat(accounts.find(ELSEWHERE, new Handle.Hex24(here.ids().hex24()))).isEmpty();
    assertThat(accounts.list(ELSEWHERE, Optional.empty(), 10)).containsExactly(there);
    assertThat(accounts.count(ELSEWHERE)).isEqualTo(1);
    assertThat(accounts.count(new Realm("nowhere"))).isZero();
  }

  @Test
  default void accountsAreListedInTheOrderOfTheirMaking() {
    List<Account> all =
        LongStream.of(30, 10, 20)
            .mapToObj(number -> made(ports(), numbered(draft("user" + number), number)))
            .toList();
    Accounts accounts = ports().accounts();

    List<Account> first = accounts.list(Realm.MAIN, Optional.empty(), 2);
    List<Account> rest = accounts.list(Realm.MAIN, Optional.of(first.getLast().id()), 2);

    assertThat(first).containsExactly(all.get(0), all.get(1));
    assertThat(rest).containsExactly(all.get(2));
    assertThat(accounts.list(Realm.MAIN, Optional.empty(), 0)).isEmpty();
    assertThat(accounts.count(Realm.MAIN)).isEqualTo(3);
  }

  @Test
  default void disablingEndsEverythingAtOnce() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    open(ports(), anna, token(anna, "a"));
    open(ports(), bert, token(bert, "b"));
    send(ports(), anna, "ticket");
    AuditEntry entry =
        AuditEntry.of(NOW.plusSeconds(60), VISIT, anna.id(), new Event.AccountDisabled());

    assertThat(ports().accounts().setDisabled(anna.id(), true, entry)).isTrue();

    assertThat(again(ports(), anna).disabled()).isTrue();
    assertThat(again(ports(), anna).updatedAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).contains(NOW.plusSeconds(60));
    assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isEmpty();
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("account-disabled");
    assertThat(ports().grants().of(bert.id(), NOW)).hasSize(1);
    assertThat(again(ports(), bert).disabled()).isFalse();
    assertThat(again(ports(), bert).moments().sessionsEndedAt()).isEmpty();
  }

  @Test
  default void enablingOpensTheDoorAgain() {
    Account anna = made(ports(), "anna");
    Accounts accounts = ports().accounts();
    accounts.setDisabled(anna.id(), true, entry(anna.id(), new Event.AccountDisabled()));
    accounts.setDisabled(anna.id(), false, laterEntry(anna, new Event.AccountEnabled()));

    assertThat(again(ports(), anna).disabled()).isFalse();
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).contains(NOW);
    assertThat(ports().grants().open(token(anna, "a"), 1, 5, signedIn(anna), List.of())).isTrue();
  }

  @Test
  default void nobodyCannotBeDisabled() {
    AccountId nobody = new AccountId(987_654);
    AuditEntry entry = entry(nobody, new Event.AccountDisabled());

    assertThat(ports().accounts().setDisabled(nobody, true, entry)).isFalse();
    assertThat(ports().audit().latest(nobody, 1)).isEmpty();
  }

  @Test
  default void theMakingIsWrittenDown() {
    Account anna = made(ports(), "anna");

    assertThat(ports().audit().latest(anna.id(), 10)).containsExactly("account-created");
  }

  @Test
  default void timesAreKeptToTheMillisecond() {
    Instant precise = Instant.parse("2026-11-20T20:55:26.524789Z");
    Creation creation = ports().accounts().create(draft("anna"), VISIT, precise);

    assertThat(((Creation.Created) creation).account().createdAt()).isEqualTo(NOW);
  }

  @Test
  default void manyAtOnceGetNumbersOfTheirOwn() {
    List<Account> made = Together.all(50, i -> made(ports(), "user" + i));

    assertThat(made)
        .extracting(account -> account.ids().number())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
  }

  @Test
  default void oneNameAskedForByManyIsOnes() {
    NewAccount anna = draft(ELSEWHERE, draft("anna").logins());

    List<Creation> creations = Together.all(50, _ -> ports().accounts().create(anna, VISIT, NOW));

    assertThat(creations).filteredOn(Creation.Created.class::isInstance).hasSize(1);
    assertThat(ports().accounts().count(ELSEWHERE)).isEqualTo(1);
  }
}
