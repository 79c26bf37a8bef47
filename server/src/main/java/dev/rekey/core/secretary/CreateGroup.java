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
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;

/** Somebody makes a group of children. */
public final class CreateGroup {

  private final Groups groups;
  private final GroupOwners owners;
  private final Mint mint;
  private final Ledger ledger;

  public CreateGroup(
      Groups groups, Members members, RosterRights rights, Mint mint, InstantSource clock) {
    this.groups = groups;
    this.owners = new GroupOwners(members, rights);
    this.mint = mint;
    this.ledger = new Ledger(clock);
  }

  /** Who makes a group of which description for whom; the kind is that of the owner. */
  public record Command(
      Caller by, MemberKind kind, Handle.Hex24 owner, ChildrenGroup.Draft draft, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Created(ChildrenGroup group) implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** The owner is not of this kind. */
    record NoSuchOwner() implements Outcome {}

    record NameTaken() implements Outcome {}

    /** These are no children. */
    record NoSuchChildren(List<Handle.Hex24> ids) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!owners.may(command.by(), Deed.CREATE, command.owner())) {
      return new Outcome.NotAllowed();
    }
    return owners
        .find(command.visit().realm(), command.kind(), command.owner())
        .map(owner -> create(command, owner))
        .orElseGet(Outcome.NoSuchOwner::new);
  }

  private Outcome create(Command command, AccountId owner) {
    GroupId id = new GroupId(mint.hex(GroupId.BYTES));
    AuditEntry entry = ledger.groupsChanged(owner, command.by(), command.visit());
    return switch (groups.create(owner, id, command.draft(), entry)) {
      case Change.Done(ChildrenGroup group) -> new Outcome.Created(group);
      case Change.Gone() -> new Outcome.NoSuchOwner();
      case Change.NameTaken() -> new Outcome.NameTaken();
      case Change.NoSuchChildren(List<Handle.Hex24> ids) -> new Outcome.NoSuchChildren(ids);
    };
  }
}
