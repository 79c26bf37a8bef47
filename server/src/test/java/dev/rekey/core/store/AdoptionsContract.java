package dev.rekey.core.store;

import static dev.rekey.core.store.Story.LATER;
import static dev.rekey.core.store.Story.NEW;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.draft;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.numbered;
import static dev.rekey.core.store.Story.signedIn;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.adoption.Figures;
import dev.rekey.core.adoption.Marks;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.audit.AuditQuery;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Adoptions.Beginning;
import dev.rekey.core.store.Adoptions.Opening;
import dev.rekey.core.store.Adoptions.Result;
import dev.rekey.core.store.Adoptions.Wanted;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store promises about people whom an old system vouches for. */
public interface AdoptionsContract extends Contract {

  Marks MARKS = new Marks(new byte[32]);

  Adoptions adoptions();

  private static Newcomer newcomer(String subject, Logins logins) {
    return new Newcomer(
        subject,
        logins,
        new Role("operator"),
        new Profile(Map.of("first_name", "Anna")),
        Arrival.Ids.ofNumber(Long.parseLong(subject)),
        true,
        Optional.of(NOW.minus(Duration.ofDays(900))));
  }

  private static Newcomer anna() {
    return newcomer("4711", Logins.of(just("anna@example.org"), just("anna")));
  }

  private static Wanted wanted(Newcomer newcomer, Instant at) {
    return wanted(newcomer, Optional.empty(), at);
  }

  private static Wanted wanted(Newcomer newcomer, Optional<AccountId> known, Instant at) {
    return new Wanted(
        newcomer,
        known,
        NEW,
        MARKS.ofSubject(newcomer.subject()),
        MARKS.ofNames("Anna@Example.org", newcomer.logins()),
        VISIT,
        at);
  }

  private static Beginning silent() {
    return new Beginning(Optional.empty(), List.of());
  }

  private static Function<Account, Beginning> session(String jti) {
    return account ->
        new Beginning(
            Optional.of(
                new Opening(
                    new Issued(token(account, jti), "a token"),
                    9,
                    signedIn(account),
                    Optional.empty())),
            List.of("name:counter"));
  }

  private Account adopted(Newcomer newcomer, Instant at) {
    if (adoptions().adopt(wanted(newcomer, at), _ -> silent())
        instanceof Result.Adopted(Account account, var _)) {
      return account;
    }
    throw new AssertionError("not adopted");
  }

  @Test
  default void anAdoptionIsAnAccountItsSessionAndTheMemoryOfItTogether() {
    ports().attempts().count(List.of("name:counter"), NOW, Optional.empty());

    Result result = adoptions().adopt(wanted(anna(), NOW), session("first"));

    assertThat(result).isInstanceOf(Result.Adopted.class);
    Account account = ((Result.Adopted) result).account();
    assertThat(((Result.Adopted) result).issued().map(Issued::token)).contains("a token");
    assertThat(again(ports(), account)).isEqualTo(account);
    assertThat(account.ids().number()).isEqualTo(4711);
    assertThat(account.logins().all()).containsExactly("anna@example.org", "anna");
    assertThat(account.credential().hash()).contains(NEW);
    assertThat(account.credential().changedAt()).contains(NOW);
    assertThat(account.confirmation().confirmedAt()).contains(NOW);
    assertThat(account.profile().get("first_name")).contains("Anna");
    assertThat(account.createdAt()).isEqualTo(NOW.minus(Duration.ofDays(900)));
    assertThat(account.moments().lastSignInAt()).contains(NOW);
    assertThat(ports().grants().find(new Grant.Ref(account.id(), Grant.Kind.JWT, "first")))
        .isPresent();
    assertThat(ports().audit().latest(account.id(), 9))
        .containsExactly("signed-in", "account-adopted");
    assertThat(ports().attempts().read(List.of("name:counter")).get("name:counter").count())
        .isZero();
  }

  @Test
  default void whoIsAdoptedWithoutASessionHasNone() {
    Account account = adopted(anna(), NOW);

    assertThat(ports().grants().of(account.id(), NOW)).isEmpty();
    assertThat(account.moments().lastSignInAt()).isEmpty();
  }

  @Test
  default void theNextNumberIsAboveThatOfWhoCame() {
    adopted(anna(), NOW);

    assertThat(made(ports(), "bert").ids().number()).isEqualTo(4712);
  }

