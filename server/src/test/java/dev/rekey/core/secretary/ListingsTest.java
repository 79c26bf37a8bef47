package dev.rekey.core.secretary;

import static dev.rekey.core.roster.MemberKind.APPLICATION;
import static dev.rekey.core.roster.MemberKind.CHILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Filter;
import dev.rekey.core.roster.Filter.Comparison;
import dev.rekey.core.roster.Filter.Condition;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Listing.SortBy;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Span;
import dev.rekey.core.roster.Span.Point;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListingsTest {

  private final Office office = new Office();
  private final Caller admin = office.admin();
  private final InstitutionId school = office.school("School");
  private final InstitutionId clinic = office.school("Clinic");

  /** Made in this order, one each day until today. */
  @BeforeEach
  void makeChildren() {
    enrol("Zoé", "female", "9", school);
    office.clock.pass(Duration.ofDays(1));
    enrol("kid10", "male", "10", clinic);
    office.clock.pass(Duration.ofDays(1));
    enrol("Kid9", "male", "8", school);
    office.clock.pass(Duration.ofDays(1));
    enrol("anna", "female", "8", clinic);
  }

  private void enrol(String name, String gender, String age, InstitutionId where) {
    office.enrolled(CHILD, name, Map.of("gender", gender, "age", age), Optional.of(where));
  }

  private List<String> names(Listing listing) {
    return office.list(admin, CHILD, listing)
            instanceof ListMembers.Outcome.Listed(List<Member> members, long total)
        ? named(members, total)
        : List.of("nothing");
  }

  private static List<String> named(List<Member> members, long total) {
    assertThat(total).isEqualTo(4);
    return members.stream().map(one -> one.account().logins().display()).toList();
  }

  private static Listing sorted(SortBy... by) {
    return new Listing(1, 100, List.of(by), List.of(), Span.ever());
  }

  private static Listing filtered(Filter... by) {
    return new Listing(1, 100, List.of(), List.of(by), Span.ever());
  }

  private static Listing made(Span when) {
    return new Listing(1, 100, List.of(), List.of(), when);
  }

  private static Filter where(String field, Condition... anyOf) {
    return new Filter(field, List.of(anyOf));
  }

  private static Condition is(String value) {
    return new Condition.Is(value);
  }

  @Test
  void theNewestComesFirstWhereNothingIsSaid() {
    assertThat(names(Listing.standard())).containsExactly("anna", "Kid9", "kid10", "Zoé");
    assertThat(names(new Listing(2, 3, List.of(), List.of(), Span.ever()))).containsExactly("Zoé");
    assertThat(names(new Listing(3, 3, List.of(), List.of(), Span.ever()))).isEmpty();
    assertThat(
            names(
                new Listing(
                    Integer.MAX_VALUE, Integer.MAX_VALUE, List.of(), List.of(), Span.ever())))
        .isEmpty();
  }

  @Test
  void namesSortAsPeopleExpect() {
    assertThat(names(sorted(new SortBy("username", false))))
        .containsExactly("anna", "Kid9", "kid10", "Zoé");
    assertThat(names(sorted(new SortBy("username", true))))
        .containsExactly("Zoé", "kid10", "Kid9", "anna");
  }

  @Test
  void theSecondFieldSortsWhatTheFirstLeavesEqual() {
    assertThat(names(sorted(new SortBy("gender", false), new SortBy("age", true))))
        .containsExactly("Zoé", "anna", "kid10", "Kid9");
    assertThat(names(sorted(new SortBy("gender", false))))
        .as("and what no field tells apart stays newest first")
        .containsExactly("anna", "Zoé", "Kid9", "kid10");
    assertThat(names(sorted(new SortBy("created_at", false))))
        .containsExactly("Zoé", "kid10", "Kid9", "anna");
    assertThat(names(sorted(new SortBy("nonsense", true))))
        .containsExactly("anna", "Kid9", "kid10", "Zoé");
  }

  @Test
  void filtersAllHoldAndTheirConditionsAnyOf() {
    assertThat(names(filtered(where("gender", is("female"))))).containsExactly("anna", "Zoé");
    assertThat(names(filtered(where("gender", is("female")), where("age", is("8")))))
        .containsExactly("anna");
    assertThat(names(filtered(where("age", is("9"), is("10"))))).containsExactly("kid10", "Zoé");
    assertThat(names(filtered(where("username", is("KID9"))))).containsExactly("Kid9");
  }

  @Test
  void partsAreFoundWhateverTheirCaseAndAccents() {
    assertThat(names(filtered(where("username", new Condition.BeginsWith("KID")))))
        .containsExactly("Kid9", "kid10");
    assertThat(names(filtered(where("username", new Condition.EndsWith("OE")))))
        .containsExactly("Zoé");
    assertThat(names(filtered(where("username", new Condition.Contains("n"))))).hasSize(1);
    assertThat(names(filtered(where("username", new Condition.Contains(""))))).hasSize(4);
  }

  @Test
  void aBareNumberComparesWithNoText() {
    assertThat(names(filtered(where("age", new Condition.Compares(Comparison.GREATER, "1")))))
        .isEmpty();
    assertThat(
            names(
                filtered(
                    where("created_at", new Condition.Compares(Comparison.LESS, "2026-11-22")))))
        .containsExactly("kid10", "Zoé");
    assertThat(
            names(
                filtered(
                    where(
                        "username", new Condition.Compares(Comparison.GREATER_OR_EQUAL, "kid10")))))
        .containsExactly("kid10", "Zoé");
    assertThat(
            names(
                filtered(
                    where("username", new Condition.Compares(Comparison.LESS_OR_EQUAL, "kid9")))))
        .containsExactly("anna", "Kid9");
  }

  @Test
  void whatNobodyHasFindsNobody() {
    assertThat(names(filtered(where("nonsense", new Condition.Contains(""))))).isEmpty();
    assertThat(names(filtered(where("institution_id", is(school.hex24()))))).isEmpty();
    assertThat(names(filtered(where("password", new Condition.Contains(""))))).isEmpty();
    assertThat(names(filtered(where("application_name", new Condition.Contains(""))))).isEmpty();
    assertThat(names(filtered(where("last_login", new Condition.Contains(""))))).isEmpty();
  }

  @Test
  void theInstitutionIsAFilterToo() {
    assertThat(names(filtered(where("institution", is(school.hex24())))))
        .containsExactly("Kid9", "Zoé");
    assertThat(names(filtered(where("institution", is(school.hex24()), is(clinic.hex24())))))
        .hasSize(4);
    assertThat(
            names(
                filtered(where("institution", is(school.hex24())), where("gender", is("female")))))
        .containsExactly("Zoé");
    assertThat(names(filtered(where("institution", is("no id"))))).isEmpty();
  }

  @Test
  void listsAreOfWhatWasMadeThen() {
    assertThat(names(made(new Span(Optional.empty(), Optional.empty(), days(2)))))
        .containsExactly("anna", "Kid9");
    assertThat(
            names(
                made(new Span(Optional.of(new Point.Today()), Optional.empty(), Optional.empty()))))
        .containsExactly("anna");
    assertThat(
            names(
                new Listing(
                    1,
                    1,
                    List.of(new SortBy("username", true)),
                    List.of(),
                    new Span(Optional.empty(), Optional.empty(), days(2)))))
        .containsExactly("Kid9");
  }

  private static Optional<Period> days(int count) {
    return Optional.of(Period.ofDays(count));
  }

  @Test
  void oneKindIsListedWithItsOwnFields() {
    office.enrolled(APPLICATION, "app", Map.of("application_name", "Scale"), Optional.empty());

    assertThat(office.list(admin, APPLICATION, filtered(where("application_name", is("scale")))))
        .isInstanceOfSatisfying(
            ListMembers.Outcome.Listed.class,
            listed -> {
              assertThat(listed.members()).hasSize(1);
              assertThat(listed.total()).isEqualTo(1);
            });
  }

  @Test
  void familiesAreListedWithTheirChildren() {
    Member bea = office.child("bea");
    office.enrolled(MemberKind.FAMILY, "family", bea);
    Listing byName = sorted(new SortBy("username", false));

    for (Listing listing : List.of(Listing.standard(), byName)) {
      assertThat(office.list(admin, MemberKind.FAMILY, listing))
          .isInstanceOfSatisfying(
              ListMembers.Outcome.Listed.class,
              listed -> assertThat(listed.members().getFirst().children()).containsExactly(bea));
    }
  }
}
