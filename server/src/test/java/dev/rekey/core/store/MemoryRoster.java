package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ports of the roster in memory, beside those of a {@link MemoryStore}, whose lock and accounts
 * they share. What belongs to an account that is gone stays in the maps and counts no more.
 */
public final class MemoryRoster {

  final Memory memory;
  final List<Institution> institutions = new ArrayList<>();
  final Map<AccountId, InstitutionId> places = new HashMap<>();
  final Map<AccountId, List<AccountId>> families = new HashMap<>();
  final Map<AccountId, Map<GroupId, Row>> groups = new HashMap<>();
  private final MemoryStore store;

  /** A group, with its children's keys. */
  record Row(
      String name, Optional<String> schoolClass, Instant createdAt, List<AccountId> children) {}

  public MemoryRoster(MemoryStore store) {
    this.store = store;
    this.memory = store.memory();
  }

  public RosterPorts ports() {
    return new RosterPorts(store.ports(), institutions(), members(), groups());
  }

  public Institutions institutions() {
    return new MemoryInstitutions(this);
  }

  public Members members() {
    return new MemoryMembers(this, store.accounts());
  }

  public Groups groups() {
    return new MemoryGroups(this);
  }

  Optional<Institution> institution(Realm realm, InstitutionId id) {
    return in(realm).filter(one -> one.id().equals(id)).findFirst();
  }

  Stream<Institution> in(Realm realm) {
    return institutions.stream().filter(one -> one.realm().equals(realm));
  }

  /** The key of the child, if it is one of the realm. */
  Optional<AccountId> child(Realm realm, Hex24 id) {
    return memory
        .in(realm)
        .filter(account -> id.pointsAt(account.ids()) && isChild(account))
        .map(Account::id)
        .findFirst();
  }

  /** Those of these that are no children of the realm. */
  List<Hex24> missing(Realm realm, List<Hex24> ids) {
    return ids.stream().filter(id -> child(realm, id).isEmpty()).toList();
  }

  List<AccountId> keys(Realm realm, List<Hex24> ids) {
    return ids.stream().flatMap(id -> child(realm, id).stream()).toList();
  }

  Member bare(Account account) {
    return new Member(account, Optional.ofNullable(places.get(account.id())), List.of(), List.of());
  }

  Member complete(Member member) {
    AccountId id = member.account().id();
    boolean parent = member.kind().filter(MemberKind::hasChildren).isPresent();
    boolean keeper = member.kind().filter(MemberKind::keepsGroups).isPresent();
    return member.with(
        parent ? children(families.getOrDefault(id, List.of())) : List.of(),
        keeper ? groupsOf(id) : List.of());
  }

  List<Member> children(List<AccountId> keys) {
    return keys.stream()
        .flatMap(key -> memory.find(key).stream())
        .filter(MemoryRoster::isChild)
        .map(this::bare)
        .toList();
  }

  List<ChildrenGroup> groupsOf(AccountId owner) {
    return memory.find(owner).isEmpty()
        ? List.of()
        : groups.getOrDefault(owner, new LinkedHashMap<>()).entrySet().stream()
            .map(entry -> group(entry.getKey(), entry.getValue()))
            .toList();
  }

  private ChildrenGroup group(GroupId id, Row row) {
    return new ChildrenGroup(
        id, row.name(), children(row.children()), row.schoolClass(), row.createdAt());
  }

  private static boolean isChild(Account account) {
    return account.role().equals(MemberKind.CHILD.role());
  }
}
