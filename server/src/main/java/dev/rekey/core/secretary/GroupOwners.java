package dev.rekey.core.secretary;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.store.Members;
import java.util.Optional;

/** Those who keep groups of children: each sees and changes the own ones alone. */
final class GroupOwners {

  private final Members members;
  private final RosterRights rights;

  GroupOwners(Members members, RosterRights rights) {
    this.members = members;
    this.rights = rights;
  }

  boolean may(Caller by, Deed deed, Handle.Hex24 owner) {
    return rights.may(by, Right.to(deed, Subject.CHILDREN_GROUPS), owner);
  }

  Optional<AccountId> find(Realm realm, MemberKind kind, Handle.Hex24 owner) {
    return members.find(realm, kind, owner).map(member -> member.account().id());
  }
}
