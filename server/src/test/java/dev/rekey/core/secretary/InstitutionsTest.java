package dev.rekey.core.secretary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Role;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.store.Together;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstitutionsTest {

  private static final InstitutionId NOWHERE = new InstitutionId("f".repeat(24));

  private final Office office = new Office();
  private final Caller admin = office.admin();

  private Member memberOf(InstitutionId where, MemberKind kind) {
    return office.enrolled(kind, kind.name(), Map.of(), Optional.of(where));
  }

  @Test
  void aNewInstitutionIsSeenAndWrittenDown() {
    InstitutionId id = office.school("School");

    assertThat(office.see(admin, id))
        .isInstanceOfSatisfying(
            SeeInstitution.Outcome.Found.class,
            found -> {
              assertThat(found.institution().details().name()).isEqualTo("School");
              assertThat(found.institution().createdAt()).isEqualTo(Office.NOON);
            });
    assertThat(office.lastEntry().event()).isEqualTo(new Event.InstitutionCreated(id.hex24()));
    assertThat(office.lastEntry().by()).contains(admin.account().id());
    assertThat(office.lastEntry().about()).isEmpty();
  }

  @Test
  void aNameIsTakenOnce() {
    InstitutionId id = office.school("School");
    office.school("Clinic");

    assertThat(office.createInstitution(admin, "clinic", "School"))
        .isEqualTo(new CreateInstitution.Outcome.NameTaken());
    assertThat(office.rename(admin, id, "Clinic"))
        .isEqualTo(new EditInstitution.Outcome.NameTaken());
    assertThat(office.rename(admin, id, "School"))
        .isEqualTo(new EditInstitution.Outcome.NameTaken());
  }

  @Test
  void ofTwoOfOneNameAtOnceOneIsMade() {
    assertThat(Together.all(4, _ -> office.createInstitution(admin, "school", "School")))
        .filteredOn(CreateInstitution.Outcome.Created.class::isInstance)
        .hasSize(1);
  }

  @Test
  void onlyAdministratorsMakeAndDelete() {
    InstitutionId school = office.school("School");
    for (MemberKind kind : MemberKind.values()) {
      Caller caller = Office.caller(memberOf(school, kind));

      assertThat(office.createInstitution(caller, "school", "Other"))
          .isEqualTo(new CreateInstitution.Outcome.NotAllowed());
      assertThat(office.delete(caller, school))
          .isEqualTo(new DeleteInstitution.Outcome.NotAllowed());
    }
  }

  @Test
  void childrenAndFamiliesSeeTheirOwnAlone() {
    InstitutionId own = office.school("Own");
    InstitutionId other = office.school("Other");
    for (MemberKind kind : List.of(MemberKind.CHILD, MemberKind.FAMILY)) {
      Caller caller = Office.caller(memberOf(own, kind));

      assertThat(office.see(caller, own)).isInstanceOf(SeeInstitution.Outcome.Found.class);
      assertThat(office.see(caller, other)).isEqualTo(new SeeInstitution.Outcome.NotAllowed());
      assertThat(office.see(caller, NOWHERE)).isEqualTo(new SeeInstitution.Outcome.NotAllowed());
      assertThat(office.rename(caller, own, "New"))
          .isEqualTo(new EditInstitution.Outcome.NotAllowed());
      assertThat(office.listInstitutions(caller, Listing.standard()))
          .isEqualTo(new ListInstitutions.Outcome.NotAllowed());
    }
  }

  @Test
  void thoseWhoTeachAndHealSeeAllAndChangeTheirOwn() {
    InstitutionId own = office.school("Own");
    InstitutionId other = office.school("Other");
    for (MemberKind kind : List.of(MemberKind.EDUCATOR, MemberKind.HEALTH_PROFESSIONAL)) {
      Caller caller = Office.caller(memberOf(own, kind));

      assertThat(office.see(caller, other)).isInstanceOf(SeeInstitution.Outcome.Found.class);
      assertThat(office.see(caller, NOWHERE))
          .isEqualTo(new SeeInstitution.Outcome.NoSuchInstitution());
      assertThat(office.rename(caller, own, "New by " + kind))
          .isInstanceOf(EditInstitution.Outcome.Edited.class);
      assertThat(office.rename(caller, other, "New"))
          .isEqualTo(new EditInstitution.Outcome.NotAllowed());
      assertThat(office.rename(caller, NOWHERE, "New"))
          .isEqualTo(new EditInstitution.Outcome.NotAllowed());
    }
  }

  @Test
  void anEditIsWrittenDownByItsNames() {
    InstitutionId id = office.school("School");

    office.rename(admin, id, "Clinic");

    assertThat(office.lastEntry().event())
        .isEqualTo(new Event.InstitutionChanged(id.hex24(), List.of("name")));
    assertThat(office.rename(admin, NOWHERE, "x"))
        .isEqualTo(new EditInstitution.Outcome.NoSuchInstitution());
  }

  @Test
  void anInstitutionIsDeletedWhenNobodyBelongsToIt() {
    InstitutionId school = office.school("School");
    Member child = memberOf(school, MemberKind.CHILD);

    assertThat(office.delete(admin, school)).isEqualTo(new DeleteInstitution.Outcome.InUse());
    office.delete(admin, child.id());

    assertThat(office.delete(admin, school)).isEqualTo(new DeleteInstitution.Outcome.Deleted());
    assertThat(office.lastEntry().event()).isEqualTo(new Event.InstitutionDeleted(school.hex24()));
    assertThat(office.delete(admin, school))
        .isEqualTo(new DeleteInstitution.Outcome.NoSuchInstitution());
  }

  @Test
  void theTotalIsOfAllHoweverFewAreListed() {
    for (int i = 0; i < 5; i++) {
      office.school("School " + i);
    }

    ListInstitutions.Outcome outcome =
        office.listInstitutions(
            admin, new Listing(2, 2, List.of(), List.of(), Listing.standard().made()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ListInstitutions.Outcome.Listed.class,
            listed -> {
              assertThat(listed.institutions())
                  .extracting(Institution::details)
                  .extracting(Institution.Details::name)
                  .containsExactly("School 2", "School 1");
              assertThat(listed.total()).isEqualTo(5);
            });
  }

  @Test
  void whoHasNoPlaceInTheRosterMayNothing() {
    Caller operator = Office.callerOf(office.account(new Role("operator"), "op"));
    InstitutionId school = office.school("School");

    assertThat(office.see(operator, school)).isEqualTo(new SeeInstitution.Outcome.NotAllowed());
    assertThat(office.listInstitutions(operator, Listing.standard()))
        .isEqualTo(new ListInstitutions.Outcome.NotAllowed());
  }
}
