package dev.rekey.core.store;

import static dev.rekey.core.store.BulkStory.EVERYBODY;
import static dev.rekey.core.store.BulkStory.FORCE;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.draft;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.BulkDeed.State;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.bulk.Target;
import dev.rekey.core.incident.DecideDeed;
import dev.rekey.core.incident.DecideDeed.Decision;
import dev.rekey.core.incident.ProposeDeed;
import dev.rekey.core.incident.SteerDeed;
import dev.rekey.core.incident.SteerDeed.Wish;
import dev.rekey.core.incident.WorkOnDeed;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.token.TokenDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises about deeds that concern many accounts. */
public interface BulkDeedsContract extends BulkPremises {

  private BulkStory story() {
    return new BulkStory(ports(), bulkDeeds());
  }

  private List<Account> people(int many) {
    return IntStream.range(0, many).mapToObj(i -> made(ports(), "anna" + i)).toList();
  }

  private Account admin(String name) {
    return made(ports(), withRole(draft(name), BulkStory.ADMIN));
  }

  private static NewAccount withRole(NewAccount draft, Role role) {
    return new NewAccount(
        draft.realm(),
        draft.logins(),
        role,
        draft.profile(),
        draft.hash(),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static NewAccount withHash(NewAccount draft, Optional<PasswordHash> hash) {
    return new NewAccount(
        draft.realm(),
        draft.logins(),
        draft.role(),
        draft.profile(),
        hash,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private boolean mustChange(Account account) {
    return again(ports(), account).credential().mustChange().isPresent();
  }

  private List<String> trail(Account account) {
    return ports().audit().latest(account.id(), 100);
  }

  @Test
  default void aDeedIsKeptAsItWasProposed() {
    people(1);
    Target weak = new Target.WeakHashes(HashCost.standard());
    BulkDeed deed = story().begun(new Deed.ForceChange(true), weak);

    assertThat(bulkDeeds().find(deed.id())).contains(deed);
    assertThat(deed.target()).isEqualTo(weak);
    assertThat(deed.deed()).isEqualTo(new Deed.ForceChange(true));
    assertThat(deed.proposal().why()).isEqualTo("a laptop was stolen");
    assertThat(deed.progress().all()).isOne();
    assertThat(bulkDeeds().latest(10)).containsExactly(deed);
    assertThat(bulkDeeds().find(deed.id() + 1)).isEmpty();
  }

  @Test
  default void itIsDoneToEverybodyInHandfulsAndToEachOnce() {
    List<Account> people = people(7);
    people.forEach(one -> open(ports(), one, token(one, "jti")));

    BulkDeed done = story().finished(story().begun(FORCE, EVERYBODY), 3);

    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.progress().done()).isEqualTo(7);
    assertThat(people).allMatch(this::mustChange);
    assertThat(people).allMatch(one -> ports().grants().of(one.id(), NOW).isEmpty());
    assertThat(people)
        .allMatch(one -> trail(one).stream().filter("change-forced"::equals).count() == 1);
  }

  @Test
  default void anEndOfAllSessionsLeavesPasswordsAlone() {
    List<Account> people = people(3);
    people.forEach(one -> open(ports(), one, token(one, "jti")));

    story().finished(story().begun(new Deed.EndSessions(), EVERYBODY), 10);

    assertThat(people).noneMatch(this::mustChange);
    assertThat(people).allMatch(one -> ports().grants().of(one.id(), NOW).isEmpty());
    assertThat(people).allMatch(one -> again(ports(), one).moments().sessionsEndedAt().isPresent());
  }

  @Test
  default void onlyThoseOfTheRoleAreMeant() {
    Account root = admin("root");
    Account anna = made(ports(), "anna");

    story().finished(story().begun(FORCE, new Target.OfRole(BulkStory.ADMIN)), 10);

    assertThat(mustChange(root)).isTrue();
    assertThat(mustChange(anna)).isFalse();
  }

  @Test
  default void onlyThoseOfTheRealmAreMeant() {
    Account anna = made(ports(), "anna");
    Account far = made(ports(), draft(new Realm("far"), draft("bert").logins()));

    story().finished(story().begun(FORCE, new Target.OfRealm(new Realm("far"))), 10);

    assertThat(mustChange(far)).isTrue();
    assertThat(mustChange(anna)).isFalse();
  }

  @Test
  default void onlyThoseWithWeakHashesAreMeant() {
    String salt = "c29tZXNhbHRzb21lc2FsdA";
    String tag = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY";
    PasswordHash good = PasswordHash.of("$argon2id$v=19$m=19456,t=2,p=1$" + salt + '$' + tag);
    PasswordHash weak = PasswordHash.of("$argon2id$v=19$m=4096,t=1,p=1$" + salt + '$' + tag);
    Account strong = made(ports(), withHash(draft("strong"), Optional.of(good)));
    Account cheap = made(ports(), withHash(draft("cheap"), Optional.of(weak)));
    Account other = made(ports(), "other");
    Account none = made(ports(), withHash(draft("none"), Optional.empty()));

    story().finished(story().begun(FORCE, new Target.OtherSchemes()), 10);
    assertThat(List.of(strong, cheap, other, none).stream().filter(this::mustChange))
        .containsExactly(other);

    story().finished(story().begun(FORCE, new Target.WeakHashes(HashCost.standard())), 10);
    assertThat(List.of(strong, cheap, other, none).stream().filter(this::mustChange))
        .containsExactly(cheap, other);
  }

  @Test
  default void whoeverProposedItIsSparedUnlessTheyAskToBeMeant() {
    Account root = admin("root");
    Account anna = made(ports(), "anna");
    Steward by = BulkStory.by(root);

    story().finished(story().begun(by, FORCE, EVERYBODY), 10);
    assertThat(mustChange(root)).isFalse();
    assertThat(mustChange(anna)).isTrue();

    ProposeDeed.Command own = new ProposeDeed.Command(by, FORCE, EVERYBODY, true, BulkStory.WHY);
    story().finished(story().begun(own), 10);
    assertThat(mustChange(root)).isTrue();
  }

  @Test
  default void whoBecameGreaterMeanwhileIsSpared() {
    Account helper = made(ports(), withRole(draft("helper"), BulkStory.OPERATOR));
    ports()
        .accounts()
        .revise(
            helper.id(),
            AccountEdit.none().withPrivileges(Set.of("ACT_IN_BULK", "UPDATE_ACCOUNTS"), Set.of()),
            Story.edited(helper));
    Account anna = made(ports(), "anna");
    BulkDeed deed = story().begun(BulkStory.by(again(ports(), helper)), FORCE, EVERYBODY);

    ports()
        .accounts()
        .revise(anna.id(), AccountEdit.none().withRole(BulkStory.ADMIN), Story.edited(anna));
    BulkDeed done = story().finished(deed, 10);

    assertThat(mustChange(anna)).isFalse();
    assertThat(done.progress().done()).isZero();
    assertThat(done.progress().all()).isOne();
  }

  @Test
  default void whoComesLaterIsNotMeant() {
    people(2);
    BulkDeed deed = story().begun(FORCE, EVERYBODY);
    Account late = made(ports(), "late");

    story().finished(deed, 10);

    assertThat(mustChange(late)).isFalse();
  }

  @Test
  default void lettersGoOutWithTheChangeOfEach() {
    Account anna = made(ports(), "anna");

    story().finished(story().begun(new Deed.ForceChange(true), EVERYBODY), 10);

    assertThat(ports().outbox().take(10, NOW, NOW.plusSeconds(60)))
        .singleElement()
        .satisfies(due -> assertThat(due.letter()).isInstanceOf(Letter.ResetLink.class));
    assertThat(mustChange(anna)).isTrue();
  }

  @Test
  default void aTicketThatIsOutStaysGood() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "ticket");

    story().finished(story().begun(FORCE, EVERYBODY), 10);

    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isPresent();
  }

  @Test
  default void whatIsStoppedStaysWhereItIsAndGoesOnFromThere() {
    List<Account> people = people(5);
    BulkDeed some = story().worked(story().begun(FORCE, EVERYBODY), 2);

    story().steered(some, Wish.STOP);
    assertThat(story().work(some, 2)).isEqualTo(new WorkOnDeed.Outcome.Overtaken());
    assertThat(people.stream().filter(this::mustChange)).hasSize(2);

    BulkDeed done = story().finished(story().steered(some, Wish.RESUME), 2);
    assertThat(done.progress().done()).isEqualTo(5);
    assertThat(people)
        .allMatch(one -> trail(one).stream().filter("change-forced"::equals).count() == 1);
  }

  @Test
  default void aForcedChangeIsTakenBackForThoseWhoHaveNotFollowedIt() {
    List<Account> people = people(4);
    BulkDeed done = story().finished(story().begun(FORCE, EVERYBODY), 3);
    Account quick = people.get(1);
    ports().credentials().swap(change(quick, 1));

    BulkDeed undone = story().finished(story().steered(done, Wish.UNDO), 2);

    assertThat(undone.state()).isEqualTo(State.UNDONE);
    assertThat(undone.progress().undone()).isEqualTo(3);
    assertThat(people).noneMatch(this::mustChange);
    assertThat(trail(quick)).doesNotContain("forced-change-taken-back");
    assertThat(trail(people.get(0))).startsWith("forced-change-taken-back");
    assertThat(again(ports(), quick).credential().hash()).contains(Story.NEW);
  }

  @Test
  default void onlyWhatTheDeedDidIsTakenBack() {
    Account anna = made(ports(), "anna");
    MustChange alone = new MustChange.Forced(NOW, Optional.empty());
    ports()
        .accounts()
        .revise(anna.id(), AccountEdit.none().withMustChange(alone), Story.edited(anna));
    Account bert = made(ports(), "bert");
    BulkDeed done = story().finished(story().begun(FORCE, EVERYBODY), 10);

    story().finished(story().steered(done, Wish.UNDO), 10);

    assertThat(again(ports(), anna).credential().mustChange()).contains(alone);
    assertThat(mustChange(bert)).isFalse();
  }

  @Test
  default void anEndOfSessionsIsNotTakenBack() {
    people(1);
    BulkDeed done = story().finished(story().begun(new Deed.EndSessions(), EVERYBODY), 10);

    assertThat(story().steer(done, Wish.UNDO)).isEqualTo(new SteerDeed.Outcome.NotNow());
  }

  /** Whoever falls holds the lease until it runs out, and no longer. */
  @Test
  default void whatAFallenNodeHasLeftAnotherTakesOver() {
    List<Account> people = people(5);
    story().begun(FORCE, EVERYBODY);
    Instant end = NOW.plusSeconds(15);
    BulkDeed mine = bulkDeeds().lease(NOW, end).orElseThrow();
    story().worked(mine, 2);

    assertThat(bulkDeeds().lease(NOW.plusSeconds(14), end.plusSeconds(15))).isEmpty();
    BulkDeed taken = bulkDeeds().lease(end, end.plusSeconds(15)).orElseThrow();
    assertThat(taken.progress().done()).isEqualTo(2);

    story().finished(taken, 2);
    assertThat(people)
        .allMatch(one -> trail(one).stream().filter("change-forced"::equals).count() == 1);
  }

  @Test
  default void whatIsReleasedIsFreeAtOnce() {
    people(1);
    BulkDeed deed = story().begun(FORCE, EVERYBODY);
    bulkDeeds().lease(NOW, NOW.plusSeconds(15));

    bulkDeeds().release(deed.id());

    assertThat(bulkDeeds().lease(NOW, NOW.plusSeconds(15))).contains(deed);
  }

  @Test
  default void whatIsNotUnderWayIsNobodysWork() {
    people(1);
    story().steered(story().begun(FORCE, EVERYBODY), Wish.STOP);

    assertThat(bulkDeeds().lease(NOW, NOW.plusSeconds(15))).isEmpty();
  }

  /** Of many who work on the same part exactly one does it. */
  @Test
  default void manyAtOnceDoItToEachOnce() {
    List<Account> people = people(12);
    BulkDeed deed = story().begun(FORCE, EVERYBODY);
    int rounds = 0;

    while (deed.isUnderWay()) {
      BulkDeed seen = deed;
      List<WorkOnDeed.Outcome> came = Together.all(4, _ -> story().work(seen, 5));
      assertThat(came.stream().filter(WorkOnDeed.Outcome.Worked.class::isInstance)).hasSize(1);
      deed = bulkDeeds().find(deed.id()).orElseThrow();
      rounds++;
    }

    assertThat(rounds).isEqualTo(3);
    assertThat(deed.progress().done()).isEqualTo(12);
    assertThat(people)
        .allMatch(one -> trail(one).stream().filter("change-forced"::equals).count() == 1);
  }

  /** Whoever changes the password while it is being forced, or taken back, keeps the new one. */
  @Test
  default void changesAndTheDeedDoNotUndoEachOther() {
    List<Account> people = people(8);
    BulkDeed deed = story().begun(FORCE, EVERYBODY);

    Together.all(
        9,
        number ->
            number == 8
                ? story().finished(deed, 2).state().name()
                : ports().credentials().swap(change(people.get(number), 1)).name());

    assertThat(people)
        .allMatch(one -> again(ports(), one).credential().hash().equals(Optional.of(Story.NEW)));
    assertThat(people).allMatch(this::endedWhatItSaysItDid);
  }

  /** Forced after the change, or settled by it: the trail says which, newest first. */
  private boolean endedWhatItSaysItDid(Account account) {
    return mustChange(account) == trail(account).getFirst().equals("change-forced");
  }

  @Test
  default void aSecondAdministratorIsNotTheFirst() {
    Account root = admin("root");
    made(ports(), "anna");
    BulkDeed waits = story().waiting(BulkStory.by(root), FORCE);

    assertThat(story().decide(BulkStory.by(root), waits, Decision.APPROVE))
        .isEqualTo(new DecideDeed.Outcome.NotAllowed());
    assertThat(bulkDeeds().lease(NOW, NOW.plusSeconds(15))).isEmpty();
  }

  @Test
  default void anApprovalBeginsItOnce() {
    Account root = admin("root");
    Account toor = admin("toor");
    Account anna = made(ports(), "anna");
    BulkDeed waits = story().waiting(BulkStory.by(root), FORCE);

    List<DecideDeed.Outcome> came =
        Together.all(3, _ -> story().decide(BulkStory.by(toor), waits, Decision.APPROVE));

    assertThat(came.stream().filter(DecideDeed.Outcome.Decided.class::isInstance)).hasSize(1);
    BulkDeed deed = bulkDeeds().find(waits.id()).orElseThrow();
    assertThat(deed.decision().orElseThrow().by()).contains(toor.id());
    story().finished(deed, 10);
    assertThat(mustChange(anna)).isTrue();
    assertThat(mustChange(root)).isFalse();
  }

  @Test
  default void whatIsRefusedOrWithdrawnIsNeverDone() {
    Account root = admin("root");
    Account toor = admin("toor");
    BulkDeed one = story().waiting(BulkStory.by(root), FORCE);
    BulkDeed other = story().waiting(BulkStory.by(root), FORCE);

    story().decide(BulkStory.by(toor), one, Decision.REFUSE);
    story().decide(BulkStory.by(root), other, Decision.WITHDRAW);

    assertThat(bulkDeeds().latest(10))
        .extracting(BulkDeed::state)
        .containsExactly(State.WITHDRAWN, State.REFUSED);
    assertThat(story().decide(BulkStory.by(toor), one, Decision.APPROVE))
        .isEqualTo(new DecideDeed.Outcome.TooLate());
  }

  @Test
  default void aProposalDoesNotWaitForEver() {
    Account root = admin("root");
    Account toor = admin("toor");
    BulkDeed waits = story().waiting(BulkStory.by(root), FORCE);
    Instant late = NOW.plus(Duration.ofDays(1));

    assertThat(waits.stateAt(late)).isEqualTo(State.EXPIRED);
    assertThat(
            story().decide(BulkStory.by(toor), waits, Decision.APPROVE, InstantSource.fixed(late)))
        .isEqualTo(new DecideDeed.Outcome.TooLate());
  }

  @Test
  default void nobodyMeantMeansNothingIsBegun() {
    Account root = admin("root");
    ProposeDeed.Command command =
        new ProposeDeed.Command(BulkStory.by(root), FORCE, EVERYBODY, false, BulkStory.WHY);

    assertThat(story().propose(false, command)).isEqualTo(new ProposeDeed.Outcome.NobodyMeant());
  }

  @Test
  default void whoMayNotDoItToOneMayNotDoItToMany() {
    Account anna = made(ports(), "anna");
    ProposeDeed.Command command =
        new ProposeDeed.Command(BulkStory.by(anna), FORCE, EVERYBODY, false, BulkStory.WHY);

    assertThat(story().propose(false, command)).isEqualTo(new ProposeDeed.Outcome.NotAllowed());
  }
}
