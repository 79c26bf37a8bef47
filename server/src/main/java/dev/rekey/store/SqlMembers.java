package dev.rekey.store;

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
import dev.rekey.core.store.Accounts.Welcome;
import dev.rekey.core.store.Members;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.store.Window;
import dev.rekey.core.visit.Visit;
import dev.rekey.store.MemberRows.Glimpse;
import dev.rekey.store.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Members on SQL. Rows are locked in one order: the realm, the member's account, its children's,
 * its institution.
 */
final class SqlMembers implements Members {

  private final Database database;
  private final Registrar registrar;
  private final Editor editor;
  private final AccountRows accounts;
  private final MemberFinder finder;

  SqlMembers(
      Database database,
      Registrar registrar,
      Editor editor,
      AccountRows accounts,
      MemberFinder finder) {
    this.database = database;
    this.registrar = registrar;
    this.editor = editor;
    this.accounts = accounts;
    this.finder = finder;
  }

  @Override
  public Optional<Member> find(Realm realm, MemberKind kind, Hex24 id) {
    Optional<Glimpse> glimpse =
        database.look(statements -> finder.glimpse(statements, realm, kind, id));
    return glimpse.filter(Glimpse::accompanied).isPresent()
        ? database.read(handle -> finder.find(handle, realm, kind, id))
        : glimpse.map(Glimpse::member);
  }

  @Override
  public Optional<Member> findByTag(Realm realm, String tag) {
    return database.read(handle -> finder.findByTag(handle, realm, tag));
  }

  @Override
  public List<Member> list(
      Realm realm, MemberKind kind, Optional<InstitutionId> institution, Window window) {
    return database.read(handle -> finder.list(handle, realm, kind, institution, window));
  }

  @Override
  public List<Member> complete(List<Member> members) {
    return database.read(handle -> finder.complete(handle, members));
  }

  @Override
  public long count(Realm realm, MemberKind kind) {
    return database.read(handle -> MemberFinder.count(handle, realm, kind));
  }

  @Override
  public Optional<InstitutionId> institutionOf(AccountId account) {
    return database.read(handle -> MemberFinder.institutionOf(handle, account));
  }

  @Override
  public boolean hasChild(AccountId family, Hex24 child) {
    return database.read(handle -> ChildRows.OF_FAMILY.has(handle, family.value(), child));
  }

  @Override
  public Enrolment enrol(
      NewAccount draft, Belonging belonging, Visit visit, Optional<AccountId> by, Instant now) {
    try {
      return database.write(handle ->
          switch (registrar.create(handle, draft, visit, by, now, _ -> Welcome.none())) {
            case Creation.Created(Account account) -> settle(handle, account, belonging);
            case Creation.Taken(String what) -> new Enrolment.Taken(what);
          });
    } catch (NameTaken taken) {
      return new Enrolment.Taken(taken.what());
    } catch (ChildrenMissing missing) {
      return new Enrolment.NoSuchChildren(missing.ids());
    } catch (InstitutionMissing missing) {
      return new Enrolment.NoSuchInstitution();
    }
  }

  private Enrolment settle(Handle handle, Account account, Belonging belonging) {
    adoptOnly(handle, account, belonging.children());
    belonging.institution().ifPresent(where -> settle(handle, account, where));
    return new Enrolment.Enrolled(finder.find(handle, account.id()));
  }

  private static void settle(Handle handle, Account account, InstitutionId where) {
    InstitutionRows.settle(handle, account.id(), account.realm(), where);
  }

  private static void adoptOnly(Handle handle, Account family, List<Hex24> children) {
    List<Long> keys = ChildRows.hold(handle, family.realm(), children);
    ChildRows.OF_FAMILY.replace(handle, family.id().value(), keys);
  }

  @Override
  public Change revise(AccountId id, MemberEdit edit, AuditEntry entry) {
    try {
      return database.write(handle ->
          switch (editor.revise(handle, id, edit.ofAccount(), Sequel.of(entry))) {
            case Revision.Revised(Account account) -> resettle(handle, account, edit);
            case Revision.Taken _ -> new Change.NameTaken();
            case Revision.Gone _, Revision.TicketGone _, Revision.Overtaken _ -> new Change.Gone();
          });
    } catch (NameTaken taken) {
      return new Change.NameTaken();
    } catch (ChildrenMissing missing) {
      return new Change.NoSuchChildren(missing.ids());
    } catch (InstitutionMissing missing) {
      return new Change.NoSuchInstitution();
    }
  }

  private Change resettle(Handle handle, Account account, MemberEdit edit) {
    edit.children().ifPresent(children -> adoptOnly(handle, account, children));
    edit.institution().ifPresent(where -> settle(handle, account, where));
    return new Change.Changed(finder.find(handle, account.id()));
  }

  @Override
  public Adoption adopt(AccountId family, Hex24 child, AuditEntry entry) {
    try {
      return database.write(handle ->
          holdFamily(handle, family)
              .map(account -> adopt(handle, account, child, entry))
              .orElseGet(Adoption.NoSuchFamily::new));
    } catch (ChildrenMissing missing) {
      return new Adoption.NoSuchChild();
    }
  }

  private Adoption adopt(Handle handle, Account family, Hex24 child, AuditEntry entry) {
    long key = ChildRows.hold(handle, family.realm(), List.of(child)).getFirst();
    if (ChildRows.OF_FAMILY.add(handle, family.id().value(), key)) {
      SqlAuditTrail.append(handle, entry);
    }
    return new Adoption.Adopted(finder.find(handle, family.id()));
  }

  @Override
  public boolean release(AccountId family, Hex24 child, AuditEntry entry) {
    return database.write(handle -> {
      boolean found = holdFamily(handle, family).isPresent();
      if (found && ChildRows.OF_FAMILY.remove(handle, family.value(), child)) {
        SqlAuditTrail.append(handle, entry);
      }
      return found;
    });
  }

  private Optional<Account> holdFamily(Handle handle, AccountId family) {
    return accounts
        .hold(handle, family)
        .filter(account -> account.role().equals(MemberKind.FAMILY.role()));
  }
}
