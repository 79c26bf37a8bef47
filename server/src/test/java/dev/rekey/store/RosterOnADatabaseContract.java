package dev.rekey.store;

import static dev.rekey.core.store.RosterStory.aboutNobody;
import static dev.rekey.core.store.RosterStory.child;
import static dev.rekey.core.store.RosterStory.delete;
import static dev.rekey.core.store.RosterStory.draft;
import static dev.rekey.core.store.RosterStory.enrolled;
import static dev.rekey.core.store.RosterStory.family;
import static dev.rekey.core.store.RosterStory.group;
import static dev.rekey.core.store.RosterStory.made;
import static dev.rekey.core.store.RosterStory.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.store.RosterContract;
import dev.rekey.core.store.RosterPorts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a roster on a database promises beyond its ports, whichever database it is. */
public interface RosterOnADatabaseContract extends RosterContract {

  /** A store that is empty when a test begins. */
  Store store();

  @Override
  default RosterPorts roster() {
    return RosterForTests.ports(store());
  }

  @Test
  default void everyChangeOfAnInstitutionIsWrittenDownOnce() {
    Institution.Edit edit =
        new Institution.Edit(
            Optional.of("clinic"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    made(roster(), 1, "School");
    roster().institutions().create(one(), aboutNobody());
    roster().institutions().revise(Realm.MAIN, place(1), edit, aboutNobody());
    roster().institutions().revise(Realm.MAIN, place(2), edit, aboutNobody());
    roster().institutions().delete(Realm.MAIN, place(1), aboutNobody());
    roster().institutions().delete(Realm.MAIN, place(1), aboutNobody());

    assertThat(RosterForTests.times(store(), "institution-changed")).isEqualTo(3);
  }

  private Institution one() {
    return roster().institutions().find(Realm.MAIN, place(1)).orElseThrow();
  }

  @Test
  default void ofADeletedMemberNoRowIsLeft() {
    Member bea = child(roster(), "bea");
    Member edu =
        enrolled(
            roster(),
            draft(MemberKind.EDUCATOR, "edu"),
            Optional.of(made(roster(), 1, "School")),
            List.of());
    group(roster(), edu, 1, "mornings", bea);
    Member family = family(roster(), "family", bea);

    List.of(edu, family).forEach(member -> delete(roster(), member));

    for (String table : List.of("membership", "family_child", "children_group", "group_child")) {
      assertThat(RosterForTests.rows(store(), table)).as(table).isZero();
    }
  }
}
