package dev.rekey.store;

import static dev.rekey.core.store.Story.LATER;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.signedIn;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.Handle.Hex32;
import dev.rekey.core.account.Place;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.Event;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Span.Stretch;
import dev.rekey.core.store.AccountSearch;
import dev.rekey.core.store.Ports;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.store.Story;
import dev.rekey.core.store.Window;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.Broom.Litter;
import dev.rekey.store.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How SQLite goes about what the house asks of it all day: along an index, whatever it is. */
class StatementPlansTest {

  /** A table read from end to end, under its name or the alias that the statements give it. */
  private static final Pattern WHOLE_TABLE =
      Pattern.compile(
          "SCAN (account|a|login_name|l|o|credential|c|access_grant|denied_token|ticket|attempt"
              + "|audit|kept_answer|outbox|membership|m)( |$)(?!.*INDEX outbox_due)");

  @TempDir private Path folder;

  private Plans plans;
  private Store store;
  private Ports ports;
  private Account anna;

  @BeforeEach
  void open() {
    plans = new Plans(SqliteDatabase.open(folder.resolve("rekey.db")));
    store = Store.on(plans, StoreForTests.vault(), new Mint(new SecureRandom()));
    ports = StoreForTests.ports(store);
    anna = made(ports, "anna");
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** What SQLite says of the statement, a line a step. */
  private List<String> planOf(String statement) {
    return store
        .database()
        .read(handle -> {
          try (var asked =
                  handle.getConnection().prepareStatement("EXPLAIN QUERY PLAN " + statement);
              var steps = asked.executeQuery()) {
            Stream.Builder<String> plan = Stream.builder();
            while (steps.next()) {
              plan.add(steps.getString("detail"));
            }
            return plan.build().toList();
          } catch (java.sql.SQLException e) {
            throw new AssertionError(statement, e);
          }
        });
  }

  private void assertThatNothingIsReadFromEndToEnd() {
    List<String> statements = List.copyOf(plans.statements());
    assertThat(statements).hasSizeGreaterThan(5);
    assertThat(statements)
        .allSatisfy(statement ->
            assertThat(planOf(statement))
                .as(statement)
                .noneMatch(step -> WHOLE_TABLE.matcher(step).find()));
  }

  @Test
  void theDayOfAnAccountReadsNoTableFromEndToEnd() {
    ports.accounts().find(anna.id());
    ports.accounts().find(Realm.MAIN, new Hex32(anna.ids().hex32()));
    ports.accounts().find(Realm.MAIN, new Hex24(anna.ids().hex24()));
    ports.accounts().findByLogin(Realm.MAIN, "anna");
    ports.accounts().isEmpty(Realm.MAIN);
    Story.open(ports, anna, client(anna, "client", "token"));
    ports.grants().find(client(anna, "client", "token").ref());
    ports.grants().holder(Realm.MAIN, new Hex32(anna.ids().hex32()), Grant.Kind.JWT, "jti");
    ports.grants().holder(Realm.MAIN, new Hex24(anna.ids().hex24()), Grant.Kind.JWT, "jti");
    ports.grants().holderByUid(Realm.MAIN, "anna", Grant.Kind.CLIENT, "client");
    ports.grants().of(anna.id(), NOW);
    ports.grants().deny(token(anna, "jti").ref(), LATER, signedIn(anna));
    ports.grants().denied(token(anna, "jti").ref());
    ports.grants().endAll(anna.id(), new Ending.All(), Optional.empty(), signedIn(anna));
    send(ports, anna, "ticket");
    ports.tickets().find(TokenDigest.of("ticket"));
    ports.credentials().swap(change(anna, 1));
    ports.attempts().count(List.of("key"), NOW, Optional.empty());
    ports.attempts().read(List.of("key"));
    ports.attempts().countWithin("key", 5, NOW, NOW);
    ports.attempts().clear(List.of("key"), NOW);
    ports.audit().latest(anna.id(), 5);
    ports.accounts().revise(anna.id(), AccountEdit.none().withUsername("bea"), Story.edited(anna));
    ports.accounts().setDisabled(anna.id(), true, entry(anna.id(), new Event.AccountDisabled()));
    ports.accounts().delete(anna.id(), Sequel.of(entry(anna.id(), new Event.AccountDeleted())));

    assertThatNothingIsReadFromEndToEnd();
  }

  @Test
  void lettersAreTakenAlongTheirTimes() {
    send(ports, anna, "ticket");
    ports.outbox().take(5, LATER, LATER);
    ports.outbox().nextDue();
    ports.outbox().postponed(1, LATER);
    ports.outbox().delivered(1);

    assertThatNothingIsReadFromEndToEnd();
  }

  @Test
  void sweepingReadsNoTableFromEndToEnd() {
    Stream.of(Litter.values()).forEach(litter -> store.broom().sweep(litter, NOW, 100));

    assertThatNothingIsReadFromEndToEnd();
  }

  @Test
  void membersAreFoundAndListedAlongAnIndex() {
    store.members().findByTag(Realm.MAIN, "04:a2");
    store.members().find(Realm.MAIN, MemberKind.CHILD, new Hex24("f".repeat(24)));
    store
        .members()
        .list(Realm.MAIN, MemberKind.CHILD, Optional.empty(), new Window(Stretch.ever(), 0, 10));

    assertThatNothingIsReadFromEndToEnd();
    assertThatNothingIsPutInOrder();
  }

  @Test
  void everySearchIsAWalkAlongAnIndex() {
    Optional<Place> after = Optional.of(new Place("ann", anna.id()));
    for (Optional<String> text : List.of(Optional.<String>empty(), just("a"))) {
      for (Optional<Boolean> disabled :
          List.of(Optional.<Boolean>empty(), Optional.of(true), Optional.of(false))) {
        search(text, Optional.empty(), disabled, after);
        search(text, Optional.of(new Role("user")), disabled, after);
        searchUnconfirmed(text, Optional.empty(), disabled, after);
        searchUnconfirmed(text, Optional.of(new Role("user")), disabled, after);
      }
    }

    assertThatNothingIsReadFromEndToEnd();
    assertThat(plans.statements()).anyMatch(statement -> statement.contains("CROSS JOIN"));
  }

  @Test
  void aSearchForANameNeedsNoOrdering() {
    search(just("a"), Optional.empty(), Optional.empty(), Optional.empty());
    search(just("a"), Optional.empty(), Optional.of(false), Optional.empty());
    search(Optional.empty(), Optional.of(new Role("user")), Optional.empty(), Optional.empty());

    assertThatNothingIsPutInOrder();
  }

  @Test
  void whoeverIsUnconfirmedOrDisabledIsFoundAlongAnIndexOfThoseAlone() {
    search(Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty());
    searchUnconfirmed(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(plansOf("confirmed_at IS NULL"))
        .anyMatch(one -> one.contains("account_unconfirmed"));
    assertThat(plansOf("AND a.disabled")).anyMatch(one -> one.contains("account_disabled"));
  }

  private List<String> plansOf(String part) {
    return plans.statements().stream()
        .filter(statement -> statement.contains(part))
        .flatMap(statement -> planOf(statement).stream())
        .toList();
  }

  private void searchUnconfirmed(
      Optional<String> text,
      Optional<Role> role,
      Optional<Boolean> disabled,
      Optional<Place> after) {
    store
        .accounts()
        .search(Realm.MAIN, new AccountSearch(text, role, disabled, Optional.of(false), after, 10));
  }

  private void assertThatNothingIsPutInOrder() {
    assertThat(plans.statements())
        .allSatisfy(statement ->
            assertThat(planOf(statement)).as(statement).noneMatch(step -> step.contains("B-TREE")));
  }

  private void search(
      Optional<String> text,
      Optional<Role> role,
      Optional<Boolean> disabled,
      Optional<Place> after) {
    store.accounts().search(Realm.MAIN, new AccountSearch(text, role, disabled, after, 10));
  }
}
