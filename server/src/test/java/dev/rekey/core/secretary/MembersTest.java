package dev.rekey.core.secretary;

import static dev.rekey.core.secretary.Office.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.Event;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.roster.Belonging;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberEdit;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.token.Grant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

  private static final Hex24 NOBODY = new Hex24("f".repeat(24));
  private static final InstitutionId NOWHERE = new InstitutionId("f".repeat(24));
  private static final Belonging ALONE = new Belonging(Optional.empty(), List.of());

  private final Office office = new Office();
  private final Caller admin = office.admin();

  @AfterEach
  void everySlotWasGivenBack() {
    assertThat(office.hasher.slotsOut()).isZero();
  }

  private static MemberEdit named(String username) {
    return new MemberEdit(Optional.of(username), Map.of(), Optional.empty(), Optional.empty());
  }

  private static MemberEdit fields(Map<String, String> fields) {
    return new MemberEdit(Optional.empty(), fields, Optional.empty(), Optional.empty());
  }

  // Making

  @Test
  void aNewMemberOpensWithItsPassword() {
    Member bea = office.child("bea", Map.of("gender", "female", "age", "8"));

    assertThat(bea.account().credential().passwordLogin()).isTrue();
    assertThat(office.opens(bea)).isTrue();
    assertThat(bea.field("fitbit_status")).contains("none");
    assertThat(office.lastEntry().event()).isEqualTo(new Event.AccountCreated("child"));
    assertThat(office.lastEntry().by()).contains(admin.account().id());
  }

  @Test
  void thePasswordIsJudgedByThePolicy() {
    assertThat(office.enrol(admin, MemberKind.FAMILY, "family", "kq7#x", Map.of(), ALONE))
        .isEqualTo(new EnrolMember.Outcome.Refused(List.of(new Violation.TooShort(8))));
    assertThat(
            office.enrol(
                admin,
                MemberKind.FAMILY,
                "the-family-of-anna",
                "the-family-of-anna",
                Map.of(),
                ALONE))
        .isEqualTo(new EnrolMember.Outcome.Refused(List.of(new Violation.Personal())));
    assertThat(office.hasher.work().sealed()).isZero();
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    assertThat(office.enrol(admin, MemberKind.CHILD, " ", Map.of(), ALONE))
        .isEqualTo(new EnrolMember.Outcome.Refused(List.of(new Violation.UsernameBlank())));
    assertThat(office.enrol(admin, MemberKind.CHILD, "b\u0000ea", Map.of(), ALONE))
        .isEqualTo(new EnrolMember.Outcome.Refused(List.of(new Violation.UsernameMalformed())));
  }

  @Test
  void aNameIsTakenOnceInTheRealm() {
    office.child("bea");

    assertThat(office.enrol(admin, MemberKind.EDUCATOR, "bea", Map.of(), ALONE))
        .isEqualTo(new EnrolMember.Outcome.NameTaken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2027-01-01"})
  void daysToComeAreNoAges(String day) {
    assertThat(office.enrol(admin, MemberKind.CHILD, "bea", Map.of("age", day), ALONE))
        .isEqualTo(new EnrolMember.Outcome.FutureDate(day));
    assertThat(
            office.enrol(
                admin, MemberKind.CHILD, "bea", Map.of("age", "8", "age_calc_date", day), ALONE))
        .isEqualTo(new EnrolMember.Outcome.FutureDate(day));

    Member carl = office.child("carl", Map.of("age", "2026-11-20"));
    assertThat(office.edit(admin, MemberKind.CHILD, carl.id(), fields(Map.of("age", day))))
        .isEqualTo(new EditMember.Outcome.FutureDate(day));
  }

  @Test
  void whomItBelongsWithMustBeThere() {
    Member bea = office.child("bea");
    Belonging children = new Belonging(Optional.of(NOWHERE), List.of(bea.id(), NOBODY));
    Belonging place = new Belonging(Optional.of(NOWHERE), List.of(bea.id()));

    assertThat(office.enrol(admin, MemberKind.FAMILY, "family", Map.of(), children))
        .isEqualTo(new EnrolMember.Outcome.NoSuchChildren(List.of(NOBODY)));
    assertThat(office.enrol(admin, MemberKind.FAMILY, "family", Map.of(), place))
        .isEqualTo(new EnrolMember.Outcome.NoSuchInstitution());
    assertThat(office.store.accounts().findByLogin(Realm.MAIN, "family")).isEmpty();
  }

  @Test
  void anOverloadedServerSaysSo() {
    office.hasher.fillAfter(0);

    assertThat(office.enrol(admin, MemberKind.CHILD, "bea", Map.of(), ALONE))
        .isEqualTo(new EnrolMember.Outcome.Overloaded(PlainHasher.FULL_FOR));
  }

  @Test
  void aKindHasItsOwnFieldsAndFamiliesAloneHaveChildren() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> office.enrol(admin, MemberKind.EDUCATOR, "edu", Map.of("gender", "male"), ALONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            office.enrol(
                admin,
                MemberKind.EDUCATOR,
                "edu",
                Map.of(),
                new Belonging(Optional.empty(), List.of(NOBODY))));
  }

  @ParameterizedTest
  @EnumSource(MemberKind.class)
  void onlyAdministratorsMakeAndDeleteMembers(MemberKind kind) {
    Caller caller = caller(office.enrolled(kind, "somebody"));
    Member bea = office.child("bea");

    for (MemberKind made : MemberKind.values()) {
      assertThat(office.enrol(caller, made, "other", Map.of(), ALONE))
          .isEqualTo(new EnrolMember.Outcome.NotAllowed());
    }
    assertThat(office.delete(caller, bea.id())).isEqualTo(new DeleteMember.Outcome.NotAllowed());
    assertThat(office.delete(caller, new Hex24(caller.account().ids().hex24())))
        .isEqualTo(new DeleteMember.Outcome.NotAllowed());
  }

  @Test
  void configurationMayTakeARightAway() {
    Roles fewer = new Roles(Map.of(Office.ADMIN, EnumSet.of(Capability.SIGN_IN)));
    Caller powerless = Office.with(admin, fewer);
    Member bea = office.child("bea");

    assertThat(office.enrol(powerless, MemberKind.CHILD, "carl", Map.of(), ALONE))
        .isEqualTo(new EnrolMember.Outcome.NotAllowed());
    assertThat(office.edit(powerless, MemberKind.CHILD, bea.id(), named("carl")))
        .isEqualTo(new EditMember.Outcome.NotAllowed());
    assertThat(office.delete(powerless, bea.id())).isEqualTo(new DeleteMember.Outcome.NotAllowed());
    assertThat(office.see(powerless, MemberKind.CHILD, bea.id()))
        .isInstanceOf(SeeMember.Outcome.Found.class);
  }

  // Seeing

  @Test
  void membersOfAKindSeeThemselves() {
    for (MemberKind kind : MemberKind.values()) {
      Member one = office.enrolled(kind, "one " + kind);
      Member other = office.enrolled(kind, "other " + kind);

      assertThat(office.see(caller(one), kind, one.id()))
          .isEqualTo(new SeeMember.Outcome.Found(one));
      assertThat(office.see(caller(one), kind, other.id()))
          .isEqualTo(new SeeMember.Outcome.NotAllowed());
      assertThat(office.see(caller(one), kind, NOBODY))
          .isEqualTo(new SeeMember.Outcome.NotAllowed());
      assertThat(office.see(admin, kind, other.id())).isEqualTo(new SeeMember.Outcome.Found(other));
    }
  }

  @Test
  void childrenAreSeenByTheirFamilyAndByThoseWhoTeachAndHeal() {
    Member bea = office.child("bea");
    Member carl = office.child("carl");
    Member family = office.enrolled(MemberKind.FAMILY, "family", bea);
    Member edu = office.enrolled(MemberKind.EDUCATOR, "edu");
    Member health = office.enrolled(MemberKind.HEALTH_PROFESSIONAL, "health");
    Member app = office.enrolled(MemberKind.APPLICATION, "app");

    assertThat(office.see(caller(family), MemberKind.CHILD, bea.id()))
        .isEqualTo(new SeeMember.Outcome.Found(bea));
    assertThat(office.see(caller(family), MemberKind.CHILD, carl.id()))
        .isEqualTo(new SeeMember.Outcome.NotAllowed());
    assertThat(office.see(caller(edu), MemberKind.CHILD, carl.id()))
        .isEqualTo(new SeeMember.Outcome.Found(carl));
    assertThat(office.see(caller(health), MemberKind.CHILD, NOBODY))
        .isEqualTo(new SeeMember.Outcome.NoSuchMember());
    assertThat(office.see(caller(app), MemberKind.CHILD, carl.id()))
        .isEqualTo(new SeeMember.Outcome.NotAllowed());
    assertThat(office.see(admin, MemberKind.FAMILY, bea.id()))
        .isEqualTo(new SeeMember.Outcome.NoSuchMember());
  }

  @Test
  void childrenAreListedByAllButChildrenAndFamilies() {
    for (MemberKind kind : MemberKind.values()) {
      Caller caller = caller(office.enrolled(kind, kind.name()));
      boolean may = kind != MemberKind.CHILD && kind != MemberKind.FAMILY;

      assertThat(office.list(caller, MemberKind.CHILD, Listing.standard()))
          .isInstanceOf(
              may ? ListMembers.Outcome.Listed.class : ListMembers.Outcome.NotAllowed.class);
      assertThat(office.list(caller, MemberKind.FAMILY, Listing.standard()))
          .isEqualTo(new ListMembers.Outcome.NotAllowed());
    }
  }

  @Test
  void aTagLeadsToItsChildAndToNobodyElses() {
    Member bea = office.child("bea", Map.of("nfc_tag", "04:a2"));
    Member family = office.enrolled(MemberKind.FAMILY, "family", bea);
    Member stranger = office.enrolled(MemberKind.FAMILY, "stranger");

    assertThat(office.findByTag(admin, "04:a2")).isEqualTo(new FindChildByTag.Outcome.Found(bea));
    assertThat(office.findByTag(caller(family), "04:a2"))
        .isEqualTo(new FindChildByTag.Outcome.Found(bea));
    assertThat(office.findByTag(caller(stranger), "04:a2"))
        .isEqualTo(new FindChildByTag.Outcome.NoSuchMember());
    assertThat(office.findByTag(admin, "04")).isEqualTo(new FindChildByTag.Outcome.NoSuchMember());
    assertThat(office.findByTag(caller(office.enrolled(MemberKind.APPLICATION, "app")), "04:a2"))
        .isEqualTo(new FindChildByTag.Outcome.NotAllowed());
  }

  // Changing

  @Test
  void ownersChangeThemselvesAndAdministratorsEverybody() {
    Member edu = office.enrolled(MemberKind.EDUCATOR, "edu");
    Member other = office.enrolled(MemberKind.EDUCATOR, "other");

    assertThat(office.edit(caller(edu), MemberKind.EDUCATOR, edu.id(), named("eddy")))
        .isInstanceOf(EditMember.Outcome.Edited.class);
    assertThat(office.lastEntry().by()).isEmpty();
    assertThat(office.lastEntry().event()).isEqualTo(new Event.AccountChanged(List.of("username")));
    assertThat(office.edit(caller(edu), MemberKind.EDUCATOR, other.id(), named("x")))
        .isEqualTo(new EditMember.Outcome.NotAllowed());
    assertThat(office.edit(admin, MemberKind.EDUCATOR, other.id(), named("y")))
        .isInstanceOf(EditMember.Outcome.Edited.class);
    assertThat(office.lastEntry().by()).contains(admin.account().id());
  }

  @Test
  void childrenAndApplicationsChangeNothing() {
    for (MemberKind kind : List.of(MemberKind.CHILD, MemberKind.APPLICATION)) {
      Member one = office.enrolled(kind, kind.name());

      assertThat(office.edit(caller(one), kind, one.id(), named("new")))
          .isEqualTo(new EditMember.Outcome.NotAllowed());
    }
  }

  @Test
  void aNameThatTheMemberHasAlreadyIsTaken() {
    Member edu = office.enrolled(MemberKind.EDUCATOR, "edu");
    office.child("bea");

    assertThat(office.edit(admin, MemberKind.EDUCATOR, edu.id(), named("edu")))
        .isEqualTo(new EditMember.Outcome.NameTaken());
    assertThat(office.edit(admin, MemberKind.EDUCATOR, edu.id(), named("bea")))
        .isEqualTo(new EditMember.Outcome.NameTaken());
    assertThat(office.edit(admin, MemberKind.EDUCATOR, edu.id(), named("\t")))
        .isEqualTo(new EditMember.Outcome.Refused(List.of(new Violation.UsernameBlank())));
  }

  @Test
  void anEditNamesWhomItBelongsWith() {
    InstitutionId school = office.school("School");
    Member bea = office.child("bea");
    Member family = office.enrolled(MemberKind.FAMILY, "family");

    office.edit(
        admin,
        MemberKind.FAMILY,
        family.id(),
        new MemberEdit(
            Optional.empty(), Map.of(), Optional.of(school), Optional.of(List.of(bea.id()))));

    assertThat(office.again(family).institution()).contains(school);
    assertThat(office.again(family).children()).containsExactly(bea);
    assertThat(office.lastEntry().event())
        .isEqualTo(new Event.AccountChanged(List.of("institution", "children")));
    assertThat(
            office.edit(
                admin,
                MemberKind.FAMILY,
                family.id(),
                new MemberEdit(Optional.empty(), Map.of(), Optional.of(NOWHERE), Optional.empty())))
        .isEqualTo(new EditMember.Outcome.NoSuchInstitution());
    assertThat(
            office.edit(
                admin,
                MemberKind.FAMILY,
                family.id(),
                new MemberEdit(
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.of(List.of(family.id())))))
        .isEqualTo(new EditMember.Outcome.NoSuchChildren(List.of(family.id())));
  }

  @Test
  void aMemberOfAnotherKindIsNoneOfThis() {
    Member bea = office.child("bea");

    assertThat(office.edit(admin, MemberKind.EDUCATOR, bea.id(), named("x")))
        .isEqualTo(new EditMember.Outcome.NoSuchMember());
    assertThat(office.edit(admin, MemberKind.EDUCATOR, NOBODY, named("x")))
        .isEqualTo(new EditMember.Outcome.NoSuchMember());
  }

  // Deleting

  @Test
  void aDeletedMemberIsGoneWithItsTokens() {
    Member edu = office.enrolled(MemberKind.EDUCATOR, "edu");
    Grant.Ref ref = office.signedIn(edu);

    assertThat(office.delete(admin, edu.id())).isEqualTo(new DeleteMember.Outcome.Deleted());

    assertThat(office.store.accounts().find(edu.account().id())).isEmpty();
    assertThat(office.store.grants().find(ref)).isEmpty();
    assertThat(office.lastEntry().event()).isEqualTo(new Event.AccountDeleted());
    assertThat(office.delete(admin, edu.id())).isEqualTo(new DeleteMember.Outcome.NoSuchMember());
  }

  @Test
  void administratorsAndStrangersToTheRosterStay() {
    Account other = office.account(Office.ADMIN, "other");
    Account operator = office.account(new Role("operator"), "operator");

    for (Account one : List.of(other, operator)) {
      assertThat(office.delete(admin, new Hex24(one.ids().hex24())))
          .isEqualTo(new DeleteMember.Outcome.NoSuchMember());
      assertThat(office.store.accounts().find(one.id())).isPresent();
    }
    assertThat(office.delete(admin, new Hex24(admin.account().ids().hex24())))
        .isEqualTo(new DeleteMember.Outcome.NotAllowed());
  }
}
