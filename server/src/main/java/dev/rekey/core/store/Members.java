package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.roster.Belonging;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberEdit;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The accounts that stand in the roster, with whom they belong. A deleted account leaves every
 * family and group, and takes its own groups along.
 */
public interface Members {

  /** The member of this kind, completed; empty when the account is of another one. */
  Optional<Member> find(Realm realm, MemberKind kind, Handle.Hex24 id);

  /** The child whose field {@code nfc_tag} is this, completed; the first where several are. */
  Optional<Member> findByTag(Realm realm, String tag);

  /**
   * Those of the kind and the window, newest first, still without children and groups.
   *
   * @param institution only those that belong there; empty for all
   */
  List<Member> list(
      Realm realm, MemberKind kind, Optional<InstitutionId> institution, Window window);

  /** The same members with their children and groups. */
  List<Member> complete(List<Member> members);

  /** How many members of the kind the realm has. */
  long count(Realm realm, MemberKind kind);

  /** Where the account belongs. */
  Optional<InstitutionId> institutionOf(AccountId account);

  /** Whether the family has this child. */
  boolean hasChild(AccountId family, Handle.Hex24 child);

  /**
   * Makes the account with whom it belongs, and writes {@code account-created} down, in one commit.
   */
  Enrolment enrol(
      NewAccount draft, Belonging belonging, Visit visit, Optional<AccountId> by, Instant now);

  /** What came of an enrolment; where several things are wrong, the first of them. */
  sealed interface Enrolment {

    record Enrolled(Member member) implements Enrolment {}

    /** A name or id is another account's already; {@code what} is email, username, uid or id. */
    record Taken(String what) implements Enrolment {}

    /** These are no children of the realm. */
    record NoSuchChildren(List<Handle.Hex24> ids) implements Enrolment {}

    record NoSuchInstitution() implements Enrolment {}
  }

  /**
   * Applies the edit to the member as it is now and writes it down, in one commit, or nothing of
   * it.
   */
  Change revise(AccountId id, MemberEdit edit, AuditEntry entry);

  /** What came of an edit; where several things are wrong, the first of them. */
  sealed interface Change {

    record Changed(Member member) implements Change {}

    /** The account is gone. */
    record Gone() implements Change {}

    /** The username is another account's. Nothing was changed. */
    record NameTaken() implements Change {}

    /** These are no children of the realm. Nothing was changed. */
    record NoSuchChildren(List<Handle.Hex24> ids) implements Change {}

    /** Nothing was changed. */
    record NoSuchInstitution() implements Change {}
  }

  /**
   * Adds the child to the family, behind those that it has, and writes it down, in one commit;
   * nothing changes when the family has it.
   */
  Adoption adopt(AccountId family, Handle.Hex24 child, AuditEntry entry);

  /** What came of an adoption. */
  sealed interface Adoption {

    record Adopted(Member family) implements Adoption {}

    /** The account is gone, or no family. */
    record NoSuchFamily() implements Adoption {}

    /** This is no child of the realm. Nothing was changed. */
    record NoSuchChild() implements Adoption {}
  }

  /**
   * Takes the child out of the family and writes it down, in one commit; nothing changes when it is
   * not in it. False when there is no such family.
   */
  boolean release(AccountId family, Handle.Hex24 child, AuditEntry entry);
}
