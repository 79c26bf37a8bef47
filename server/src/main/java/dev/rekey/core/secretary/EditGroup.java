package dev.rekey.core.secretary;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.store.Groups;
import dev.rekey.core.store.Groups.Change;
import dev.rekey.core.store.Members;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;

/** Somebody changes an own group of children. */
public final class EditGroup {

  private final Groups groups;
  private final GroupOwners owners;
  private final Ledger ledger;

  public EditGroup(Groups groups, Members members, RosterRights rights, InstantSource clock) {
    this.groups = groups;
    this.owners = new GroupOwners(members, rights);
    this.ledger = new Ledger(clock);
  }

  /** Who changes what of which group of whom; the kind is that of the owner. */
  public record Command(
      Caller by,
      MemberKind kind,
      Handle.Hex24 owner,
      GroupId which,
      ChildrenGroup.Edit edit,
      Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Edited(ChildrenGroup group) implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** The owner is not of this kind. */
    record NoSuchOwner() implements Outcome {}

    record NoSuchGroup() implements Outcome {}

    record NameTaken() implements Outcome {}

    /** These are no children. */
    record NoSuchChildren(List<Handle.Hex24> ids) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!owners.may(command.by(), Deed.UPDATE, command.owner())) {
      return new Outcome.NotAllowed();
    }
    return owners
        .find(command.visit().realm(), command.kind(), command.owner())
        .map(owner -> edit(command, owner))
        .orElseGet(Outcome.NoSuchOwner::new);
  }

  private Outcome edit(Command command, AccountId owner) {
    AuditEntry entry = ledger.groupsChanged(owner, command.by(), command.visit());
    return switch (groups.revise(owner, command.which(), command.edit(), entry)) {
      case Change.Done(ChildrenGroup group) -> new Outcome.Edited(group);
      case Change.Gone() -> new Outcome.NoSuchGroup();
      case Change.NameTaken() -> new Outcome.NameTaken();
      case Change.NoSuchChildren(List<Handle.Hex24> ids) -> new Outcome.NoSuchChildren(ids);
    };
  }
}
