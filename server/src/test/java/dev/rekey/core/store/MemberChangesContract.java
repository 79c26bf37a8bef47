package dev.rekey.core.store;

import static dev.rekey.core.store.RosterStory.NOBODY;
import static dev.rekey.core.store.RosterStory.NOWHERE;
import static dev.rekey.core.store.RosterStory.NO_EDIT;
import static dev.rekey.core.store.RosterStory.again;
import static dev.rekey.core.store.RosterStory.changed;
import static dev.rekey.core.store.RosterStory.child;
import static dev.rekey.core.store.RosterStory.delete;
import static dev.rekey.core.store.RosterStory.draft;
import static dev.rekey.core.store.RosterStory.enrolled;
import static dev.rekey.core.store.RosterStory.family;
import static dev.rekey.core.store.RosterStory.group;
import static dev.rekey.core.store.RosterStory.ids;
import static dev.rekey.core.store.RosterStory.made;
import static dev.rekey.core.store.RosterStory.moved;
import static dev.rekey.core.store.RosterStory.renamed;
import static dev.rekey.core.store.RosterStory.revise;
import static dev.rekey.core.store.RosterStory.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberEdit;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.store.Members.Adoption;
import dev.rekey.core.store.Members.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about changes of those who stand in the roster, and of families. */
interface MemberChangesContract extends RosterPremises {

  private List<String> trailOf(Member member) {
    return roster().store().audit().latest(member.account().id(), 10);
  }

  private Adoption adopt(Member family, Hex24 child) {
    return roster().members().adopt(family.account().id(), child, changed(family));
  }

  private boolean release(Member family, Hex24 child) {
    return roster().members().release(family.account().id(), child, changed(family));
  }

  @Test
  default void anEditChangesWhatItNamesOfAMember() {
    InstitutionId school = made(roster(), 1, "School");
    InstitutionId clinic = made(roster(), 2, "Clinic");
    Member bea =
        enrolled(
            roster(),
            draft(
                Realm.MAIN,
                MemberKind.CHILD,
                "bea",
                new Profile(Map.of("gender", "female", "age", "8"))),
            Optional.of(school),
            List.of());

    revise(roster(), bea, renamed("beatrice"));
    revise(
        roster(),
        bea,
        new MemberEdit(
            Optional.empty(), Map.of("age", "9"), Optional.of(clinic), Optional.empty()));

    Member after = again(roster(), bea);
    assertThat(after.account().logins().username()).contains("beatrice");
    assertThat(after.field("age")).contains("9");
    assertThat(after.field("gender")).contains("female");
    assertThat(after.institution()).contains(clinic);
    assertThat(trailOf(bea))
        .containsExactly("account-changed", "account-changed", "account-created");
  }

  @Test
  default void anEditOfNothingLeavesAllAsItIs() {
    Member family = family(roster(), "family", child(roster(), "bea"));

    assertThat(revise(roster(), family, NO_EDIT)).isInstanceOf(Change.Changed.class);

    assertThat(again(roster(), family).children()).hasSize(1);
    assertThat(again(roster(), family).account().logins()).isEqualTo(family.account().logins());
  }

  @Test
  default void aFamilyGetsTheseChildrenInPlaceOfThoseThatItHas() {
    Member bea = child(roster(), "bea");
    Member carl = child(roster(), "carl");
    Member dora = child(roster(), "dora");
    Member family = family(roster(), "family", bea, carl);

    Change change = revise(roster(), family, with(dora, bea));

    assertThat(again(roster(), family).children()).containsExactly(dora, bea);
    assertThat(change).isEqualTo(new Change.Changed(again(roster(), family)));
  }

  @Test
  default void anEditThatIsRefusedChangesNothingAtAll() {
    InstitutionId school = made(roster(), 1, "School");
    Member bea = child(roster(), "bea");
    Member family = family(roster(), "family", bea);
    Optional<List<Hex24>> bad = Optional.of(List.of(bea.id(), NOBODY));

    assertThat(
            revise(
                roster(),
                family,
                new MemberEdit(Optional.of("other"), Map.of(), Optional.of(school), bad)))
        .isEqualTo(new Change.NoSuchChildren(List.of(NOBODY)));
    assertThat(
            revise(
                roster(),
                family,
                new MemberEdit(
                    Optional.of("other"), Map.of(), Optional.of(NOWHERE), Optional.of(List.of()))))
        .isEqualTo(new Change.NoSuchInstitution());
    assertThat(
            revise(
                roster(),
                family,
                new MemberEdit(Optional.of("bea"), Map.of(), Optional.of(NOWHERE), bad)))
        .isEqualTo(new Change.NameTaken());

    assertThat(again(roster(), family)).isEqualTo(family);
    assertThat(trailOf(family)).containsExactly("account-created");
  }

