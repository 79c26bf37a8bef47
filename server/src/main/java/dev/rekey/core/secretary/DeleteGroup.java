package dev.rekey.core.secretary;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.store.Groups;
import dev.rekey.core.store.Members;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;

/** Somebody deletes an own group of children. */
public final class DeleteGroup {

  private final Groups groups;
  private final GroupOwners owners;
  private final Ledger ledger;

  public DeleteGroup(Groups groups, Members members, RosterRights rights, InstantSource clock) {
    this.groups = groups;
    this.owners = new GroupOwners(members, rights);
    this.ledger = new Ledger(clock);
  }

  /** Who deletes which group of whom; the kind is that of the owner. */
  public record Command(
      Caller by, MemberKind kind, Handle.Hex24 owner, GroupId which, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Deleted() implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** The owner, if there is one of this kind, has none of this id. */
    record NoSuchGroup() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!owners.may(command.by(), Deed.DELETE, command.owner())) {
      return new Outcome.NotAllowed();
    }
    return owners
        .find(command.visit().realm(), command.kind(), command.owner())
        .filter(owner -> groups.delete(owner, command.which(), entry(command, owner)))
        .<Outcome>map(_ -> new Outcome.Deleted())
        .orElseGet(Outcome.NoSuchGroup::new);
  }

  private AuditEntry entry(Command command, AccountId owner) {
    return ledger.groupsChanged(owner, command.by(), command.visit());
  }
}
