package dev.rekey.core.store;

import static dev.rekey.core.store.RosterStory.NOBODY;
import static dev.rekey.core.store.RosterStory.called;
import static dev.rekey.core.store.RosterStory.changed;
import static dev.rekey.core.store.RosterStory.child;
import static dev.rekey.core.store.RosterStory.create;
import static dev.rekey.core.store.RosterStory.delete;
import static dev.rekey.core.store.RosterStory.enrolled;
import static dev.rekey.core.store.RosterStory.group;
import static dev.rekey.core.store.RosterStory.groupId;
import static dev.rekey.core.store.RosterStory.groupOf;
import static dev.rekey.core.store.RosterStory.holding;
import static dev.rekey.core.store.RosterStory.ofClass;
import static dev.rekey.core.store.RosterStory.revise;
import static dev.rekey.core.store.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.store.Groups.Change;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about groups of children. */
interface GroupsContract extends RosterPremises {

  private Optional<ChildrenGroup> found(Member owner, int number) {
    return roster().groups().find(owner.account().id(), groupId(number));
  }

  private List<String> names(Member owner) {
    return roster().groups().of(owner.account().id()).stream().map(ChildrenGroup::name).toList();
  }

  private Member educator(String username) {
    return enrolled(roster(), MemberKind.EDUCATOR, username);
  }

  @Test
  default void aNewGroupIsAsItWasDrafted() {
    Member edu = educator("edu");
    Member bea = child(roster(), "bea");
    Member carl = child(roster(), "carl");
    ChildrenGroup.Draft draft =
        new ChildrenGroup.Draft(
            "mornings", List.of(carl.id(), bea.id(), carl.id()), Optional.of("4th"));

    ChildrenGroup expected =
        new ChildrenGroup(groupId(1), "mornings", List.of(carl, bea), Optional.of("4th"), NOW);
    assertThat(create(roster(), edu, 1, draft)).isEqualTo(new Change.Done(expected));
    assertThat(found(edu, 1)).contains(expected);
    assertThat(RosterStory.again(roster(), edu).groups()).containsExactly(expected);
    assertThat(roster().store().audit().latest(edu.account().id(), 1))
        .containsExactly("account-changed");
  }

  @Test
  default void groupsAreTheirOwners() {
    Member edu = educator("edu");
    Member other = educator("other");
    group(roster(), edu, 1, "b");
    group(roster(), edu, 2, "a");
    group(roster(), other, 3, "a");

    assertThat(names(edu)).containsExactly("b", "a");
    assertThat(names(other)).containsExactly("a");
    assertThat(found(other, 1)).isEmpty();
    assertThat(revise(roster(), other, 1, called("c"))).isEqualTo(new Change.Gone());
    assertThat(roster().groups().delete(other.account().id(), groupId(1), changed(other)))
        .isFalse();
    assertThat(names(edu)).containsExactly("b", "a");
  }

  @Test
  default void aNameIsOneGroupsOfItsOwner() {
    Member edu = educator("edu");
    group(roster(), edu, 1, "mornings");
    group(roster(), edu, 2, "evenings");

    assertThat(create(roster(), edu, 3, groupOf("mornings"))).isEqualTo(new Change.NameTaken());
    assertThat(revise(roster(), edu, 2, called("mornings"))).isEqualTo(new Change.NameTaken());
    assertThat(revise(roster(), edu, 2, called("evenings"))).isInstanceOf(Change.Done.class);

    assertThat(names(edu)).containsExactly("mornings", "evenings");
  }

  @Test
  default void onlyChildrenAreInGroups() {
    Member edu = educator("edu");
    Member bea = child(roster(), "bea");
    List<Hex24> mixed = List.of(edu.id(), bea.id(), NOBODY);
    List<Hex24> missing = List.of(edu.id(), NOBODY);

    assertThat(create(roster(), edu, 1, new ChildrenGroup.Draft("x", mixed, Optional.empty())))
        .isEqualTo(new Change.NoSuchChildren(missing));
    assertThat(names(edu)).isEmpty();

    group(roster(), edu, 1, "mornings", bea);
    assertThat(
            revise(
                roster(),
                edu,
                1,
                new ChildrenGroup.Edit(
                    Optional.of("evenings"), Optional.of(mixed), Optional.empty())))
        .isEqualTo(new Change.NoSuchChildren(missing));
    assertThat(names(edu)).containsExactly("mornings");
    assertThat(found(edu, 1).orElseThrow().children()).containsExactly(bea);
  }

  @Test
  default void anEditChangesWhatItNamesOfAGroup() {
    Member edu = educator("edu");
    Member bea = child(roster(), "bea");
    Member carl = child(roster(), "carl");
    group(roster(), edu, 1, "mornings", bea);

    revise(roster(), edu, 1, ofClass("4th"));
    revise(roster(), edu, 1, called("evenings"));
    Change change = revise(roster(), edu, 1, holding(carl, bea));

    ChildrenGroup expected =
        new ChildrenGroup(groupId(1), "evenings", List.of(carl, bea), Optional.of("4th"), NOW);
    assertThat(change).isEqualTo(new Change.Done(expected));
    assertThat(found(edu, 1)).contains(expected);
  }

  @Test
  default void aGroupIsDeletedOnce() {
    Member edu = educator("edu");
    Member bea = child(roster(), "bea");
    group(roster(), edu, 1, "mornings", bea);

    assertThat(roster().groups().delete(edu.account().id(), groupId(1), changed(edu))).isTrue();
    assertThat(roster().groups().delete(edu.account().id(), groupId(1), changed(edu))).isFalse();

    assertThat(found(edu, 1)).isEmpty();
    assertThat(RosterStory.again(roster(), bea)).isEqualTo(bea);
    group(roster(), edu, 2, "mornings", bea);
  }

  @Test
  default void whoIsGoneMakesNoGroups() {
    Member edu = educator("edu");
    delete(roster(), edu);

    assertThat(create(roster(), edu, 1, groupOf("mornings"))).isEqualTo(new Change.Gone());
    assertThat(revise(roster(), edu, 1, called("evenings"))).isEqualTo(new Change.Gone());
  }
}