  @Test
  default void whoIsGoneIsNotChangedAnyMore() {
    Member family = family(roster(), "family", child(roster(), "bea"));
    Member carl = child(roster(), "carl");
    delete(roster(), family);

    assertThat(revise(roster(), family, moved(NOWHERE))).isEqualTo(new Change.Gone());
    assertThat(adopt(family, carl.id())).isEqualTo(new Adoption.NoSuchFamily());
    assertThat(release(family, carl.id())).isFalse();
  }

  @Test
  default void aFamilyAdoptsAChildOnce() {
    Member bea = child(roster(), "bea");
    Member carl = child(roster(), "carl");
    Member family = family(roster(), "family", bea);

    assertThat(adopt(family, carl.id())).isEqualTo(new Adoption.Adopted(again(roster(), family)));
    assertThat(adopt(family, carl.id())).isInstanceOf(Adoption.Adopted.class);

    assertThat(again(roster(), family).children()).containsExactly(bea, carl);
    assertThat(trailOf(family)).containsExactly("account-changed", "account-created");
  }

  @Test
  default void onlyChildrenAreAdoptedAndOnlyByFamilies() {
    Member bea = child(roster(), "bea");
    Member family = family(roster(), "family", bea);

    assertThat(adopt(family, family.id())).isEqualTo(new Adoption.NoSuchChild());
    assertThat(adopt(family, NOBODY)).isEqualTo(new Adoption.NoSuchChild());
    assertThat(adopt(bea, bea.id())).isEqualTo(new Adoption.NoSuchFamily());
    assertThat(release(bea, bea.id())).isFalse();
  }

  @Test
  default void aReleasedChildIsNoLongerOneOfTheFamily() {
    Member bea = child(roster(), "bea");
    Member carl = child(roster(), "carl");
    Member family = family(roster(), "family", bea, carl);

    assertThat(release(family, bea.id())).isTrue();
    assertThat(release(family, bea.id())).isTrue();
    assertThat(release(family, NOBODY)).isTrue();

    assertThat(again(roster(), family).children()).containsExactly(carl);
    assertThat(again(roster(), bea)).isEqualTo(bea);
    assertThat(trailOf(family)).containsExactly("account-changed", "account-created");
  }

  @Test
  default void aDeletedChildLeavesEveryFamilyAndGroup() {
    Member bea = child(roster(), "bea");
    Member carl = child(roster(), "carl");
    Member family = family(roster(), "family", bea, carl);
    Member edu = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    group(roster(), edu, 1, "mornings", bea, carl);

    delete(roster(), bea);

    assertThat(again(roster(), family).children()).containsExactly(carl);
    assertThat(again(roster(), edu).groups().getFirst().children()).containsExactly(carl);
    assertThat(roster().members().hasChild(family.account().id(), bea.id())).isFalse();
  }

  @Test
  default void aDeletedOwnerTakesTheGroupsAlong() {
    Member bea = child(roster(), "bea");
    Member edu = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    group(roster(), edu, 1, "mornings", bea);

    delete(roster(), edu);

    assertThat(roster().groups().of(edu.account().id())).isEmpty();
    assertThat(again(roster(), bea)).isEqualTo(bea);
  }

  @Test
  default void whoIsNoChildAnyMoreIsNobodysChild() {
    Member bea = child(roster(), "bea");
    Member family = family(roster(), "family", bea);
    Member edu = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    group(roster(), edu, 1, "mornings", bea);

    becomes(bea, MemberKind.EDUCATOR);

    assertThat(ids(again(roster(), family).children())).isEmpty();
    assertThat(again(roster(), edu).groups().getFirst().children()).isEmpty();
    assertThat(roster().members().hasChild(family.account().id(), bea.id())).isFalse();
  }

  private void becomes(Member member, MemberKind kind) {
    AccountEdit edit = AccountEdit.none().withRole(kind.role());
    roster().store().accounts().revise(member.account().id(), edit, Sequel.of(changed(member)));
  }

  @Test
  default void whoBecomesOfAnotherKindHasNothingOfTheOld() {
    Member bea = child(roster(), "bea");
    Member family = family(roster(), "family", bea);
    Member edu = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    group(roster(), edu, 1, "mornings", bea);

    becomes(family, MemberKind.EDUCATOR);
    becomes(edu, MemberKind.FAMILY);

    Member before =
        roster().members().find(Realm.MAIN, MemberKind.EDUCATOR, family.id()).orElseThrow();
    assertThat(before.children()).isEmpty();
    Member after = roster().members().find(Realm.MAIN, MemberKind.FAMILY, edu.id()).orElseThrow();
    assertThat(after.groups()).isEmpty();
  }
}
