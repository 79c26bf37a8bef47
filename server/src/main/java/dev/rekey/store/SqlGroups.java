package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.store.Groups;
import dev.rekey.store.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Groups on SQL. Whoever changes one locks its owner's account, then its children's. */
final class SqlGroups implements Groups {

  private final Database database;
  private final AccountRows accounts;
  private final GroupRows rows;

  SqlGroups(Database database, AccountRows accounts, GroupRows rows) {
    this.database = database;
    this.accounts = accounts;
    this.rows = rows;
  }

  @Override
  public Optional<ChildrenGroup> find(AccountId owner, GroupId id) {
    return database.read(handle -> rows.find(handle, owner, id));
  }

  @Override
  public List<ChildrenGroup> of(AccountId owner) {
    List<Long> owners = List.of(owner.value());
    return database.read(handle -> rows.of(handle, owners).getOrDefault(owner.value(), List.of()));
  }

  @Override
  public Change create(AccountId owner, GroupId id, ChildrenGroup.Draft draft, AuditEntry entry) {
    return write(handle -> {
      Optional<Account> held = accounts.hold(handle, owner);
      if (held.isEmpty()) {
        return new Change.Gone();
      }
      if (isTaken(handle, owner, id, draft.name())) {
        return new Change.NameTaken();
      }
      List<Long> children = ChildRows.hold(handle, held.get().realm(), draft.children());
      long group = insert(handle, owner, id, draft, entry.at());
      ChildRows.OF_GROUP.replace(handle, group, children);
      return done(handle, owner, id, entry);
    });
  }

  @Override
  public Change revise(AccountId owner, GroupId id, ChildrenGroup.Edit edit, AuditEntry entry) {
    return write(handle -> {
      Optional<Account> held = accounts.hold(handle, owner);
      Optional<Long> group = GroupRows.key(handle, owner, id);
      if (held.isEmpty() || group.isEmpty()) {
        return new Change.Gone();
      }
      if (edit.name().filter(name -> isTaken(handle, owner, id, name)).isPresent()) {
        return new Change.NameTaken();
      }
      edit.children()
          .map(ids -> ChildRows.hold(handle, held.get().realm(), ids))
          .ifPresent(keys -> ChildRows.OF_GROUP.replace(handle, group.get(), keys));
      update(handle, group.get(), edit);
      return done(handle, owner, id, entry);
    });
  }

  @Override
  public boolean delete(AccountId owner, GroupId id, AuditEntry entry) {
    return database.write(handle -> {
      boolean deleted = AccountRows.lock(handle, owner) && delete(handle, owner, id);
      if (deleted) {
        SqlAuditTrail.append(handle, entry);
      }
      return deleted;
    });
  }

  private Change write(Database.Work<Change> work) {
    try {
      return database.write(work);
    } catch (ChildrenMissing missing) {
      return new Change.NoSuchChildren(missing.ids());
    }
  }

  private Change done(Handle handle, AccountId owner, GroupId id, AuditEntry entry) {
    SqlAuditTrail.append(handle, entry);
    return new Change.Done(rows.find(handle, owner, id).orElseThrow());
  }

  /** A group does not stand in its own way. */
  private static boolean isTaken(Handle handle, AccountId owner, GroupId id, String name) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1
              FROM children_group
              WHERE owner_id = :owner
              AND hex24 <> :hex24
              AND name = :name)
            """)
        .bind("owner", owner.value())
        .bind("hex24", id.hex24())
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  private static long insert(
      Handle handle, AccountId owner, GroupId id, ChildrenGroup.Draft draft, Instant now) {
    return handle
        .createQuery(
            """
            INSERT INTO children_group (owner_id, hex24, name, school_class, created_at)
            VALUES (:owner, :hex24, :name, :schoolClass, :now)
            RETURNING id
            """)
        .bind("owner", owner.value())
        .bind("hex24", id.hex24())
        .bind("name", draft.name())
        .bind("schoolClass", draft.schoolClass())
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  private static void update(Handle handle, long group, ChildrenGroup.Edit edit) {
    handle
        .createUpdate(
            """
            UPDATE children_group
            SET name = COALESCE(:name, name), school_class = COALESCE(:schoolClass, school_class)
            WHERE id = :id
            """)
        .bind("id", group)
        .bind("name", edit.name())
        .bind("schoolClass", edit.schoolClass())
        .execute();
  }

  private static boolean delete(Handle handle, AccountId owner, GroupId id) {
    return handle
            .createUpdate(
                """
                DELETE FROM children_group
                WHERE owner_id = :owner
                AND hex24 = :hex24
                """)
            .bind("owner", owner.value())
            .bind("hex24", id.hex24())
            .execute()
        > 0;
  }
}
