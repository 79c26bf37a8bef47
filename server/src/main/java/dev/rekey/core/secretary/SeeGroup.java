package dev.rekey.core.secretary;

import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.store.Groups;
import dev.rekey.core.store.Members;
import dev.rekey.core.visit.Visit;

/** Somebody looks at an own group of children. */
public final class SeeGroup {

  private final Groups groups;
  private final GroupOwners owners;

  public SeeGroup(Groups groups, Members members, RosterRights rights) {
    this.groups = groups;
    this.owners = new GroupOwners(members, rights);
  }

  /** Who wants to see which group of whom; the kind is that of the owner. */
  public record Command(
      Caller by, MemberKind kind, Handle.Hex24 owner, GroupId which, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Found(ChildrenGroup group) implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** The owner, if there is one of this kind, has none of this id. */
    record NoSuchGroup() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!owners.may(command.by(), Deed.READ, command.owner())) {
      return new Outcome.NotAllowed();
    }
    return owners
        .find(command.visit().realm(), command.kind(), command.owner())
        .flatMap(owner -> groups.find(owner, command.which()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NoSuchGroup::new);
  }
}
