package dev.rekey.core.secretary;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.password.Hasher.Verdict;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.HandClock;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.roster.Belonging;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberEdit;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.MemoryRoster;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that the secretary does, wired on a store in memory; the clock stands at noon. */
final class Office {

  static final Instant NOON = Instant.parse("2026-11-20T12:00:00.250Z");
  static final Visit VISIT =
      new Visit(Realm.MAIN, "ocariot", new Origin("192.0.2.7", "curl/8"), Optional.empty());
  static final String SECRET = "yellow submarine";
  static final Role ADMIN = new Role("admin");

  private static final Set<Capability> OWN =
      EnumSet.of(Capability.SIGN_IN, Capability.EDIT_OWN_PROFILE);

  private static final Roles ROLES =
      new Roles(
          Map.of(
              ADMIN,
              EnumSet.allOf(Capability.class),
              MemberKind.FAMILY.role(),
              OWN,
              MemberKind.EDUCATOR.role(),
              OWN,
              MemberKind.HEALTH_PROFESSIONAL.role(),
              OWN,
              MemberKind.CHILD.role(),
              EnumSet.of(Capability.SIGN_IN),
              MemberKind.APPLICATION.role(),
              EnumSet.of(Capability.SIGN_IN)));

  final MemoryStore store = new MemoryStore();
  final MemoryRoster roster = new MemoryRoster(store);
  final PlainHasher hasher = new PlainHasher();
  final HandClock clock = new HandClock(NOON);
  final RosterRights rights = new RosterRights(roster.members());
  private final Mint mint = new Mint(new SecureRandom());

  // Callers

  Caller admin() {
    return callerOf(account(ADMIN, "admin"));
  }

  static Caller caller(Member member) {
    return callerOf(member.account());
  }

  static Caller callerOf(Account account) {
    return new Caller(account, ROLES, Optional.empty(), Optional.empty());
  }

  static Caller with(Caller caller, Roles roles) {
    return new Caller(caller.account(), roles, caller.grant(), caller.password());
  }

  /** An account as another wire makes it; the one of that name when there is one. */
  Account account(Role role, String username) {
    return store.accounts().findByLogin(Realm.MAIN, username).orElseGet(() -> made(role, username));
  }

