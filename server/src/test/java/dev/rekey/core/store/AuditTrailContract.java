package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.visitTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.audit.AuditQuery;
import dev.rekey.core.audit.AuditRow;
import dev.rekey.core.audit.Event;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every store promises about the audit trail. */
interface AuditTrailContract extends Contract {

  AccountId ANNA = new AccountId(4711);
  AccountId BOSS = new AccountId(4712);

  @Test
  default void theLatestComesFirst() {
    AuditTrail audit = ports().audit();
    audit.write(entry(ANNA, new Event.SignedIn()));
    audit.write(entry(ANNA, new Event.PasswordChangeRefused()));
    audit.write(entry(ANNA, new Event.PasswordChanged()));
    audit.write(entry(new AccountId(4712), new Event.SignInFailed()));

    assertThat(audit.latest(ANNA, 2))
        .containsExactly("password-changed", "password-change-refused");
    assertThat(audit.latest(ANNA, 100)).hasSize(3);
    assertThat(audit.latest(new AccountId(4713), 100)).isEmpty();
  }

  @Test
  default void aLineIsReadAsItWasWritten() {
    AuditTrail audit = ports().audit();
    Event changed = new Event.AccountChanged(List.of("email"));
    audit.write(entry(ANNA, new Event.SignedIn()));
    audit.write(new AuditEntry(NOW, VISIT, Optional.of(ANNA), Optional.of(BOSS), changed));
    audit.write(entry(BOSS, new Event.SignInFailed()));

    assertThat(audit.about(ANNA, 100))
        .containsExactly(
            new AuditLine(NOW, "account-changed", VISIT.wire(), VISIT.origin(), true),
            new AuditLine(NOW, "signed-in", VISIT.wire(), VISIT.origin(), false));
    assertThat(audit.about(ANNA, 1))
        .extracting(AuditLine::event)
        .containsExactly("account-changed");
    assertThat(audit.about(new AccountId(4713), 100)).isEmpty();
  }

  @Test
  default void linesAreFoundByWhomTheyConcernAndWhatHappenedAndWhen() {
    AuditTrail audit = ports().audit();
    Visit explained = VISIT.because("asked for it by phone");
    Event changed = new Event.AccountChanged(List.of("email", "role"));
    audit.write(at(0, VISIT, ANNA, Optional.empty(), new Event.SignedIn()));
    audit.write(at(1, explained, ANNA, Optional.of(BOSS), changed));
    audit.write(at(2, VISIT, BOSS, Optional.empty(), new Event.SignedIn()));

    assertThat(found(AuditQuery.all(10)))
        .extracting(row -> row.line().event())
        .containsExactly("signed-in", "account-changed", "signed-in");
    assertThat(found(about(ANNA, Optional.empty())))
        .extracting(row -> row.line().event())
        .containsExactly("account-changed", "signed-in");
    assertThat(found(about(BOSS, Optional.empty())))
        .extracting(row -> row.line().event())
        .containsExactly("signed-in", "account-changed");
    assertThat(found(about(BOSS, Optional.of("signed-in")))).hasSize(1);
    assertThat(found(between(NOW.plusSeconds(1), NOW.plusSeconds(2))))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.about()).contains(ANNA);
          assertThat(row.by()).contains(BOSS);
          assertThat(row.why()).contains("asked for it by phone");
          assertThat(row.detail()).containsEntry("what", "email, role");
          assertThat(row.line().byAnother()).isTrue();
        });
  }

  @Test
  default void aPageBeginsBehindTheLastLineOfTheOneBefore() {
    AuditTrail audit = ports().audit();
    for (int i = 0; i < 5; i++) {
      audit.write(at(i, VISIT, ANNA, Optional.of(ANNA), new Event.SignedIn()));
    }
    AuditQuery two = about(ANNA, Optional.empty()).atMost(2);

    List<AuditRow> first = found(two);
    List<AuditRow> second = found(two.behind(first.getLast().id()));
    List<AuditRow> third = found(two.behind(second.getLast().id()));

    assertThat(first).hasSize(2);
    assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    assertThat(third).hasSize(1);
    assertThat(found(two.behind(third.getLast().id()))).isEmpty();
  }

  @Test
  default void noRealmSeesTheLinesOfAnother() {
    ports().audit().write(entry(ANNA, new Event.SignedIn()));

    assertThat(ports().audit().search(new Realm("elsewhere"), AuditQuery.all(10))).isEmpty();
  }

  private List<AuditRow> found(AuditQuery query) {
    return ports().audit().search(VISIT.realm(), query);
  }

  private static AuditQuery about(AccountId account, Optional<String> event) {
    return new AuditQuery(
        Optional.of(account), event, Optional.empty(), Optional.empty(), OptionalLong.empty(), 10);
  }

  private static AuditQuery between(Instant from, Instant until) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.of(from),
        Optional.of(until),
        OptionalLong.empty(),
        10);
  }

  private static AuditEntry at(
      int seconds, Visit visit, AccountId about, Optional<AccountId> by, Event event) {
    return new AuditEntry(NOW.plusSeconds(seconds), visit, Optional.of(about), by, event);
  }

  @Test
  default void aLineMayBeAboutNobodyAndBySomebody() {
    AuditEntry line =
        new AuditEntry(
            NOW,
            visitTo(new Realm("never-seen")),
            Optional.empty(),
            Optional.of(ANNA),
            new Event.SignInFailed());

    ports().audit().write(line);

    assertThat(ports().audit().latest(ANNA, 100)).isEmpty();
  }
}