  @Test
  default void thePersonAndTheNamesAreKnownForGood() {
    assertThat(knows("anna")).isFalse();
    Account account = adopted(anna(), NOW);
    assertThat(knows("anna")).isTrue();
    assertThat(knows(" ANNA@example.ORG")).isTrue();
    assertThat(knows("bert")).isFalse();

    ports()
        .accounts()
        .delete(account.id(), Sequel.of(entry(account.id(), new Event.AccountDeleted())));

    assertThat(knows("anna")).isTrue();
    assertThat(adoptions().adopt(wanted(anna(), NOW), _ -> silent()))
        .isEqualTo(new Result.Before());
    assertThat(ports().accounts().findByLogin(Realm.MAIN, "anna")).isEmpty();
  }

  private boolean knows(String name) {
    return adoptions().knows(Realm.MAIN, VISIT.wire(), MARKS.ofName(name));
  }

  @Test
  default void anotherMountKnowsOtherPeople() {
    adopted(anna(), NOW);

    assertThat(adoptions().knows(Realm.MAIN, "tokenauth", MARKS.ofName("anna"))).isFalse();
    assertThat(adoptions().knows(new Realm("other"), VISIT.wire(), MARKS.ofName("anna"))).isFalse();
  }

  @Test
  default void whoWaitsHereForAPasswordGetsItAndStaysTheSame() {
    Account known = made(ports(), withoutHash(draft("anna")));

    Account account = adopted(anna(), NOW.plusSeconds(5));

    assertThat(account.id()).isEqualTo(known.id());
    assertThat(account.ids().number()).isEqualTo(4711);
    assertThat(account.credential().hash()).contains(NEW);
    assertThat(account.credential().version()).isEqualTo(known.credential().version() + 1);
    assertThat(ports().audit().latest(account.id(), 9))
        .containsExactly("account-adopted", "account-created");
  }

  private static NewAccount withoutHash(NewAccount draft) {
    return new NewAccount(
        draft.realm(),
        draft.logins(),
        draft.role(),
        draft.profile(),
        Optional.empty(),
        true,
        draft.number(),
        draft.hex24(),
        draft.hex32());
  }

  @Test
  default void whatIsSomebodyElsesIsNotGivenAway() {
    Account bert = made(ports(), numbered(draft("bert"), 4711));
    assertOccupied(newcomer("12", Logins.of(just("Bert@example.org"), just("somebody"))));
    assertOccupied(newcomer("12", Logins.of(just("somebody@example.org"), just("bert"))));

    assertThat(again(ports(), bert)).isEqualTo(bert);
    assertThat(ports().accounts().count(Realm.MAIN)).isEqualTo(1);
    assertThat(knows("anna")).isFalse();
  }

  @Test
  default void onlyTheAccountThatWasMeantIsCompleted() {
    Account anna = made(ports(), withoutHash(draft("anna")));
    Account bert = made(ports(), withoutHash(draft("bert")));
    Newcomer stranger = newcomer("12", Logins.of(just("new@example.org"), Optional.empty()));

    assertThat(adoptions().adopt(wanted(anna(), Optional.of(bert.id()), NOW), _ -> silent()))
        .isEqualTo(new Result.Occupied());
    assertThat(adoptions().adopt(wanted(stranger, Optional.of(bert.id()), NOW), _ -> silent()))
        .isEqualTo(new Result.Occupied());
    assertThat(adoptions().adopt(wanted(anna(), Optional.of(anna.id()), NOW), _ -> silent()))
        .isInstanceOf(Result.Adopted.class);
    assertThat(again(ports(), bert)).isEqualTo(bert);
  }

  @Test
  default void anIdThatIsTakenKeepsNobodyOut() {
    Account bert = made(ports(), numbered(draft("bert"), 4711));

    Account anna = adopted(anna(), NOW);

    assertThat(anna.ids().number()).isEqualTo(4712);
    assertThat(again(ports(), bert)).isEqualTo(bert);
    assertThat(detailOf(anna)).containsEntry("what", "new, with another id");
  }

  @Test
  default void anIdThatIsTakenLeavesWhoWaitsWithTheOwn() {
    Account known = made(ports(), withoutHash(draft("anna")));
    made(ports(), numbered(draft("bert"), 4711));

    Account anna = adopted(anna(), NOW);

    assertThat(anna.ids()).isEqualTo(known.ids());
    assertThat(detailOf(anna)).containsEntry("what", "known, with another id");
  }