  private Account made(Role role, String username) {
    NewAccount draft =
        new NewAccount(
            Realm.MAIN,
            Logins.of(Optional.empty(), Optional.of(username)),
            role,
            Profile.empty(),
            Optional.of(hasher.hash(SECRET)),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    if (store.accounts().create(draft, VISIT, clock.instant())
        instanceof Creation.Created(Account account)) {
      return account;
    }
    throw new AssertionError("not made: " + username);
  }

  // Institutions

  CreateInstitution.Outcome createInstitution(Caller by, String type, String name) {
    Institution.Details details =
        new Institution.Details(type, name, Optional.empty(), Optional.empty(), Optional.empty());
    return new CreateInstitution(roster.institutions(), rights, mint, clock)
        .handle(new CreateInstitution.Command(by, details, VISIT));
  }

  InstitutionId school(String name) {
    if (createInstitution(admin(), "school", name)
        instanceof CreateInstitution.Outcome.Created(Institution institution)) {
      return institution.id();
    }
    throw new AssertionError("not made: " + name);
  }

  SeeInstitution.Outcome see(Caller by, InstitutionId id) {
    return new SeeInstitution(roster.institutions(), rights)
        .handle(new SeeInstitution.Command(by, id, VISIT));
  }

  ListInstitutions.Outcome listInstitutions(Caller by, Listing listing) {
    return new ListInstitutions(roster.institutions(), rights, clock)
        .handle(new ListInstitutions.Command(by, listing, VISIT));
  }

  EditInstitution.Outcome rename(Caller by, InstitutionId id, String name) {
    Institution.Edit edit =
        new Institution.Edit(
            Optional.empty(),
            Optional.of(name),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new EditInstitution(roster.institutions(), rights, clock)
        .handle(new EditInstitution.Command(by, id, edit, VISIT));
  }

  DeleteInstitution.Outcome delete(Caller by, InstitutionId id) {
    return new DeleteInstitution(roster.institutions(), rights, clock)
        .handle(new DeleteInstitution.Command(by, id, VISIT));
  }

  // Members

  EnrolMember.Outcome enrol(
      Caller by, MemberKind kind, String username, Map<String, String> fields, Belonging where) {
    return enrol(by, kind, username, SECRET, fields, where);
  }

  EnrolMember.Outcome enrol(
      Caller by,
      MemberKind kind,
      String username,
      String password,
      Map<String, String> fields,
      Belonging where) {
    NewPassword newPassword = new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
    return new EnrolMember(roster.members(), rights, newPassword, hasher, clock)
        .handle(
            new EnrolMember.Command(
                by, kind, username, Password.of(password), fields, where, VISIT));
  }

  Member enrolled(
      MemberKind kind,
      String username,
      Map<String, String> fields,
      Optional<InstitutionId> where,
      Member... children) {
    Belonging belonging = new Belonging(where, idsOf(children));
    if (enrol(admin(), kind, username, fields, belonging)
        instanceof EnrolMember.Outcome.Enrolled(Member member)) {
      return member;
    }
    throw new AssertionError("not made: " + username);
  }

  Member enrolled(MemberKind kind, String username, Member... children) {
    return enrolled(kind, username, Map.of(), Optional.empty(), children);
  }

  Member child(String username, Map<String, String> fields) {
    return enrolled(MemberKind.CHILD, username, fields, Optional.empty());
  }

  Member child(String username) {
    return child(username, Map.of());
  }

  SeeMember.Outcome see(Caller by, MemberKind kind, Hex24 id) {
    return new SeeMember(roster.members(), rights)
        .handle(new SeeMember.Command(by, kind, id, VISIT));
  }

  FindChildByTag.Outcome findByTag(Caller by, String tag) {
    return new FindChildByTag(roster.members(), rights)
        .handle(new FindChildByTag.Command(by, tag, VISIT));
  }

  ListMembers.Outcome list(Caller by, MemberKind kind, Listing listing) {
    return new ListMembers(roster.members(), rights, clock)
        .handle(new ListMembers.Command(by, kind, listing, VISIT));
  }

  EditMember.Outcome edit(Caller by, MemberKind kind, Hex24 id, MemberEdit edit) {
    return new EditMember(roster.members(), rights, clock)
        .handle(new EditMember.Command(by, kind, id, edit, VISIT));
  }

  DeleteMember.Outcome delete(Caller by, Hex24 id) {
    Doorkeeper doorkeeper = new Doorkeeper(store.attempts(), LimitSettings.standard(), clock);
    DeleteAccount deleteAccount = new DeleteAccount(store.accounts(), doorkeeper, clock);
    return new DeleteMember(store.accounts(), rights, deleteAccount)
        .handle(new DeleteMember.Command(by, id, VISIT));
  }

  // Families

  ListChildren.Outcome children(Caller by, Hex24 family, Listing listing) {
    return new ListChildren(roster.members(), rights, clock)
        .handle(new ListChildren.Command(by, family, listing, VISIT));
  }

  AdoptChild.Outcome adopt(Caller by, Hex24 family, Hex24 child) {
    return new AdoptChild(roster.members(), rights, clock)
        .handle(new AdoptChild.Command(by, family, child, VISIT));
  }

  ReleaseChild.Outcome release(Caller by, Hex24 family, Hex24 child) {
    return new ReleaseChild(roster.members(), rights, clock)
        .handle(new ReleaseChild.Command(by, family, child, VISIT));
  }

  // Groups

  CreateGroup.Outcome createGroup(
      Caller by, MemberKind kind, Hex24 owner, String name, Member... children) {
    ChildrenGroup.Draft draft = new ChildrenGroup.Draft(name, idsOf(children), Optional.of("4th"));
    return new CreateGroup(roster.groups(), roster.members(), rights, mint, clock)
        .handle(new CreateGroup.Command(by, kind, owner, draft, VISIT));
  }

  ChildrenGroup group(Member owner, String name, Member... children) {
    MemberKind kind = MemberKind.of(owner.account().role()).orElseThrow();
    if (createGroup(caller(owner), kind, owner.id(), name, children)
        instanceof CreateGroup.Outcome.Created(ChildrenGroup group)) {
      return group;
    }
    throw new AssertionError("not made: " + name);
  }

  SeeGroup.Outcome seeGroup(Caller by, MemberKind kind, Hex24 owner, ChildrenGroup group) {
    return new SeeGroup(roster.groups(), roster.members(), rights)
        .handle(new SeeGroup.Command(by, kind, owner, group.id(), VISIT));
  }

  ListGroups.Outcome listGroups(Caller by, MemberKind kind, Hex24 owner, Listing listing) {
    return new ListGroups(roster.groups(), roster.members(), rights, clock)
        .handle(new ListGroups.Command(by, kind, owner, listing, VISIT));
  }

  EditGroup.Outcome editGroup(
      Caller by, MemberKind kind, Hex24 owner, ChildrenGroup group, ChildrenGroup.Edit edit) {
    return new EditGroup(roster.groups(), roster.members(), rights, clock)
        .handle(new EditGroup.Command(by, kind, owner, group.id(), edit, VISIT));
  }

  DeleteGroup.Outcome deleteGroup(Caller by, MemberKind kind, Hex24 owner, ChildrenGroup group) {
    return new DeleteGroup(roster.groups(), roster.members(), rights, clock)
        .handle(new DeleteGroup.Command(by, kind, owner, group.id(), VISIT));
  }

  // What is there

  Member again(Member member) {
    return roster
        .members()
        .find(Realm.MAIN, MemberKind.of(member.account().role()).orElseThrow(), member.id())
        .orElseThrow();
  }

  /** A token of the member's that is good until tomorrow. */
  Grant.Ref signedIn(Member member) {
    AccountId id = member.account().id();
    Grant.Ref ref = new Grant.Ref(id, Grant.Kind.JWT, "jti");
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    Grant grant =
        new Grant(
            ref, "ocariot", Optional.empty(), clock.instant(), tomorrow, "curl/8", "192.0.2.7");
    AuditEntry entry = AuditEntry.of(clock.instant(), VISIT, id, new Event.SignedIn());
    if (!store.grants().open(grant, 1, 100, entry, List.of())) {
      throw new AssertionError("not opened: " + ref);
    }
    return ref;
  }

  /** Whether the password opens the account. */
  boolean opens(Member member) {
    Optional<PasswordHash> hash = member.account().credential().hash();
    Verdict verdict =
        hasher.inSlot(
            Source.house(), slot -> slot.verify(Password.of(SECRET), hash), _ -> Verdict.NO_MATCH);
    return verdict == Verdict.MATCH;
  }

  AuditEntry lastEntry() {
    return store.trail().getLast();
  }

  static List<Hex24> idsOf(Member... members) {
    return List.of(members).stream().map(Member::id).toList();
  }
}
