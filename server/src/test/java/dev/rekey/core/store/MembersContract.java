package dev.rekey.core.store;

import static dev.rekey.core.store.RosterStory.ALL;
import static dev.rekey.core.store.RosterStory.ELSEWHERE;
import static dev.rekey.core.store.RosterStory.NOBODY;
import static dev.rekey.core.store.RosterStory.NOWHERE;
import static dev.rekey.core.store.RosterStory.again;
import static dev.rekey.core.store.RosterStory.child;
import static dev.rekey.core.store.RosterStory.draft;
import static dev.rekey.core.store.RosterStory.enrol;
import static dev.rekey.core.store.RosterStory.enrolled;
import static dev.rekey.core.store.RosterStory.family;
import static dev.rekey.core.store.RosterStory.group;
import static dev.rekey.core.store.RosterStory.ids;
import static dev.rekey.core.store.RosterStory.made;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.Belonging;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Span.Stretch;
import dev.rekey.core.store.Members.Enrolment;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises about those who stand in the roster, and how they got there. */
interface MembersContract extends RosterPremises {

  private Members members() {
    return roster().members();
  }

  private List<String> names(MemberKind kind, Optional<InstitutionId> institution, Window window) {
    return members().list(Realm.MAIN, kind, institution, window).stream()
        .map(one -> one.account().logins().display())
        .toList();
  }

  private boolean isKnown(String username) {
    return roster().store().accounts().findByLogin(Realm.MAIN, username).isPresent();
  }

  @Test
  default void aNewChildIsAsItWasDrafted() {
    InstitutionId school = made(roster(), 1, "School");
    Profile profile = new Profile(Map.of("gender", "female", "age", "8"));
    NewAccount draft = draft(Realm.MAIN, MemberKind.CHILD, "bea", profile);

    Member bea = enrolled(roster(), draft, Optional.of(school), List.of());

    assertThat(bea.account().profile()).isEqualTo(profile);
    assertThat(bea.account().role()).isEqualTo(MemberKind.CHILD.role());
    assertThat(bea.account().credential().hash()).contains(Story.OLD);
    assertThat(bea.account().createdAt()).isEqualTo(NOW);
    assertThat(bea.institution()).contains(school);
    assertThat(bea.children()).isEmpty();
    assertThat(bea.groups()).isEmpty();
    assertThat(again(roster(), bea)).isEqualTo(bea);
    assertThat(members().institutionOf(bea.account().id())).contains(school);
    assertThat(roster().store().audit().latest(bea.account().id(), 10))
        .containsExactly("account-created");
  }

  @Test
  default void aFamilyHasItsChildrenInTheOrderInWhichTheyWereNamed() {
    Member bea = child(roster(), "bea");
    Member carl = child(roster(), "carl");
    Member dora = child(roster(), "dora");

    Member family = family(roster(), "family", carl, dora, bea, carl);

    assertThat(family.children()).containsExactly(carl, dora, bea);
    assertThat(again(roster(), family)).isEqualTo(family);
    assertThat(members().hasChild(family.account().id(), bea.id())).isTrue();
    assertThat(members().hasChild(family.account().id(), NOBODY)).isFalse();
    assertThat(members().hasChild(bea.account().id(), bea.id())).isFalse();
  }

  @Test
  default void aMemberIsFoundAsWhatItIsInItsRealm() {
    Member bea = child(roster(), "bea");

    assertThat(members().find(Realm.MAIN, MemberKind.CHILD, bea.id())).contains(bea);
    assertThat(members().find(Realm.MAIN, MemberKind.FAMILY, bea.id())).isEmpty();
    assertThat(members().find(ELSEWHERE, MemberKind.CHILD, bea.id())).isEmpty();
    assertThat(members().find(Realm.MAIN, MemberKind.CHILD, NOBODY)).isEmpty();
  }

  @Test
  default void childrenWhoAreNoneAreNamedAndNobodyIsMade() {
    Member bea = child(roster(), "bea");
    Member educator = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    Member stranger =
        enrolled(
            roster(),
            draft(ELSEWHERE, MemberKind.CHILD, "stranger", Profile.empty()),
            Optional.empty(),
            List.of());
    List<Hex24> children = List.of(stranger.id(), bea.id(), NOBODY, educator.id());

    assertThat(enrol(roster(), draft(MemberKind.FAMILY, "family"), Optional.of(NOWHERE), children))
        .isEqualTo(new Enrolment.NoSuchChildren(List.of(stranger.id(), NOBODY, educator.id())));

    assertThat(isKnown("family")).isFalse();
    assertThat(members().count(Realm.MAIN, MemberKind.FAMILY)).isZero();
  }

  @Test
  default void nobodyIsMadeWhoBelongsNowhereThereIs() {
    InstitutionId elsewhere = made(roster(), ELSEWHERE, 1, "School");

    assertThat(enrol(roster(), draft(MemberKind.CHILD, "bea"), Optional.of(elsewhere), List.of()))
        .isEqualTo(new Enrolment.NoSuchInstitution());

    assertThat(isKnown("bea")).isFalse();
  }

