package dev.rekey.core.secretary;

import static dev.rekey.core.secretary.Office.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Listing.SortBy;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamiliesTest {

  private static final Hex24 NOBODY = new Hex24("f".repeat(24));

  private final Office office = new Office();
  private final Caller admin = office.admin();
  private final Member bea = office.child("bea");
  private final Member carl = office.child("carl");
  private final Member dora = office.child("dora");
  private final Member family = office.enrolled(MemberKind.FAMILY, "family", carl, dora, bea);

  private List<String> names(ListChildren.Outcome outcome) {
    return outcome instanceof ListChildren.Outcome.Listed(List<Member> children, long _)
        ? children.stream().map(child -> child.account().logins().display()).toList()
        : List.of(outcome.toString());
  }

  @Test
  void aFamilyAndTheAdministratorsListItsChildren() {
    Member stranger = office.enrolled(MemberKind.FAMILY, "stranger");

    assertThat(names(office.children(caller(family), family.id(), Listing.standard())))
        .containsExactly("dora", "carl", "bea");
    assertThat(names(office.children(admin, family.id(), Listing.standard()))).hasSize(3);
    assertThat(office.children(caller(stranger), family.id(), Listing.standard()))
        .isEqualTo(new ListChildren.Outcome.NotAllowed());
    assertThat(office.children(caller(bea), family.id(), Listing.standard()))
        .isEqualTo(new ListChildren.Outcome.NotAllowed());
    assertThat(office.children(admin, NOBODY, Listing.standard()))
        .isEqualTo(new ListChildren.Outcome.NoSuchFamily());
    assertThat(office.children(admin, bea.id(), Listing.standard()))
        .isEqualTo(new ListChildren.Outcome.NoSuchFamily());
  }

  @Test
  void theTotalIsTheFamilysHoweverFewAreListed() {
    Listing second =
        new Listing(2, 2, List.of(new SortBy("username", false)), List.of(), Span.ever());

    assertThat(office.children(admin, family.id(), second))
        .isEqualTo(new ListChildren.Outcome.Listed(List.of(dora), 3));
  }

  @Test
  void administratorsAddAndTakeOutChildren() {
    Member emil = office.child("emil");

    assertThat(office.adopt(admin, family.id(), emil.id()))
        .isEqualTo(new AdoptChild.Outcome.Adopted(office.again(family)));
    assertThat(office.again(family).children()).containsExactly(carl, dora, bea, emil);
    assertThat(office.lastEntry().event()).isEqualTo(new Event.AccountChanged(List.of("children")));
    assertThat(office.lastEntry().about()).contains(family.account().id());

    assertThat(office.release(admin, family.id(), dora.id()))
        .isEqualTo(new ReleaseChild.Outcome.Released());
    assertThat(office.release(admin, family.id(), NOBODY))
        .isEqualTo(new ReleaseChild.Outcome.Released());
    assertThat(office.again(family).children()).containsExactly(carl, bea, emil);
  }

  @Test
  void onlyChildrenAndFamiliesThatAreThere() {
    assertThat(office.adopt(admin, family.id(), family.id()))
        .isEqualTo(new AdoptChild.Outcome.NoSuchChild());
    assertThat(office.adopt(admin, bea.id(), carl.id()))
        .isEqualTo(new AdoptChild.Outcome.NoSuchFamily());
    assertThat(office.release(admin, NOBODY, carl.id()))
        .isEqualTo(new ReleaseChild.Outcome.NoSuchFamily());
  }

  @Test
  void aFamilyDoesNotAdoptByItself() {
    assertThat(office.adopt(caller(family), family.id(), bea.id()))
        .isEqualTo(new AdoptChild.Outcome.NotAllowed());
    assertThat(office.release(caller(family), family.id(), bea.id()))
        .isEqualTo(new ReleaseChild.Outcome.NotAllowed());
  }
}
