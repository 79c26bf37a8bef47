package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NEW;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.OLD;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.letter;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.spending;
import static dev.rekey.core.store.Story.ticket;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.dispute.Case;
import dev.rekey.core.dispute.Case.AddressFate;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Alarms.Hung;
import dev.rekey.core.store.Alarms.Raise;
import dev.rekey.core.store.Alarms.Raising;
import dev.rekey.core.store.Credentials.Commit;
import dev.rekey.core.store.Credentials.Swap;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.Alarm.Deed;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises when an owner says that something was not them. */
interface AlarmsContract extends Contract {

  Duration WEEK = Duration.ofDays(7);
  PasswordHash THIRD = PasswordHash.of("$third$hash");

  private static Alarm alarm(Account account, Deed deed, String token, int second) {
    Instant at = NOW.plusSeconds(second);
    Origin origin = new Origin("198.51.100.66", "evil/1");
    return new Alarm(account.id(), TokenDigest.of(token), deed, at, origin, at.plus(WEEK));
  }

  /** The password becomes that, and the notice of it has this alarm. */
  private Account changed(Account account, PasswordHash hash, String token, int second) {
    Account now = again(ports(), account);
    Swap plain = change(now, now.credential().version());
    Swap swap =
        new Swap(
            plain.account(),
            plain.expectedVersion(),
            hash,
            plain.edit(),
            plain.spent(),
            plain.opened(),
            plain.ending(),
            plain.issued(),
            plain.entry(),
            plain.letters(),
            plain.forgiven(),
            List.of(alarm(account, Deed.PASSWORD_CHANGED, token, second)));
    assertThat(ports().credentials().swap(swap)).isEqualTo(Commit.DONE);
    return again(ports(), account);
  }

  /** The address becomes that, and the notice of it has this alarm. */
  private Account moved(Account account, String address, String token, int second) {
    Sequel sequel =
        Story.edited(account)
            .alarmed(List.of(), List.of(alarm(account, Deed.EMAIL_CHANGED, token, second)));
    assertThat(
            ports().accounts().revise(account.id(), AccountEdit.none().withEmail(address), sequel))
        .isInstanceOf(Revision.Revised.class);
    return again(ports(), account);
  }

  private Hung hung(String token) {
    return ports().alarms().find(TokenDigest.of(token), NOW).orElseThrow();
  }

  private Raise raise(Hung hung, Account account) {
    AuditEntry entry =
        AuditEntry.of(
            NOW.plusSeconds(3600), VISIT, account.id(), new Event.AlarmRaised("something"));
    return new Raise(
        hung.alarm(),
        Optional.of(ticket(account, "way-back of " + account.id().value())),
        List.of(letter(hung.addresses().getFirst(), "https://id.example.org/")),
        hung.addresses(),
        entry);
  }

  private Raising raised(String token, Account account) {
    return ports().alarms().raise(raise(hung(token), account));
  }

  private Optional<Hung> find(String token) {
    return ports().alarms().find(TokenDigest.of(token), NOW);
  }

  private Case onlyCase() {
    return ports().cases().list(Realm.MAIN, true, Optional.empty(), 10).getFirst();
  }

  @Test
  default void anAlarmIsFoundUntilItsTimeWithTheAddressOfBefore() {
    Account anna = made(ports(), "anna");
    changed(anna, NEW, "first", 1);

    assertThat(hung("first").alarm()).isEqualTo(alarm(anna, Deed.PASSWORD_CHANGED, "first", 1));
    assertThat(hung("first").addresses()).containsExactly("anna@example.org");
    Instant end = NOW.plusSeconds(1).plus(WEEK);
    assertThat(ports().alarms().find(TokenDigest.of("first"), end)).isEmpty();
    assertThat(find("another")).isEmpty();
  }

  @Test
  default void everyNoticeHasItsOwnAlarmAndANewOneTakesNobodysPlace() {
    Account anna = made(ports(), "anna");
    changed(anna, NEW, "first", 1);
    send(ports(), anna, "reset");
    changed(anna, THIRD, "second", 2);

    assertThat(find("first")).isPresent();
    assertThat(find("second")).isPresent();
  }

