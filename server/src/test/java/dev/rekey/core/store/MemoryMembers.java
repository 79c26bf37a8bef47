package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.roster.Belonging;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberEdit;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Members in memory: everything is judged before anything is changed. */
final class MemoryMembers implements Members {

  private final MemoryRoster roster;
  private final Memory memory;
  private final Accounts accounts;

  MemoryMembers(MemoryRoster roster, Accounts accounts) {
    this.roster = roster;
    this.memory = roster.memory;
    this.accounts = accounts;
  }

  @Override
  public Optional<Member> find(Realm realm, MemberKind kind, Hex24 id) {
    return memory.alone(
        () -> of(realm, kind).filter(one -> one.id().equals(id)).map(roster::complete).findFirst());
  }

  @Override
  public Optional<Member> findByTag(Realm realm, String tag) {
    return memory.alone(() ->
        of(realm, MemberKind.CHILD)
            .filter(child -> child.field("nfc_tag").filter(tag::equals).isPresent())
            .findFirst());
  }

  private Stream<Member> of(Realm realm, MemberKind kind) {
    return memory.in(realm).filter(account -> account.role().equals(kind.role())).map(roster::bare);
  }

  @Override
  public List<Member> list(
      Realm realm, MemberKind kind, Optional<InstitutionId> institution, Window window) {
    return memory.alone(() ->
        of(realm, kind).toList().reversed().stream()
            .filter(one -> window.made().contains(one.account().createdAt()))
            .filter(one -> institution.isEmpty() || one.institution().equals(institution))
            .skip(window.offset())
            .limit(window.limit())
            .toList());
  }

  @Override
  public List<Member> complete(List<Member> members) {
    return memory.alone(() -> members.stream().map(roster::complete).toList());
  }

  @Override
  public long count(Realm realm, MemberKind kind) {
    return memory.alone(() -> of(realm, kind).count());
  }

  @Override
  public Optional<InstitutionId> institutionOf(AccountId account) {
    return memory.alone(() -> memory.find(account).flatMap(one -> roster.bare(one).institution()));
  }

  @Override
  public boolean hasChild(AccountId family, Hex24 child) {
    return memory.alone(() ->
        roster.children(roster.families.getOrDefault(family, List.of())).stream()
            .anyMatch(one -> one.id().equals(child)));
  }

  @Override
  public Enrolment enrol(
      NewAccount draft, Belonging belonging, Visit visit, Optional<AccountId> by, Instant now) {
    return memory.alone(() -> {
      Realm realm = draft.realm();
      Optional<String> taken = memory.taken(realm, draft.logins(), Optional.empty());
      if (taken.isPresent()) {
        return new Enrolment.Taken(taken.get());
      }
      List<Hex24> missing = roster.missing(realm, belonging.children());
      if (!missing.isEmpty()) {
        return new Enrolment.NoSuchChildren(missing);
      }
      if (isNowhere(realm, belonging.institution())) {
        return new Enrolment.NoSuchInstitution();
      }
      return switch (accounts.create(draft, visit, by, now)) {
        case Creation.Created(Account account) -> {
          settle(account, belonging.institution(), Optional.of(belonging.children()));
          yield new Enrolment.Enrolled(roster.complete(roster.bare(account)));
        }
        case Creation.Taken(String what) -> new Enrolment.Taken(what);
      };
    });
  }

  private boolean isNowhere(Realm realm, Optional<InstitutionId> institution) {
    return institution.filter(id -> roster.institution(realm, id).isEmpty()).isPresent();
  }

  private void settle(
      Account account, Optional<InstitutionId> institution, Optional<List<Hex24>> children) {
    institution.ifPresent(id -> roster.places.put(account.id(), id));
    children.ifPresent(ids -> roster.families.put(account.id(), roster.keys(account.realm(), ids)));
  }

  @Override
  public Change revise(AccountId id, MemberEdit edit, AuditEntry entry) {
    return memory.alone(() ->
        memory.find(id).map(account -> revise(account, edit, entry)).orElseGet(Change.Gone::new));
  }

  private Change revise(Account account, MemberEdit edit, AuditEntry entry) {
    Account renamed = edit.ofAccount().applyTo(account, entry.at());
    if (memory.taken(account.realm(), renamed.logins(), Optional.of(account.id())).isPresent()) {
      return new Change.NameTaken();
    }
    List<Hex24> missing = roster.missing(account.realm(), edit.children().orElse(List.of()));
    if (!missing.isEmpty()) {
      return new Change.NoSuchChildren(missing);
    }
    if (isNowhere(account.realm(), edit.institution())) {
      return new Change.NoSuchInstitution();
    }
    return switch (accounts.revise(account.id(), edit.ofAccount(), Sequel.of(entry))) {
      case Revision.Revised(Account revised) -> {
        settle(revised, edit.institution(), edit.children());
        yield new Change.Changed(roster.complete(roster.bare(revised)));
      }
      case Revision.Taken _ -> new Change.NameTaken();
      case Revision.Gone _, Revision.TicketGone _, Revision.Overtaken _ -> new Change.Gone();
    };
  }

  @Override
  public Adoption adopt(AccountId family, Hex24 child, AuditEntry entry) {
    return memory.alone(() ->
        family(family)
            .map(account -> adopt(account, child, entry))
            .orElseGet(Adoption.NoSuchFamily::new));
  }

  private Optional<Account> family(AccountId id) {
    return memory.find(id).filter(account -> account.role().equals(MemberKind.FAMILY.role()));
  }

  private Adoption adopt(Account family, Hex24 child, AuditEntry entry) {
    Optional<AccountId> key = roster.child(family.realm(), child);
    if (key.isEmpty()) {
      return new Adoption.NoSuchChild();
    }
    List<AccountId> children =
        new ArrayList<>(roster.families.getOrDefault(family.id(), List.of()));
    if (!children.contains(key.get())) {
      children.add(key.get());
      roster.families.put(family.id(), List.copyOf(children));
      memory.trail.add(entry);
    }
    return new Adoption.Adopted(roster.complete(roster.bare(family)));
  }

  @Override
  public boolean release(AccountId family, Hex24 child, AuditEntry entry) {
    return memory.alone(() -> {
      Optional<Account> found = family(family);
      found.ifPresent(account -> {
        List<AccountId> children = new ArrayList<>(roster.families.getOrDefault(family, List.of()));
        boolean was = roster.child(account.realm(), child).map(children::remove).orElse(false);
        roster.families.put(family, List.copyOf(children));
        if (was) {
          memory.trail.add(entry);
        }
      });
      return found.isPresent();
    });
  }
}
