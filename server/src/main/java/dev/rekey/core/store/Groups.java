package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.GroupId;
import java.util.List;
import java.util.Optional;

/** The groups that educators and health professionals make of children. */
public interface Groups {

  Optional<ChildrenGroup> find(AccountId owner, GroupId id);

  /** All that the owner has, the oldest first. */
  List<ChildrenGroup> of(AccountId owner);

  /** Makes the group and writes it down, in one commit; it is made at the entry's moment. */
  Change create(AccountId owner, GroupId id, ChildrenGroup.Draft draft, AuditEntry entry);

  /** Applies the edit to the group as it is now and writes it down, in one commit, or nothing. */
  Change revise(AccountId owner, GroupId id, ChildrenGroup.Edit edit, AuditEntry entry);

  /** What came of it; where several things are wrong, the first of them. */
  sealed interface Change {

    record Done(ChildrenGroup group) implements Change {}

    /** The group, or its owner, is gone. */
    record Gone() implements Change {}

    /** Another group of the owner has the name. Nothing was changed. */
    record NameTaken() implements Change {}

    /** These are no children of the realm. Nothing was changed. */
    record NoSuchChildren(List<Handle.Hex24> ids) implements Change {}
  }

  /** Deletes the group and writes it down, in one commit; false when it was gone already. */
  boolean delete(AccountId owner, GroupId id, AuditEntry entry);
}