  @Test
  default void aTakenNameIsSaidBeforeAllElse() {
    child(roster(), "bea");

    assertThat(
            enrol(roster(), draft(MemberKind.FAMILY, "bea"), Optional.of(NOWHERE), List.of(NOBODY)))
        .isEqualTo(new Enrolment.Taken("username"));
  }

  @Test
  default void whoWasMadeElsewhereStandsInTheRosterToo() {
    NewAccount draft = draft(MemberKind.EDUCATOR, "edu");
    Story.made(roster().store(), draft);
    Story.made(roster().store(), "operator");

    List<Member> educators = members().list(Realm.MAIN, MemberKind.EDUCATOR, Optional.empty(), ALL);

    assertThat(educators).hasSize(1);
    assertThat(educators.getFirst().institution()).isEmpty();
    assertThat(again(roster(), educators.getFirst())).isEqualTo(educators.getFirst());
  }

  @Test
  default void membersAreListedNewestFirstByKindInstitutionAndPage() {
    InstitutionId school = made(roster(), 1, "School");
    InstitutionId clinic = made(roster(), 2, "Clinic");
    IntStream.range(0, 5)
        .forEach(i ->
            enrolled(
                roster(),
                draft(MemberKind.CHILD, "child" + i),
                Optional.of(i % 2 == 0 ? school : clinic),
                List.of()));
    enrolled(roster(), draft(MemberKind.EDUCATOR, "edu"), Optional.of(school), List.of());

    assertThat(names(MemberKind.CHILD, Optional.empty(), ALL))
        .containsExactly("child4", "child3", "child2", "child1", "child0");
    assertThat(names(MemberKind.CHILD, Optional.of(school), ALL))
        .containsExactly("child4", "child2", "child0");
    assertThat(names(MemberKind.CHILD, Optional.empty(), new Window(Stretch.ever(), 1, 2)))
        .containsExactly("child3", "child2");
    assertThat(names(MemberKind.CHILD, Optional.of(school), new Window(Stretch.ever(), 1, 1)))
        .containsExactly("child2");
    assertThat(names(MemberKind.CHILD, Optional.of(NOWHERE), ALL)).isEmpty();
    assertThat(names(MemberKind.FAMILY, Optional.empty(), ALL)).isEmpty();
    assertThat(members().count(Realm.MAIN, MemberKind.CHILD)).isEqualTo(5);
    assertThat(members().count(ELSEWHERE, MemberKind.CHILD)).isZero();
  }

  @Test
  default void aWindowShowsMembersWhoWereMadeThen() {
    enrolledAt("old", NOW.minusMillis(1));
    enrolledAt("now", NOW);

    Stretch since = new Stretch(Optional.of(NOW), Optional.empty());
    Stretch before = new Stretch(Optional.empty(), Optional.of(NOW));
    assertThat(names(MemberKind.CHILD, Optional.empty(), Window.all(since))).containsExactly("now");
    assertThat(names(MemberKind.CHILD, Optional.empty(), Window.all(before)))
        .containsExactly("old");
  }

  private void enrolledAt(String username, Instant at) {
    members()
        .enrol(
            draft(MemberKind.CHILD, username),
            new Belonging(Optional.empty(), List.of()),
            VISIT,
            Optional.empty(),
            at);
  }

  @Test
  default void aListIsCompletedInItsOrder() {
    Member bea = child(roster(), "bea");
    Member one = family(roster(), "one", bea);
    Member none = family(roster(), "none");
    Member edu = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    group(roster(), edu, 1, "mornings", bea);

    List<Member> bare = members().list(Realm.MAIN, MemberKind.FAMILY, Optional.empty(), ALL);
    assertThat(bare).allSatisfy(family -> assertThat(family.children()).isEmpty());

    assertThat(members().complete(bare)).containsExactly(none, one);
    assertThat(ids(members().complete(bare).getLast().children())).containsExactly(bea.id());
    assertThat(members().complete(List.of(edu)).getFirst().groups()).hasSize(1);
    assertThat(members().complete(List.of())).isEmpty();
  }

  @Test
  default void aLongListIsCompletedToo() {
    Member bea = child(roster(), "bea");
    Member one = family(roster(), "one", bea);

    List<Member> many = Collections.nCopies(2_500, one);

    assertThat(members().complete(many))
        .hasSize(2_500)
        .allSatisfy(family -> assertThat(family.children()).isNotEmpty());
  }

  @Test
  default void aChildIsFoundByItsTag() {
    enrolledWithTag("bea", "none");
    Member carl = enrolledWithTag("carl", "04:a2_%\"\\ä");
    enrolledWithTag("dora", "04:A2_%\"\\ä");

    assertThat(members().findByTag(Realm.MAIN, "04:a2_%\"\\ä")).contains(carl);
    assertThat(members().findByTag(Realm.MAIN, "04:a2_%\"\\")).isEmpty();
    assertThat(members().findByTag(Realm.MAIN, "%")).isEmpty();
    assertThat(members().findByTag(ELSEWHERE, "04:a2_%\"\\ä")).isEmpty();
  }

  private Member enrolledWithTag(String username, String tag) {
    Profile profile = new Profile(Map.of("gender", "male", "nfc_tag", tag, "age", "8"));
    return enrolled(
        roster(),
        draft(Realm.MAIN, MemberKind.CHILD, username, profile),
        Optional.empty(),
        List.of());
  }
}
