package dev.rekey.store;

import static dev.rekey.core.store.Story.LATER;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.edited;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.laterEntry;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.signedIn;
import static dev.rekey.core.store.Story.token;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.AccountSearch;
import dev.rekey.core.store.AccountSearch.Page;
import dev.rekey.core.store.Ports;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.Broom.Litter;
import dev.rekey.store.database.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** What a store on a database promises beyond its ports, whichever database it is. */
public interface OpenedStoreContract {

  /** Of whom there are few. */
  Role RARE = new Role("rare");

  String COPY_ACCOUNT =
      """
      INSERT INTO account (realm_id, number, hex24, hex32, role, profile, disabled, created_at,
        updated_at)
      SELECT realm_id, (SELECT MAX(number) + 1 FROM account), ?, ?, 'user',
        profile, TRUE, created_at, updated_at
      FROM account
      WHERE id = ?
      """;

  String COPY_NAME =
      """
      INSERT INTO login_name (realm_id, name, account_id, is_email, is_username, is_uid)
      SELECT realm_id, ?, id, FALSE, TRUE, FALSE
      FROM account
      WHERE hex24 = ?
      """;

  String COPY_CREDENTIAL =
      """
      INSERT INTO credential (account_id, version, password_login)
      SELECT id, 1, TRUE
      FROM account
      WHERE hex24 = ?
      """;

  /** A database that is empty and stays the same for one test. */
  StoreSettings settings();

  private Store opened() {
    return StoreForTests.open(settings());
  }

