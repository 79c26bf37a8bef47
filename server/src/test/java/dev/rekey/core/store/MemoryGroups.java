package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.store.MemoryRoster.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups in memory. */
final class MemoryGroups implements Groups {

  private final MemoryRoster roster;
  private final Memory memory;

  MemoryGroups(MemoryRoster roster) {
    this.roster = roster;
    this.memory = roster.memory;
  }

  @Override
  public Optional<ChildrenGroup> find(AccountId owner, GroupId id) {
    return of(owner).stream().filter(group -> group.id().equals(id)).findFirst();
  }

  @Override
  public List<ChildrenGroup> of(AccountId owner) {
    return memory.alone(() -> roster.groupsOf(owner));
  }

  @Override
  public Change create(AccountId owner, GroupId id, ChildrenGroup.Draft draft, AuditEntry entry) {
    return memory.alone(() ->
        memory
            .find(owner)
            .map(account ->
                put(
                    account,
                    id,
                    new Row(
                        draft.name(), draft.schoolClass(), Memory.millis(entry.at()), List.of()),
                    Optional.of(draft.children()),
                    entry))
            .orElseGet(Change.Gone::new));
  }

  @Override
  public Change revise(AccountId owner, GroupId id, ChildrenGroup.Edit edit, AuditEntry entry) {
    return memory.alone(() ->
        memory
            .find(owner)
            .flatMap(account ->
                Optional.ofNullable(rows(owner).get(id))
                    .map(row -> put(account, id, edited(row, edit), edit.children(), entry)))
            .orElseGet(Change.Gone::new));
  }

  private static Row edited(Row row, ChildrenGroup.Edit edit) {
    return new Row(
        edit.name().orElse(row.name()),
        edit.schoolClass().or(row::schoolClass),
        row.createdAt(),
        row.children());
  }

  private Change put(
      Account owner, GroupId id, Row row, Optional<List<Hex24>> children, AuditEntry entry) {
    Map<GroupId, Row> rows = rows(owner.id());
    boolean taken =
        rows.entrySet().stream()
            .anyMatch(one -> !one.getKey().equals(id) && one.getValue().name().equals(row.name()));
    if (taken) {
      return new Change.NameTaken();
    }
    List<Hex24> missing = roster.missing(owner.realm(), children.orElse(List.of()));
    if (!missing.isEmpty()) {
      return new Change.NoSuchChildren(missing);
    }
    List<AccountId> keys =
        children.map(ids -> roster.keys(owner.realm(), ids)).orElseGet(row::children);
    rows.put(id, new Row(row.name(), row.schoolClass(), row.createdAt(), keys));
    memory.trail.add(entry);
    return new Change.Done(find(owner.id(), id).orElseThrow());
  }

  @Override
  public boolean delete(AccountId owner, GroupId id, AuditEntry entry) {
    return memory.alone(() -> {
      boolean deleted =
          memory.find(owner).isPresent() && Optional.ofNullable(rows(owner).remove(id)).isPresent();
      if (deleted) {
        memory.trail.add(entry);
      }
      return deleted;
    });
  }

  private Map<GroupId, Row> rows(AccountId owner) {
    return roster.groups.computeIfAbsent(owner, _ -> new LinkedHashMap<>());
  }
}
