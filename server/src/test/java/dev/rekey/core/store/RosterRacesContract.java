package dev.rekey.core.store;

import static dev.rekey.core.store.RosterStory.aboutNobody;
import static dev.rekey.core.store.RosterStory.again;
import static dev.rekey.core.store.RosterStory.called;
import static dev.rekey.core.store.RosterStory.changed;
import static dev.rekey.core.store.RosterStory.child;
import static dev.rekey.core.store.RosterStory.create;
import static dev.rekey.core.store.RosterStory.delete;
import static dev.rekey.core.store.RosterStory.draft;
import static dev.rekey.core.store.RosterStory.enrol;
import static dev.rekey.core.store.RosterStory.enrolled;
import static dev.rekey.core.store.RosterStory.family;
import static dev.rekey.core.store.RosterStory.group;
import static dev.rekey.core.store.RosterStory.groupOf;
import static dev.rekey.core.store.RosterStory.holding;
import static dev.rekey.core.store.RosterStory.institution;
import static dev.rekey.core.store.RosterStory.made;
import static dev.rekey.core.store.RosterStory.moved;
import static dev.rekey.core.store.RosterStory.ofClass;
import static dev.rekey.core.store.RosterStory.renamed;
import static dev.rekey.core.store.RosterStory.revise;
import static dev.rekey.core.store.RosterStory.with;
import static dev.rekey.core.store.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.store.Institutions.Removal;
import dev.rekey.core.store.Members.Adoption;
import dev.rekey.core.store.Members.Enrolment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about two who change the roster at once. */
interface RosterRacesContract extends RosterPremises {

  int ROUNDS = 12;

  @Test
  default void ofManyInstitutionsOfOneNameOneIsMade() {
    List<Boolean> made =
        Together.all(
            8,
            i ->
                roster()
                    .institutions()
                    .create(institution(Realm.MAIN, i, "School", NOW), aboutNobody()));

    assertThat(made).containsOnlyOnce(true);
    assertThat(roster().institutions().count(Realm.MAIN)).isEqualTo(1);
  }

  @Test
  default void anInstitutionIsDeletedOrGetsItsMemberNeverBoth() {
    for (int round = 0; round < ROUNDS; round++) {
      InstitutionId school = made(roster(), round, "School " + round);
      String name = "edu" + round;

      List<Object> answers =
          Together.all(
              2,
              i ->
                  i == 0
                      ? roster().institutions().delete(Realm.MAIN, school, aboutNobody())
                      : enrol(
                          roster(),
                          draft(MemberKind.EDUCATOR, name),
                          Optional.of(school),
                          List.of()));

      if (answers.contains(Removal.DONE)) {
        assertThat(answers.getLast()).isEqualTo(new Enrolment.NoSuchInstitution());
        assertThat(roster().store().accounts().findByLogin(Realm.MAIN, name)).isEmpty();
      } else {
        assertThat(answers.getFirst()).isEqualTo(Removal.IN_USE);
        assertThat(answers.getLast()).isInstanceOf(Enrolment.Enrolled.class);
      }
    }
  }

  @Test
  default void anInstitutionIsDeletedOrMovedToNeverBoth() {
    Member edu = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    for (int round = 0; round < ROUNDS; round++) {
      InstitutionId school = made(roster(), round, "School " + round);

      List<Object> answers =
          Together.all(
              2,
              i ->
                  i == 0
                      ? roster().institutions().delete(Realm.MAIN, school, aboutNobody())
                      : revise(roster(), edu, moved(school)));

      boolean moved = answers.getLast() instanceof Members.Change.Changed;
      assertThat(answers.getFirst()).isEqualTo(moved ? Removal.IN_USE : Removal.DONE);
      assertThat(roster().institutions().find(Realm.MAIN, school).isPresent()).isEqualTo(moved);
    }
  }

  @Test
  default void aDeletedChildIsInNoFamilyThatIsMadeMeanwhile() {
    for (int round = 0; round < ROUNDS; round++) {
      Member bea = child(roster(), "bea" + round);
      String name = "family" + round;

      List<Object> answers =
          Together.all(
              2,
              i ->
                  i == 0
                      ? deleted(bea)
                      : enrol(
                          roster(),
                          draft(MemberKind.FAMILY, name),
                          Optional.empty(),
                          List.of(bea.id())));

      if (answers.getLast() instanceof Enrolment.Enrolled(Member family)) {
        assertThat(again(roster(), family).children()).isEmpty();
      } else {
        assertThat(answers.getLast()).isEqualTo(new Enrolment.NoSuchChildren(List.of(bea.id())));
        assertThat(roster().store().accounts().findByLogin(Realm.MAIN, name)).isEmpty();
      }
    }
  }