  @Test
  default void aClosedStoreRefuses() {
    Store store = opened();
    Account anna = made(StoreForTests.ports(store), "anna");
    store.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> store.accounts().find(anna.id()))
        .withMessage("the store is closed");
    assertThatIllegalStateException()
        .isThrownBy(() -> store.credentials().swap(change(anna, 1)))
        .withMessage("the store is closed");
  }

  @Test
  default void aStoreClosesTwice() {
    Store store = opened();
    store.close();
    store.close();
  }

  @Test
  default void whatRunsIsFinishedBeforeTheStoreCloses() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    try (Store store = opened()) {
      Thread slow =
          Thread.startVirtualThread(() ->
              store
                  .database()
                  .run(handle -> {
                    running.countDown();
                    await(closing);
                    keep(handle, "slow");
                  }));
      running.await();
      Thread closer = Thread.startVirtualThread(store::close);
      while (closer.getState() == Thread.State.NEW || closer.getState() == Thread.State.RUNNABLE) {
        Thread.onSpinWait();
      }
      closing.countDown();
      closer.join();
      slow.join();
    }
    try (Store store = opened()) {
      assertThat(kept(store)).containsExactly("slow");
    }
  }

  @Test
  default void whatWasCommittedIsThereAfterwards() {
    Account anna;
    try (Store store = opened()) {
      anna = made(StoreForTests.ports(store), "anna");
      store.credentials().swap(change(anna, 1));
    }
    try (Store store = opened()) {
      assertThat(again(StoreForTests.ports(store), anna).credential().version()).isEqualTo(2);
    }
  }

  @Test
  default void twoStoresOnOneDatabaseSeeEachOtherAtOnce() {
    try (Store one = opened();
        Store other = opened()) {
      Ports here = StoreForTests.ports(one);
      Ports there = StoreForTests.ports(other);

      Account anna = made(here, "anna");
      open(there, anna, client(anna, "client", "t1"));
      assertThat(here.grants().of(anna.id(), NOW)).hasSize(1);
      send(here, anna, "ticket");
      assertThat(there.tickets().find(TokenDigest.of("ticket"))).isPresent();

      there.credentials().swap(change(anna, 1));

      assertThat(here.grants().of(anna.id(), NOW)).isEmpty();
      assertThat(here.tickets().find(TokenDigest.of("ticket"))).isEmpty();
      assertThat(again(here, anna)).isEqualTo(again(there, anna));
      assertThat(here.outbox().take(1, NOW, NOW.plusSeconds(60))).hasSize(1);
      assertThat(there.outbox().take(1, NOW, NOW.plusSeconds(60))).isEmpty();
    }
  }

  @Test
  default void twoStoresOnOneDatabaseShareTheirWinners() {
    try (Store one = opened();
        Store other = opened()) {
      Account anna = made(StoreForTests.ports(one), "anna");

      List<?> commits =
          Together.all(
              100, i -> (i % 2 == 0 ? one : other).credentials().swap(change(anna, 1)).name());

      assertThat(commits).filteredOn("DONE"::equals).hasSize(1);
    }
  }

  @Test
  default void aFreshDatabaseMayBeOpenedByManyAtOnce() {
    StoreSettings settings = settings();
    List<Store> stores = Together.all(4, _ -> StoreForTests.open(settings));

    made(StoreForTests.ports(stores.getFirst()), "anna");

    assertThat(stores).allSatisfy(store -> assertThat(store.accounts().count(Realm.MAIN)).isOne());
    stores.forEach(Store::close);
  }

  @Test
  default void openingAgainMigratesNothing() {
    try (Store first = opened()) {
      long migrations = rowsOf(first, "flyway_schema_history");
      try (Store again = opened()) {
        assertThat(migrations).isPositive();
        assertThat(rowsOf(again, "flyway_schema_history")).isEqualTo(migrations);
      }
    }
  }

  @Test
  default void aFailureUndoesItsOwnWorkAlone() {
    try (Store store = opened()) {
      List<Boolean> done = Together.all(200, i -> keepUnless(store, i % 3 == 0, "row" + i));

      assertThat(done).filteredOn(Boolean::booleanValue).hasSize(133);
      assertThat(kept(store))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 200).filter(i -> i % 3 != 0).mapToObj(i -> "row" + i).toList());
    }
  }

  private static boolean keepUnless(Store store, boolean fails, String name) {
    try {
      store
          .database()
          .run(handle -> {
            keep(handle, name);
            if (fails) {
              throw new Refusal(name);
            }
          });
      return true;
    } catch (Refusal refusal) {
      assertThat(refusal).hasMessage(name);
      return false;
    }
  }

  @Test
  default void aStatementThatFailsSpoilsNothing() {
    try (Store store = opened()) {
      assertThatExceptionOfType(JdbiException.class)
          .isThrownBy(() ->
              store
                  .database()
                  .run(handle -> {
                    keep(handle, "twice");
                    keep(handle, "twice");
                  }));
      assertThatExceptionOfType(JdbiException.class)
          .isThrownBy(() -> store.database().read(handle -> handle.execute("nonsense")));

      store.database().run(handle -> keep(handle, "once"));

      assertThat(kept(store)).containsExactly("once");
    }
  }

  @Test
  default void anErrorReachesItsCaller() {
    try (Store store = opened()) {
      assertThatExceptionOfType(StackOverflowError.class)
          .isThrownBy(() ->
              store
                  .database()
                  .run(_ -> {
                    throw new StackOverflowError();
                  }));
      store.database().run(handle -> keep(handle, "still here"));
    }
  }

  @Test
  default void ofADeletedAccountNoRowIsLeftButTheTrail() {
    try (Store store = opened()) {
      Ports ports = StoreForTests.ports(store);
      Account anna = made(ports, "anna");
      open(ports, anna, token(anna, "jti"));
      send(ports, anna, "ticket");
      ports.grants().deny(token(anna, "denied").ref(), LATER, signedIn(anna));

      ports.accounts().delete(anna.id(), Sequel.of(laterEntry(anna, new Event.AccountDeleted())));

      for (String table :
          List.of(
              "account", "login_name", "credential", "access_grant", "denied_token", "ticket")) {
        assertThat(rowsOf(store, table)).as(table).isZero();
      }
      assertThat(rowsOf(store, "audit")).isEqualTo(5);
    }
  }

  private static long rowsOf(Store store, String table) {
    return store
        .database()
        .read(
            handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }

  @Test
  default void theTrailNamesWhatWasChanged() {
    try (Store store = opened()) {
      Ports ports = StoreForTests.ports(store);
      Account anna = made(ports, "anna");
      ports
          .audit()
          .write(laterEntry(anna, new Event.AccountChanged(List.of("email", "first_name"))));

      assertThat(
              store
                  .database()
                  .<String>read(handle ->
                      handle
                          .createQuery("SELECT detail FROM audit ORDER BY id DESC LIMIT 1")
                          .mapTo(String.class)
                          .one()))
          .isEqualTo("{\"what\":\"email, first_name\"}");
    }
  }

  @Test
  default void aPageEndsWhereTooManyWereLookedAtAndTheNextGoesOn() {
    try (Store store = opened()) {
      Ports ports = StoreForTests.ports(store);
      int many = Searcher.MOST_LOOKED_AT + 5;
      Account anna = made(ports, "x" + (10_000 + many));
      ports.accounts().revise(anna.id(), AccountEdit.none().withRole(RARE), edited(anna));
      copy(store, anna, many);
      AccountSearch enabled =
          new AccountSearch(just("x"), Optional.empty(), Optional.of(false), Optional.empty(), 10);

      Page first = store.accounts().search(Realm.MAIN, enabled);
      Page second =
          store
              .accounts()
              .search(
                  Realm.MAIN,
                  new AccountSearch(
                      enabled.text(), enabled.role(), enabled.disabled(), first.next(), 10));

      assertThat(first.accounts()).isEmpty();
      assertThat(first.next()).isPresent();
      assertThat(second.accounts()).extracting(Account::id).containsExactly(anna.id());
      assertThat(second.next()).isEmpty();
    }
  }

  @Test
  default void whoIsOneOfAFewIsFoundAtOnceAmongMany() {
    try (Store store = opened()) {
      Ports ports = StoreForTests.ports(store);
      int many = Searcher.MOST_LOOKED_AT + 5;
      Account anna = made(ports, "x" + (10_000 + many));
      ports.accounts().revise(anna.id(), AccountEdit.none().withRole(RARE), edited(anna));
      copy(store, anna, many);

      Page page =
          store
              .accounts()
              .search(
                  Realm.MAIN,
                  new AccountSearch(
                      just("x"), Optional.of(RARE), Optional.of(false), Optional.empty(), 10));

      assertThat(page.accounts()).extracting(Account::id).containsExactly(anna.id());
      assertThat(page.next()).isEmpty();
    }
  }

  /** Others who are disabled and have no role to speak of, straight into the tables. */
  private static void copy(Store store, Account account, int times) {
    store
        .database()
        .run(handle ->
            IntStream.range(10_000, 10_000 + times)
                .mapToObj(i -> "x" + i)
                .forEach(username -> {
                  handle.execute(COPY_ACCOUNT, username, username, account.id().value());
                  handle.execute(COPY_NAME, username, username);
                  handle.execute(COPY_CREDENTIAL, username);
                }));
  }

  @Test
  default void whatWasSealedWithAnotherKeyStaysSealed() {
    byte[] otherKey = "another key of thirty-two bytes!".getBytes(UTF_8);
    SecureRandom random = new SecureRandom();
    try (Store one = opened();
        Store other = Store.open(settings(), new Vault(otherKey, random), new Mint(random))) {
      Account anna = made(StoreForTests.ports(one), "anna");
      send(StoreForTests.ports(one), anna, "first");
      send(StoreForTests.ports(other), anna, "second");
      one.keyring().obtain("jwt", () -> new byte[32]);

      assertThat(other.outbox().take(10, NOW, NOW.plusSeconds(60))).hasSize(1);
      assertThat(other.outbox().waiting()).isEqualTo(2);
      assertThatIllegalStateException()
          .isThrownBy(() -> other.keyring().obtain("jwt", () -> new byte[32]))
          .withMessage("not sealed with this instance key: key jwt");
    }
  }

  @Test
  default void theBroomTakesOnlyWhatMeansNothingAnyMore() {
    try (Store store = opened()) {
      Ports ports = StoreForTests.ports(store);
      Account anna = made(ports, "anna");
      Account bert = made(ports, "bert");
      open(ports, anna, token(anna, "lives", NOW.plusSeconds(2)));
      open(ports, anna, token(anna, "expires", NOW.plusSeconds(1)));
      Grant.Ref denied = token(anna, "denied").ref();
      ports.grants().deny(denied, NOW.plusSeconds(1), signedIn(anna));
      Grant.Ref stillDenied = token(anna, "still denied").ref();
      ports.grants().deny(stillDenied, NOW.plusSeconds(2), signedIn(anna));
      send(ports, anna, "ticket");
      send(ports, bert, "ticket of another");
      List<String> keys = IntStream.range(0, 1_100).mapToObj(i -> "key" + i).toList();
      ports.attempts().count(keys, NOW.minus(Duration.ofDays(40)), Optional.empty());
      ports.attempts().count(List.of("fresh"), NOW, Optional.empty());

      Instant then = NOW.plusSeconds(1);
      assertThat(store.broom().sweep(Litter.GRANTS, then, 10)).isOne();
      assertThat(store.broom().sweep(Litter.DENIALS, then, 10)).isOne();
      assertThat(store.broom().sweep(Litter.TICKETS, then, 10)).isZero();
      assertThat(store.broom().sweep(Litter.COUNTERS, NOW.minus(Duration.ofDays(30)), 2_000))
          .isEqualTo(1_100);

      assertThat(ports.grants().of(anna.id(), NOW)).hasSize(1);
      assertThat(ports.grants().denied(denied)).isFalse();
      assertThat(ports.grants().denied(stillDenied)).isTrue();
      assertThat(ports.attempts().read(List.of("key1", "fresh"))).containsOnlyKeys("fresh");
      assertThat(store.broom().sweep(Litter.TICKETS, NOW.plus(Duration.ofHours(6)), 10))
          .isEqualTo(2);
    }
  }

  @Test
  default void theBroomTakesAHandfulAndTheOldestFirst() {
    try (Store store = opened()) {
      Ports ports = StoreForTests.ports(store);
      Account anna = made(ports, "anna");
      for (int day : List.of(3, 1, 5, 2, 4)) {
        ports.audit().write(roleOfDay(anna, day));
      }
      Instant until = NOW.minus(Duration.ofDays(2));

      assertThat(store.broom().sweep(Litter.AUDIT, until, 3)).isEqualTo(3);
      assertThat(roles(store)).containsExactly("{\"role\":\"day1\"}", "{\"role\":\"day2\"}");
      assertThat(store.broom().sweep(Litter.AUDIT, until, 3)).isOne();
      assertThat(roles(store)).containsExactly("{\"role\":\"day1\"}");
      assertThat(store.broom().sweep(Litter.AUDIT, until, 3)).isZero();
    }
  }

  private static AuditEntry roleOfDay(Account account, int day) {
    Event event = new Event.AccountCreated("day" + day);
    return AuditEntry.of(NOW.minus(Duration.ofDays(day)), VISIT, account.id(), event);
  }

  private static List<String> roles(Store store) {
    return store
        .database()
        .read(handle ->
            handle
                .createQuery("SELECT detail FROM audit WHERE detail LIKE '%day%' ORDER BY detail")
                .mapTo(String.class)
                .list());
  }

  /** Uses the keyring's table to have something to keep. */
  private static void keep(Handle handle, String name) {
    handle.execute("INSERT INTO keyring (name, secret) VALUES (?, ?)", name, new byte[0]);
  }

  private static List<String> kept(Store store) {
    Database database = store.database();
    return database.read(
        handle -> handle.createQuery("SELECT name FROM keyring").mapTo(String.class).list());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What the work of these stories throws. */
  final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String message) {
      super(message);
    }
  }
}