  @Test
  default void raisingBringsThePasswordBackAndFreezesTheAccount() {
    Account anna = made(ports(), "anna");
    Account changed = changed(anna, NEW, "first", 1);

    assertThat(raised("first", anna)).isInstanceOf(Raising.Raised.class);

    Account frozen = again(ports(), anna);
    assertThat(frozen.frozen()).isTrue();
    assertThat(frozen.disabled()).isFalse();
    assertThat(frozen.credential().hash()).contains(OLD);
    assertThat(frozen.credential().changedAt()).isEqualTo(anna.credential().changedAt());
    assertThat(frozen.credential().version()).isEqualTo(changed.credential().version() + 1);
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("alarm-raised");
    assertThat(ports().outbox().waiting()).isEqualTo(1);
  }

  @Test
  default void raisingEndsEverySessionAndEveryTicketButTheWayBack() {
    Account anna = made(ports(), "anna");
    changed(anna, NEW, "first", 1);
    Account changed = again(ports(), anna);
    ports().grants().open(token(anna, "jti"), 2, 100, Story.signedIn(changed), List.of());
    ports().grants().open(client(anna, "c", "t"), 2, 100, Story.signedIn(changed), List.of());
    send(ports(), anna, "of-somebody-else");

    raised("first", anna);

    assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).isPresent();
    assertThat(ports().tickets().find(TokenDigest.of("of-somebody-else"))).isEmpty();
    assertThat(ports().tickets().find(TokenDigest.of("way-back of " + anna.id().value())))
        .isPresent();
  }

  @Test
  default void raisingAnAddressesAlarmBringsTheAddressBackWithWhatFollowed() {
    Account anna = made(ports(), "anna");
    moved(anna, "eve@evil.example", "first", 1);
    changed(anna, NEW, "second", 2);

    raised("first", anna);

    Account frozen = again(ports(), anna);
    assertThat(frozen.logins().email()).isEqualTo(just("anna@example.org"));
    assertThat(frozen.credential().hash()).contains(OLD);
    assertThat(onlyCase().address()).isEqualTo(AddressFate.RESTORED);
    assertThat(onlyCase().password()).isTrue();
  }

  @Test
  default void whatWasDoneLaterCanNotBeDisputedByWhoeverGotThatNotice() {
    Account anna = made(ports(), "anna");
    moved(anna, "eve@evil.example", "annas", 1);
    changed(anna, NEW, "eves", 2);

    raised("annas", anna);

    assertThat(find("eves")).isEmpty();
    assertThat(find("annas")).isEmpty();
  }

  @Test
  default void anOlderAlarmIsNotSilencedByALaterOne() {
    Account anna = made(ports(), "anna");
    moved(anna, "eve@evil.example", "annas", 1);
    changed(anna, NEW, "eves", 2);

    raised("eves", anna);
    assertThat(again(ports(), anna).logins().email()).isEqualTo(just("eve@evil.example"));
    raised("annas", anna);

    assertThat(again(ports(), anna).logins().email()).isEqualTo(just("anna@example.org"));
    assertThat(again(ports(), anna).credential().hash()).contains(OLD);
    assertThat(ports().alarms().waysBack(anna.id())).containsExactly("anna@example.org");
  }

  @Test
  default void theWayBackGoesToEveryAddressThatWasKnownBefore() {
    Account anna = made(ports(), "anna");
    moved(anna, "anna@new.example", "first", 1);
    changed(anna, NEW, "second", 2);

    assertThat(hung("second").addresses()).containsExactly("anna@new.example", "anna@example.org");
  }

  @Test
  default void anAddressThatIsAnothersByNowStaysThereAndNobodyComesBackByLetter() {
    Account anna = made(ports(), "anna");
    moved(anna, "eve@evil.example", "first", 1);
    Account squatter = made(ports(), "squatter");
    moved(squatter, "anna@example.org", "theirs", 2);

    Raising raising = raised("first", anna);

    assertThat(raising).isInstanceOf(Raising.Raised.class);
    Account frozen = again(ports(), anna);
    assertThat(frozen.frozen()).isTrue();
    assertThat(frozen.logins().email()).isEqualTo(just("eve@evil.example"));
    assertThat(again(ports(), squatter).logins().email()).isEqualTo(just("anna@example.org"));
    assertThat(ports().tickets().find(TokenDigest.of("way-back of " + anna.id().value())))
        .isEmpty();
    assertThat(ports().outbox().waiting()).isZero();
    assertThat(ports().alarms().waysBack(anna.id())).isEmpty();
    assertThat(onlyCase().address()).isEqualTo(AddressFate.TAKEN);
  }

  @Test
  default void anAddressThatWaitsToBeConfirmedIsDropped() {
    Account anna = made(ports(), "anna");
    changed(anna, NEW, "first", 1);
    ports()
        .accounts()
        .revise(
            anna.id(), AccountEdit.none().withPendingEmail("eve@evil.example"), Story.edited(anna));

    raised("first", anna);

    assertThat(again(ports(), anna).confirmation().pendingEmail()).isEmpty();
  }

  @Test
  default void anAlarmIsRaisedOnce() {
    Account anna = made(ports(), "anna");
    changed(anna, NEW, "first", 1);
    Raise raise = raise(hung("first"), anna);

    List<Raising> outcomes = Together.all(8, _ -> ports().alarms().raise(raise));

    assertThat(outcomes.stream().filter(Raising.Raised.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(Raising.Gone.class::isInstance)).hasSize(7);
    assertThat(ports().cases().open(Realm.MAIN)).isEqualTo(1);
  }

  @Test
  default void anAlarmOfAnAccountThatIsGoneIsGone() {
    Account anna = made(ports(), "anna");
    changed(anna, NEW, "first", 1);
    Raise raise = raise(hung("first"), anna);
    ports().accounts().delete(anna.id(), Story.edited(anna));

    assertThat(ports().alarms().raise(raise)).isInstanceOf(Raising.Gone.class);
    assertThat(find("first")).isEmpty();
    assertThat(ports().cases().open(Realm.MAIN)).isZero();
  }

  @Test
  default void noChangeThatWasUnderWayComesThrough() {
    Account anna = made(ports(), "anna");
    Account changed = changed(anna, NEW, "first", 1);
    Swap underWay = change(changed, changed.credential().version());

    raised("first", anna);

    assertThat(ports().credentials().swap(underWay)).isEqualTo(Commit.OVERTAKEN);
    assertThat(
            ports()
                .accounts()
                .revise(
                    anna.id(),
                    AccountEdit.none().withEmail("eve@evil.example"),
                    Story.edited(anna)))
        .isInstanceOf(Revision.Gone.class);
    assertThat(ports().accounts().delete(anna.id(), Story.edited(anna))).isFalse();
    assertThat(
            ports()
                .grants()
                .open(
                    token(anna, "jti"),
                    again(ports(), anna).credential().version(),
                    100,
                    Story.signedIn(anna),
                    List.of()))
        .isFalse();
  }

  @Test
  default void whatIsFrozenIsAStewardsToEditAndToDelete() {
    Account anna = made(ports(), "anna");
    Account root = made(ports(), "root");
    changed(anna, NEW, "first", 1);
    raised("first", anna);
    AuditEntry byRoot =
        new AuditEntry(
            NOW,
            VISIT,
            Optional.of(anna.id()),
            Optional.of(root.id()),
            new Event.AccountChanged(List.of("email")));

    assertThat(
            ports()
                .accounts()
                .revise(
                    anna.id(), AccountEdit.none().withEmail("a@example.org"), Sequel.of(byRoot)))
        .isInstanceOf(Revision.Revised.class);
    assertThat(again(ports(), anna).frozen()).isTrue();
    assertThat(ports().accounts().delete(anna.id(), Sequel.of(byRoot))).isTrue();
    assertThat(ports().alarms().waysBack(anna.id())).isEmpty();
  }

  @Test
  default void theWayBackOpensTheAccountAgain() {
    Account anna = made(ports(), "anna");
    changed(anna, NEW, "first", 1);
    raised("first", anna);
    Account frozen = again(ports(), anna);

    Swap back =
        spending(change(frozen, frozen.credential().version()), "way-back of " + anna.id().value());

    assertThat(ports().credentials().swap(back)).isEqualTo(Commit.DONE);
    assertThat(again(ports(), anna).frozen()).isFalse();
    assertThat(ports().alarms().waysBack(anna.id())).isEmpty();
    open(ports(), again(ports(), anna), 4);
  }

  private static void open(Ports ports, Account account, long version) {
    assertThat(
            ports
                .grants()
                .open(token(account, "jti"), version, 9, Story.signedIn(account), List.of()))
        .isTrue();
  }

  /** The reset came to the same mailbox, later: it is the newer word. */
  @Test
  default void aResetByTheSameAddressIsNotUndoneButWhatCameAfterItIs() {
    Account anna = made(ports(), "anna");
    Account changed = changed(anna, NEW, "first", 1);
    send(ports(), anna, "reset");
    Swap reset = spending(change(changed, changed.credential().version()), "reset");
    ports()
        .credentials()
        .swap(
            new Swap(
                reset.account(),
                reset.expectedVersion(),
                THIRD,
                reset.edit(),
                reset.spent(),
                reset.opened(),
                reset.ending(),
                reset.issued(),
                reset.entry(),
                reset.letters(),
                reset.forgiven()));
    moved(anna, "eve@evil.example", "second", 3);

    raised("first", anna);

    assertThat(again(ports(), anna).credential().hash()).contains(THIRD);
    assertThat(again(ports(), anna).logins().email()).isEqualTo(just("anna@example.org"));
  }

  /** Whoever moved the address resets by it: that proves nothing to the owner of the old one. */
  @Test
  default void aResetByAnotherAddressIsUndone() {
    Account anna = made(ports(), "anna");
    Account moved = moved(anna, "eve@evil.example", "annas", 1);
    send(ports(), anna, "reset");
    ports().credentials().swap(spending(change(moved, moved.credential().version()), "reset"));

    raised("annas", anna);

    assertThat(again(ports(), anna).credential().hash()).contains(OLD);
    assertThat(again(ports(), anna).logins().email()).isEqualTo(just("anna@example.org"));
  }

  @Test
  default void whatAStewardSetIsNotUndone() {
    Account anna = made(ports(), "anna");
    Account root = made(ports(), "root");
    Account changed = changed(anna, NEW, "first", 1);
    AuditEntry byRoot =
        new AuditEntry(
            NOW,
            VISIT,
            Optional.of(anna.id()),
            Optional.of(root.id()),
            new Event.PasswordSetBySteward());
    Swap plain = change(changed, changed.credential().version());
    ports()
        .credentials()
        .swap(
            new Swap(
                anna.id(),
                plain.expectedVersion(),
                THIRD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                byRoot,
                List.of(),
                List.of()));
    ports()
        .accounts()
        .revise(anna.id(), AccountEdit.none().withEmail("a@new.example"), Sequel.of(byRoot));

    raised("first", anna);

    assertThat(again(ports(), anna).credential().hash()).contains(THIRD);
    assertThat(again(ports(), anna).logins().email()).isEqualTo(just("a@new.example"));
    assertThat(onlyCase().address()).isEqualTo(AddressFate.KEPT);
  }

  @Test
  default void aCaseTellsWhatWasDisputedAndIsClosedOnce() {
    Account anna = made(ports(), "anna");
    changed(anna, NEW, "first", 1);
    raised("first", anna);
    Case opened = onlyCase();
    assertThat(opened.account()).isEqualTo(anna.id());
    assertThat(opened.name()).isEqualTo("anna");
    assertThat(opened.ids()).contains(anna.ids());
    assertThat(opened.deed()).isEqualTo(Deed.PASSWORD_CHANGED);
    assertThat(opened.disputed()).isEqualTo(NOW.plusSeconds(1));
    assertThat(opened.origin().address()).isEqualTo("198.51.100.66");
    assertThat(opened.raisedFrom().address()).isEqualTo("192.0.2.7");
    assertThat(opened.frozen()).isTrue();
    AuditEntry why =
        AuditEntry.of(
            NOW.plusSeconds(9),
            VISIT.because("spoke with Anna"),
            anna.id(),
            new Event.CaseClosed(Long.toString(opened.number()), "opened"));

    assertThat(ports().cases().close(opened.number(), true, just("root"), why)).isTrue();
    assertThat(ports().cases().close(opened.number(), true, just("root"), why)).isFalse();

    Case closed = ports().cases().find(Realm.MAIN, opened.number()).orElseThrow();
    assertThat(closed.closing())
        .contains(new Case.Closing(NOW.plusSeconds(9), just("root"), "spoke with Anna"));
    assertThat(closed.frozen()).isFalse();
    assertThat(again(ports(), anna).frozen()).isFalse();
    assertThat(ports().cases().list(Realm.MAIN, true, Optional.empty(), 10)).isEmpty();
    assertThat(ports().cases().list(Realm.MAIN, false, Optional.empty(), 10)).hasSize(1);
    assertThat(ports().cases().find(new Realm("other"), opened.number())).isEmpty();
  }

  @Test
  default void casesAreListedNewestFirstAPageAtATime() {
    for (String name : List.of("anna", "bert", "carl")) {
      Account account = made(ports(), name);
      changed(account, NEW, name, 1);
      raised(name, account);
    }

    List<Case> first = ports().cases().list(Realm.MAIN, true, Optional.empty(), 2);
    List<Case> next =
        ports().cases().list(Realm.MAIN, true, Optional.of(first.getLast().number()), 2);

    assertThat(first).extracting(Case::name).containsExactly("carl", "bert");
    assertThat(next).extracting(Case::name).containsExactly("anna");
  }
}
