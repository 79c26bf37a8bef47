package dev.rekey.core.store;

import static dev.rekey.core.store.RosterStory.ALL;
import static dev.rekey.core.store.RosterStory.ELSEWHERE;
import static dev.rekey.core.store.RosterStory.NOWHERE;
import static dev.rekey.core.store.RosterStory.aboutNobody;
import static dev.rekey.core.store.RosterStory.delete;
import static dev.rekey.core.store.RosterStory.draft;
import static dev.rekey.core.store.RosterStory.enrolled;
import static dev.rekey.core.store.RosterStory.institution;
import static dev.rekey.core.store.RosterStory.made;
import static dev.rekey.core.store.RosterStory.moved;
import static dev.rekey.core.store.RosterStory.revise;
import static dev.rekey.core.store.RosterStory.school;
import static dev.rekey.core.store.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Span.Stretch;
import dev.rekey.core.store.Institutions.Change;
import dev.rekey.core.store.Institutions.Removal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about institutions. */
interface InstitutionsContract extends RosterPremises {

  private Institutions institutions() {
    return roster().institutions();
  }

  private Optional<Institution> found(InstitutionId id) {
    return institutions().find(Realm.MAIN, id);
  }

  private List<String> names(Window window) {
    return institutions().list(Realm.MAIN, window).stream()
        .map(one -> one.details().name())
        .toList();
  }

  private Change rename(InstitutionId id, String name) {
    Institution.Edit edit =
        new Institution.Edit(
            Optional.empty(),
            Optional.of(name),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return institutions().revise(Realm.MAIN, id, edit, aboutNobody());
  }

  private Removal remove(InstitutionId id) {
    return institutions().delete(Realm.MAIN, id, aboutNobody());
  }

  @Test
  default void aNewInstitutionIsAsItWasMade() {
    Institution school =
        new Institution(
            RosterStory.place(1),
            Realm.MAIN,
            new Institution.Details(
                "Institute of \"Scientific\" Research",
                "Açaí ☀",
                Optional.of(""),
                Optional.empty(),
                Optional.of("-7.2100766")),
            NOW);

    assertThat(institutions().create(school, aboutNobody())).isTrue();

    assertThat(found(school.id())).contains(school);
    assertThat(found(NOWHERE)).isEmpty();
    assertThat(institutions().find(ELSEWHERE, school.id())).isEmpty();
  }

  @Test
  default void aNameIsOneInstitutionsWithinTheRealm() {
    made(roster(), 1, "School");

    assertThat(institutions().create(institution(Realm.MAIN, 2, "School", NOW), aboutNobody()))
        .isFalse();
    assertThat(found(RosterStory.place(2))).isEmpty();
    made(roster(), ELSEWHERE, 2, "School");
    made(roster(), 3, "school");
  }

  @Test
  default void institutionsAreListedNewestFirstByThePage() {
    made(roster(), 1, "A");
    made(roster(), 2, "C");
    made(roster(), 3, "B");
    made(roster(), ELSEWHERE, 4, "D");

    assertThat(names(ALL)).containsExactly("B", "C", "A");
    assertThat(names(new Window(Stretch.ever(), 1, 1))).containsExactly("C");
    assertThat(names(new Window(Stretch.ever(), 3, 1))).isEmpty();
    assertThat(institutions().count(Realm.MAIN)).isEqualTo(3);
    assertThat(institutions().count(new Realm("nowhere"))).isZero();
  }

  @Test
  default void aWindowShowsWhatWasMadeThen() {
    institutions().create(institution(Realm.MAIN, 1, "old", NOW.minusMillis(1)), aboutNobody());
    made(roster(), 2, "now");
    institutions().create(institution(Realm.MAIN, 3, "new", NOW.plusMillis(1)), aboutNobody());

    assertThat(names(Window.all(new Stretch(Optional.of(NOW), Optional.empty()))))
        .containsExactly("new", "now");
    assertThat(names(Window.all(new Stretch(Optional.empty(), Optional.of(NOW)))))
        .containsExactly("old");
    assertThat(
            names(
                Window.all(
                    new Stretch(
                        Optional.of(NOW.minus(Duration.ofDays(4_000_000))),
                        Optional.of(NOW.plus(Duration.ofDays(200_000_000_000L)))))))
        .hasSize(3);
  }

  @Test
  default void anEditChangesWhatItNames() {
    InstitutionId id = made(roster(), 1, "School");
    Institution.Edit edit =
        new Institution.Edit(
            Optional.of("clinic"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("12"));

    Institution expected =
        new Institution(
            id,
            Realm.MAIN,
            new Institution.Details(
                "clinic",
                "School",
                Optional.of("1 High Street"),
                Optional.of("0"),
                Optional.of("12")),
            NOW);
    assertThat(institutions().revise(Realm.MAIN, id, edit, aboutNobody()))
        .isEqualTo(new Change.Changed(expected));
    assertThat(found(id)).contains(expected);
    assertThat(rename(id, "Clinic")).isInstanceOf(Change.Changed.class);
    assertThat(found(id).orElseThrow().details().name()).isEqualTo("Clinic");
  }

  @Test
  default void aNameThatIsTakenChangesNothing() {
    InstitutionId id = made(roster(), 1, "School");
    made(roster(), 2, "Clinic");

    assertThat(rename(id, "Clinic")).isEqualTo(new Change.NameTaken());
    assertThat(rename(id, "School")).isEqualTo(new Change.NameTaken());

    assertThat(found(id).orElseThrow().details()).isEqualTo(school("School"));
  }

  @Test
  default void whatIsGoneIsNotChanged() {
    InstitutionId elsewhere = made(roster(), ELSEWHERE, 1, "School");

    assertThat(rename(elsewhere, "Clinic")).isEqualTo(new Change.Gone());
    assertThat(rename(NOWHERE, "Clinic")).isEqualTo(new Change.Gone());
    assertThat(remove(elsewhere)).isEqualTo(Removal.GONE);
    assertThat(institutions().find(ELSEWHERE, elsewhere)).isPresent();
  }

  @Test
  default void anInstitutionIsDeletedOnce() {
    InstitutionId id = made(roster(), 1, "School");

    assertThat(remove(id)).isEqualTo(Removal.DONE);
    assertThat(remove(id)).isEqualTo(Removal.GONE);
    assertThat(found(id)).isEmpty();
    made(roster(), 2, "School");
  }

  @Test
  default void anInstitutionStaysWhileSomebodyBelongsToIt() {
    InstitutionId school = made(roster(), 1, "School");
    InstitutionId clinic = made(roster(), 2, "Clinic");
    Member anna =
        enrolled(roster(), draft(MemberKind.EDUCATOR, "anna"), Optional.of(school), List.of());

    assertThat(remove(school)).isEqualTo(Removal.IN_USE);
    assertThat(found(school)).isPresent();

    revise(roster(), anna, moved(clinic));
    assertThat(remove(school)).isEqualTo(Removal.DONE);
    assertThat(remove(clinic)).isEqualTo(Removal.IN_USE);

    delete(roster(), anna);
    assertThat(remove(clinic)).isEqualTo(Removal.DONE);
  }
}
