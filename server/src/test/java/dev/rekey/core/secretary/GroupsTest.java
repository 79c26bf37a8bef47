package dev.rekey.core.secretary;

import static dev.rekey.core.roster.MemberKind.EDUCATOR;
import static dev.rekey.core.roster.MemberKind.HEALTH_PROFESSIONAL;
import static dev.rekey.core.secretary.Office.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.Filter;
import dev.rekey.core.roster.Filter.Condition;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupsTest {

  private static final Hex24 NOBODY = new Hex24("f".repeat(24));

  private final Office office = new Office();
  private final Caller admin = office.admin();
  private final Member bea = office.child("bea");
  private final Member edu = office.enrolled(EDUCATOR, "edu");
  private final Member health = office.enrolled(HEALTH_PROFESSIONAL, "health");

  private static ChildrenGroup.Edit called(String name) {
    return new ChildrenGroup.Edit(Optional.of(name), Optional.empty(), Optional.empty());
  }

  @Test
  void thoseWhoTeachAndHealKeepGroups() {
    for (Member owner : List.of(edu, health)) {
      MemberKind kind = MemberKind.of(owner.account().role()).orElseThrow();
      ChildrenGroup group = office.group(owner, "mornings", bea);

      assertThat(group.children()).containsExactly(bea);
      assertThat(group.schoolClass()).contains("4th");
      assertThat(group.createdAt()).isEqualTo(Office.NOON);
      assertThat(office.again(owner).groups()).containsExactly(group);
      assertThat(office.lastEntry().about()).contains(owner.account().id());
      assertThat(office.lastEntry().event())
          .isEqualTo(new Event.AccountChanged(List.of("children_groups")));
      assertThat(office.seeGroup(caller(owner), kind, owner.id(), group))
          .isEqualTo(new SeeGroup.Outcome.Found(group));
    }
  }

  @Test
  void nobodyTouchesTheGroupsOfAnother() {
    Member other = office.enrolled(EDUCATOR, "other");
    ChildrenGroup group = office.group(edu, "mornings", bea);

    for (Caller caller : List.of(admin, caller(other), caller(health), caller(bea))) {
      assertThat(office.seeGroup(caller, EDUCATOR, edu.id(), group))
          .isEqualTo(new SeeGroup.Outcome.NotAllowed());
      assertThat(office.listGroups(caller, EDUCATOR, edu.id(), Listing.standard()))
          .isEqualTo(new ListGroups.Outcome.NotAllowed());
      assertThat(office.createGroup(caller, EDUCATOR, edu.id(), "evenings"))
          .isEqualTo(new CreateGroup.Outcome.NotAllowed());
      assertThat(office.editGroup(caller, EDUCATOR, edu.id(), group, called("evenings")))
          .isEqualTo(new EditGroup.Outcome.NotAllowed());
      assertThat(office.deleteGroup(caller, EDUCATOR, edu.id(), group))
          .isEqualTo(new DeleteGroup.Outcome.NotAllowed());
    }
    assertThat(office.seeGroup(caller(other), EDUCATOR, other.id(), group))
        .isEqualTo(new SeeGroup.Outcome.NoSuchGroup());
  }

  @Test
  void anOwnerOfAnotherKindIsNone() {
    ChildrenGroup group = office.group(health, "mornings", bea);
    Caller owner = caller(health);

    assertThat(office.createGroup(owner, EDUCATOR, health.id(), "x"))
        .isEqualTo(new CreateGroup.Outcome.NoSuchOwner());
    assertThat(office.listGroups(owner, EDUCATOR, health.id(), Listing.standard()))
        .isEqualTo(new ListGroups.Outcome.NoSuchOwner());
    assertThat(office.seeGroup(owner, EDUCATOR, health.id(), group))
        .isEqualTo(new SeeGroup.Outcome.NoSuchGroup());
    assertThat(office.editGroup(owner, EDUCATOR, health.id(), group, called("x")))
        .isEqualTo(new EditGroup.Outcome.NoSuchOwner());
    assertThat(office.deleteGroup(owner, EDUCATOR, health.id(), group))
        .isEqualTo(new DeleteGroup.Outcome.NoSuchGroup());
  }

  @Test
  void namesAndChildrenAreJudged() {
    ChildrenGroup mornings = office.group(edu, "mornings", bea);
    office.group(edu, "evenings");

    assertThat(office.createGroup(caller(edu), EDUCATOR, edu.id(), "mornings"))
        .isEqualTo(new CreateGroup.Outcome.NameTaken());
    assertThat(office.editGroup(caller(edu), EDUCATOR, edu.id(), mornings, called("evenings")))
        .isEqualTo(new EditGroup.Outcome.NameTaken());
    assertThat(office.createGroup(caller(edu), EDUCATOR, edu.id(), "x", edu))
        .isEqualTo(new CreateGroup.Outcome.NoSuchChildren(List.of(edu.id())));
    assertThat(
            office.editGroup(
                caller(edu),
                EDUCATOR,
                edu.id(),
                mornings,
                new ChildrenGroup.Edit(
                    Optional.empty(), Optional.of(List.of(NOBODY)), Optional.empty())))
        .isEqualTo(new EditGroup.Outcome.NoSuchChildren(List.of(NOBODY)));
  }

  @Test
  void aGroupIsChangedAndDeleted() {
    ChildrenGroup group = office.group(edu, "mornings", bea);

    assertThat(office.editGroup(caller(edu), EDUCATOR, edu.id(), group, called("evenings")))
        .isEqualTo(new EditGroup.Outcome.Edited(office.again(edu).groups().getFirst()));
    assertThat(office.deleteGroup(caller(edu), EDUCATOR, edu.id(), group))
        .isEqualTo(new DeleteGroup.Outcome.Deleted());
    assertThat(office.deleteGroup(caller(edu), EDUCATOR, edu.id(), group))
        .isEqualTo(new DeleteGroup.Outcome.NoSuchGroup());
    assertThat(office.editGroup(caller(edu), EDUCATOR, edu.id(), group, called("x")))
        .isEqualTo(new EditGroup.Outcome.NoSuchGroup());
  }

  @Test
  void groupsAreListedNewestFirstAndFiltered() {
    ChildrenGroup mornings = office.group(edu, "Mornings", bea);
    ChildrenGroup evenings = office.group(edu, "evenings");
    Filter onM = new Filter("name", List.of(new Condition.BeginsWith("m")));

    assertThat(office.listGroups(caller(edu), EDUCATOR, edu.id(), Listing.standard()))
        .isEqualTo(new ListGroups.Outcome.Listed(List.of(evenings, mornings), 2));
    assertThat(
            office.listGroups(
                caller(edu),
                EDUCATOR,
                edu.id(),
                new Listing(1, 10, List.of(), List.of(onM), Span.ever())))
        .isEqualTo(new ListGroups.Outcome.Listed(List.of(mornings), 2));
  }
}