  private Map<String, String> detailOf(Account account) {
    AuditQuery query = AuditQuery.all(1).concerning(account.id());
    return ports().audit().search(Realm.MAIN, query).getFirst().detail();
  }

  @Test
  default void numbersAreKeptFreeForWhoComesLater() {
    adoptions().keepFree(Realm.MAIN, 5000);
    adoptions().keepFree(Realm.MAIN, 300);

    assertThat(made(ports(), "bert").ids().number()).isEqualTo(5001);
    assertThat(adopted(anna(), NOW).ids().number()).isEqualTo(4711);
  }

  @Test
  default void twoAccountsThatWaitAreNotMadeOne() {
    made(
        ports(),
        withoutHash(draft(Realm.MAIN, Logins.of(just("anna@example.org"), Optional.empty()))));
    made(ports(), withoutHash(draft(Realm.MAIN, Logins.of(Optional.empty(), just("anna")))));

    assertOccupied(anna());
  }

  @Test
  default void aClosedAccountIsNotOpenedByTheOldSystemsWord() {
    Account known = made(ports(), withoutHash(draft("anna")));
    ports()
        .accounts()
        .setDisabled(known.id(), true, entry(known.id(), new Event.AccountDisabled()));

    assertOccupied(anna());
  }

  private void assertOccupied(Newcomer newcomer) {
    assertThat(adoptions().adopt(wanted(newcomer, NOW), _ -> silent()))
        .isEqualTo(new Result.Occupied());
  }

  @Test
  default void whatGoesWrongLeavesNothingBehind() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            adoptions()
                .adopt(
                    wanted(anna(), NOW),
                    _ -> {
                      throw new IllegalStateException("no token");
                    }))
        .withStackTraceContaining("no token");

    assertThat(ports().accounts().isEmpty(Realm.MAIN)).isTrue();
    assertThat(knows("anna")).isFalse();
  }

  @Test
  default void ofManyAtOnceOneAdopts() {
    List<Result> results =
        Together.all(
            12, number -> adoptions().adopt(wanted(anna(), NOW), session("token " + number)));

    assertThat(results).filteredOn(Result.Adopted.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(new Result.Before()::equals).hasSize(11);
    assertThat(ports().accounts().count(Realm.MAIN)).isEqualTo(1);
  }

  @Test
  default void whoSignsUpAtTheSameMomentKeepsTheName() {
    List<Boolean> done =
        Together.all(
            8,
            number ->
                number % 2 == 0
                    ? adoptions().adopt(wanted(anna(), NOW), _ -> silent())
                        instanceof Result.Adopted
                    : ports().accounts().create(draft("anna"), VISIT, NOW)
                        instanceof Accounts.Creation.Created);

    assertThat(done).filteredOn(one -> one).hasSize(1);
    assertThat(ports().accounts().count(Realm.MAIN)).isEqualTo(1);
  }

  @Test
  default void theFiguresTellHowTheMoveGoes() {
    made(ports(), withoutHash(draft("waiting")));
    Account closed = made(ports(), withoutHash(draft("closed")));
    ports()
        .accounts()
        .setDisabled(closed.id(), true, entry(closed.id(), new Event.AccountDisabled()));
    Instant longAgo = NOW.minus(Duration.ofDays(200));
    Instant lastWeek = NOW.minus(Duration.ofDays(3));
    adopted(newcomer("1000", Logins.of(just("a@x.org"), Optional.empty())), longAgo);
    adopted(newcomer("2000", Logins.of(just("b@x.org"), Optional.empty())), lastWeek);
    adopted(newcomer("3000", Logins.of(just("c@x.org"), Optional.empty())), NOW);

    Figures figures = adoptions().figures(Realm.MAIN, VISIT.wire(), NOW.plusSeconds(1));

    assertThat(figures)
        .isEqualTo(
            new Figures(
                3,
                1,
                2,
                Optional.of(longAgo),
                Optional.of(NOW),
                Map.of(day(lastWeek), 1L, day(NOW), 1L),
                1));
    assertThat(adoptions().figures(Realm.MAIN, "tokenauth", LATER))
        .isEqualTo(new Figures(0, 0, 0, Optional.empty(), Optional.empty(), Map.of(), 1));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
