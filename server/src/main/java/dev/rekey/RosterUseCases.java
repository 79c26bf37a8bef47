package dev.rekey;

import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.secretary.AdoptChild;
import dev.rekey.core.secretary.CreateGroup;
import dev.rekey.core.secretary.CreateInstitution;
import dev.rekey.core.secretary.DeleteGroup;
import dev.rekey.core.secretary.DeleteInstitution;
import dev.rekey.core.secretary.DeleteMember;
import dev.rekey.core.secretary.EditGroup;
import dev.rekey.core.secretary.EditInstitution;
import dev.rekey.core.secretary.EditMember;
import dev.rekey.core.secretary.EnrolMember;
import dev.rekey.core.secretary.FindChildByTag;
import dev.rekey.core.secretary.ListChildren;
import dev.rekey.core.secretary.ListGroups;
import dev.rekey.core.secretary.ListInstitutions;
import dev.rekey.core.secretary.ListMembers;
import dev.rekey.core.secretary.ReleaseChild;
import dev.rekey.core.secretary.RosterRights;
import dev.rekey.core.secretary.SeeGroup;
import dev.rekey.core.secretary.SeeInstitution;
import dev.rekey.core.secretary.SeeMember;
import dev.rekey.core.store.Groups;
import dev.rekey.core.store.Institutions;
import dev.rekey.core.store.Members;

/** The part of the wiring that makes the use cases of the roster. */
final class RosterUseCases {

  private final House house;
  private final UseCases useCases;
  private final Institutions institutions;
  private final Members members;
  private final Groups groups;
  private final RosterRights rights;

  RosterUseCases(House house, UseCases useCases) {
    this.house = house;
    this.useCases = useCases;
    this.institutions = house.store().institutions();
    this.members = house.store().members();
    this.groups = house.store().groups();
    this.rights = new RosterRights(members);
  }

  RosterRights rights() {
    return rights;
  }

  CreateInstitution createInstitution() {
    return new CreateInstitution(institutions, rights, house.mint(), house.clock());
  }

  SeeInstitution seeInstitution() {
    return new SeeInstitution(institutions, rights);
  }

  ListInstitutions listInstitutions() {
    return new ListInstitutions(institutions, rights, house.clock());
  }

  EditInstitution editInstitution() {
    return new EditInstitution(institutions, rights, house.clock());
  }

  DeleteInstitution deleteInstitution() {
    return new DeleteInstitution(institutions, rights, house.clock());
  }

  EnrolMember enrolMember(NewPassword newPassword) {
    return new EnrolMember(members, rights, newPassword, house.hasher(), house.clock());
  }

  SeeMember seeMember() {
    return new SeeMember(members, rights);
  }

  FindChildByTag findChildByTag() {
    return new FindChildByTag(members, rights);
  }

  ListMembers listMembers() {
    return new ListMembers(members, rights, house.clock());
  }

  EditMember editMember() {
    return new EditMember(members, rights, house.clock());
  }

  DeleteMember deleteMember() {
    return new DeleteMember(house.accounts(), rights, useCases.deleteAccount());
  }

  ListChildren listChildren() {
    return new ListChildren(members, rights, house.clock());
  }

  AdoptChild adoptChild() {
    return new AdoptChild(members, rights, house.clock());
  }

  ReleaseChild releaseChild() {
    return new ReleaseChild(members, rights, house.clock());
  }

  CreateGroup createGroup() {
    return new CreateGroup(groups, members, rights, house.mint(), house.clock());
  }

  SeeGroup seeGroup() {
    return new SeeGroup(groups, members, rights);
  }

  ListGroups listGroups() {
    return new ListGroups(groups, members, rights, house.clock());
  }

  EditGroup editGroup() {
    return new EditGroup(groups, members, rights, house.clock());
  }

  DeleteGroup deleteGroup() {
    return new DeleteGroup(groups, members, rights, house.clock());
  }
}
