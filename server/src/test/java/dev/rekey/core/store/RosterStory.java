package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.roster.Belonging;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberEdit;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Span.Stretch;
import dev.rekey.core.store.Members.Enrolment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places, families and groups that the contracts of the roster are told with. */
public final class RosterStory {

  public static final Realm ELSEWHERE = new Realm("elsewhere");
  public static final Window ALL = Window.all(Stretch.ever());
  public static final Hex24 NOBODY = new Hex24("f".repeat(24));
  public static final InstitutionId NOWHERE = new InstitutionId("f".repeat(24));

  private RosterStory() {}

  // Institutions

  public static InstitutionId place(int number) {
    return new InstitutionId("%024x".formatted(0xabc000 + number));
  }

  public static Institution.Details school(String name) {
    return new Institution.Details(
        "school", name, Optional.of("1 High Street"), Optional.of("0"), Optional.empty());
  }

  public static Institution institution(Realm realm, int number, String name, Instant madeAt) {
    return new Institution(place(number), realm, school(name), madeAt);
  }

  /** Makes a school, which nothing stands against. */
  public static InstitutionId made(RosterPorts ports, Realm realm, int number, String name) {
    Institution school = institution(realm, number, name, NOW);
    if (!ports.institutions().create(school, aboutNobody())) {
      throw new AssertionError("not made: " + name);
    }
    return school.id();
  }

  public static InstitutionId made(RosterPorts ports, int number, String name) {
    return made(ports, Realm.MAIN, number, name);
  }

  public static AuditEntry aboutNobody() {
    return new AuditEntry(
        NOW,
        VISIT,
        Optional.empty(),
        Optional.empty(),
        new Event.InstitutionChanged("of whatever id", List.of("name")));
  }

  // Members

  public static NewAccount draft(Realm realm, MemberKind kind, String username, Profile profile) {
    return new NewAccount(
        realm,
        Logins.of(Optional.empty(), Optional.of(username)),
        kind.role(),
        profile,
        Optional.of(Story.OLD),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static NewAccount draft(MemberKind kind, String username) {
    return draft(Realm.MAIN, kind, username, Profile.empty());
  }

  public static Enrolment enrol(
      RosterPorts ports,
      NewAccount draft,
      Optional<InstitutionId> institution,
      List<Hex24> children) {
    return ports
        .members()
        .enrol(
            draft,
            new Belonging(institution, children),
            Story.visitTo(draft.realm()),
            Optional.empty(),
            NOW);
  }

  /** Makes the member, which nothing stands against. */
  public static Member enrolled(
      RosterPorts ports,
      NewAccount draft,
      Optional<InstitutionId> institution,
      List<Hex24> children) {
    Enrolment enrolment = enrol(ports, draft, institution, children);
    if (enrolment instanceof Enrolment.Enrolled(Member member)) {
      return member;
    }
    throw new AssertionError("not made: " + enrolment);
  }

  public static Member enrolled(RosterPorts ports, MemberKind kind, String username) {
    return enrolled(ports, draft(kind, username), Optional.empty(), List.of());
  }

  public static Member child(RosterPorts ports, String username) {
    return enrolled(ports, MemberKind.CHILD, username);
  }

  public static Member family(RosterPorts ports, String username, Member... children) {
    return enrolled(
        ports, draft(MemberKind.FAMILY, username), Optional.empty(), ids(List.of(children)));
  }

  public static Member again(RosterPorts ports, Member member) {
    MemberKind kind = MemberKind.of(member.account().role()).orElseThrow();
    return ports.members().find(member.account().realm(), kind, member.id()).orElseThrow();
  }

  public static void delete(RosterPorts ports, Member member) {
    AccountId id = member.account().id();
    ports
        .store()
        .accounts()
        .delete(id, Sequel.of(AuditEntry.of(NOW, VISIT, id, new Event.AccountDeleted())));
  }

  public static List<Hex24> ids(List<Member> members) {
    return members.stream().map(Member::id).toList();
  }

  public static AuditEntry changed(Member member) {
    return AuditEntry.of(
        NOW, VISIT, member.account().id(), new Event.AccountChanged(List.of("children")));
  }

  // Edits

  public static final MemberEdit NO_EDIT =
      new MemberEdit(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

  public static MemberEdit renamed(String username) {
    return new MemberEdit(Optional.of(username), Map.of(), Optional.empty(), Optional.empty());
  }

  public static MemberEdit moved(InstitutionId where) {
    return new MemberEdit(Optional.empty(), Map.of(), Optional.of(where), Optional.empty());
  }

  public static MemberEdit with(Member... children) {
    return new MemberEdit(
        Optional.empty(), Map.of(), Optional.empty(), Optional.of(ids(List.of(children))));
  }

  public static Members.Change revise(RosterPorts ports, Member member, MemberEdit edit) {
    return ports.members().revise(member.account().id(), edit, changed(member));
  }

  // Groups

  public static GroupId groupId(int number) {
    return new GroupId("%024x".formatted(0xdef000 + number));
  }

  public static ChildrenGroup.Draft groupOf(String name, Member... children) {
    return new ChildrenGroup.Draft(name, ids(List.of(children)), Optional.empty());
  }

  public static Groups.Change create(
      RosterPorts ports, Member owner, int number, ChildrenGroup.Draft draft) {
    return ports.groups().create(owner.account().id(), groupId(number), draft, changed(owner));
  }

  /** Makes the group, which nothing stands against. */
  public static ChildrenGroup group(
      RosterPorts ports, Member owner, int number, String name, Member... children) {
    Groups.Change change = create(ports, owner, number, groupOf(name, children));
    if (change instanceof Groups.Change.Done(ChildrenGroup group)) {
      return group;
    }
    throw new AssertionError("not made: " + change);
  }

  public static Groups.Change revise(
      RosterPorts ports, Member owner, int number, ChildrenGroup.Edit edit) {
    return ports.groups().revise(owner.account().id(), groupId(number), edit, changed(owner));
  }

  public static ChildrenGroup.Edit called(String name) {
    return new ChildrenGroup.Edit(Optional.of(name), Optional.empty(), Optional.empty());
  }

  public static ChildrenGroup.Edit ofClass(String schoolClass) {
    return new ChildrenGroup.Edit(Optional.empty(), Optional.empty(), Optional.of(schoolClass));
  }

  public static ChildrenGroup.Edit holding(Member... children) {
    return new ChildrenGroup.Edit(
        Optional.empty(), Optional.of(ids(List.of(children))), Optional.empty());
  }
}