  private Object deleted(Member member) {
    delete(roster(), member);
    return member;
  }

  @Test
  default void aDeletedChildIsInNoGroupThatIsMadeOrChangedMeanwhile() {
    Member edu = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    group(roster(), edu, 99, "always");
    for (int round = 0; round < ROUNDS; round++) {
      int number = round;
      Member bea = child(roster(), "bea" + round);

      Together.all(
          3,
          i ->
              switch (i) {
                case 0 -> deleted(bea);
                case 1 -> create(roster(), edu, number, groupOf("group " + number, bea));
                default -> revise(roster(), edu, 99, holding(bea));
              });

      assertThat(roster().groups().of(edu.account().id()))
          .allSatisfy(group -> assertThat(group.children()).isEmpty());
    }
  }

  @Test
  default void aDeletedChildIsAdoptedByNobody() {
    Member family = family(roster(), "family");
    for (int round = 0; round < ROUNDS; round++) {
      Member bea = child(roster(), "bea" + round);

      List<Object> answers =
          Together.all(
              2,
              i ->
                  i == 0
                      ? deleted(bea)
                      : roster().members().adopt(family.account().id(), bea.id(), changed(family)));

      assertThat(answers.getLast())
          .isInstanceOfAny(Adoption.Adopted.class, Adoption.NoSuchChild.class);
      assertThat(again(roster(), family).children()).isEmpty();
    }
  }

  @Test
  default void twoChangesOfOneGroupBothHold() {
    Member edu = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    Member bea = child(roster(), "bea");
    group(roster(), edu, 1, "at first");
    for (int round = 0; round < ROUNDS; round++) {
      String text = "round " + round;

      Together.all(
          3,
          i ->
              switch (i) {
                case 0 -> revise(roster(), edu, 1, called(text));
                case 1 -> revise(roster(), edu, 1, ofClass(text));
                default -> revise(roster(), edu, 1, holding(bea));
              });

      ChildrenGroup group = again(roster(), edu).groups().getFirst();
      assertThat(group.name()).isEqualTo(text);
      assertThat(group.schoolClass()).contains(text);
      assertThat(group.children()).containsExactly(bea);
    }
  }

  @Test
  default void ofManyGroupsThatGetOneNameOneDoes() {
    Member edu = enrolled(roster(), MemberKind.EDUCATOR, "edu");
    for (int i = 0; i < 6; i++) {
      group(roster(), edu, i, "group " + i);
    }

    List<Groups.Change> changes =
        Together.all(
            8,
            i ->
                i < 6
                    ? revise(roster(), edu, i, called("mornings"))
                    : create(roster(), edu, i, groupOf("mornings")));

    assertThat(changes.stream().filter(Groups.Change.Done.class::isInstance)).hasSize(1);
    assertThat(changes.stream().filter(new Groups.Change.NameTaken()::equals)).hasSize(7);
  }

  @Test
  default void ofTwoMembersWhoGetOneNameOneDoes() {
    List<Member> members =
        List.of(
            enrolled(roster(), MemberKind.EDUCATOR, "one"),
            enrolled(roster(), MemberKind.FAMILY, "two"));

    List<Members.Change> changes =
        Together.all(2, i -> revise(roster(), members.get(i), renamed("same")));

    assertThat(changes).containsOnlyOnce(new Members.Change.NameTaken());
  }

  @Test
  default void familiesWithTheSameChildrenDoNotStandInEachOthersWay() {
    Member bea = child(roster(), "bea");
    Member carl = child(roster(), "carl");
    List<Member> families = List.of(family(roster(), "one"), family(roster(), "two"));
    for (int round = 0; round < ROUNDS; round++) {
      List<Members.Change> changes =
          Together.all(
              4,
              i ->
                  revise(roster(), families.get(i % 2), i < 2 ? with(bea, carl) : with(carl, bea)));

      assertThat(changes).allMatch(Members.Change.Changed.class::isInstance);
      assertThat(families)
          .allSatisfy(family ->
              assertThat(again(roster(), family).children()).containsExactlyInAnyOrder(bea, carl));
    }
  }
}
