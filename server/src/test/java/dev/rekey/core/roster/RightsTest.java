package dev.rekey.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Role;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {

  @ParameterizedTest
  @CsvSource({
    "admin, 32",
    "application, 4",
    "child, 2",
    "educator, 11",
    "family, 4",
    "healthprofessional, 11"
  })
  void everyRoleHasItsRights(String role, int many) {
    assertThat(Rights.of(new Role(role))).hasSize(many);
  }

  @Test
  void aRoleThatStandsNowhereHasNone() {
    assertThat(Rights.of(new Role("operator"))).isEmpty();
  }

  @Test
  void theyStandInTheOrderOfTheTable() {
    assertThat(Rights.of(new Role("educator")))
        .containsExactly(
            Right.to(Deed.READ, Subject.EDUCATORS),
            Right.to(Deed.UPDATE, Subject.EDUCATORS),
            Right.to(Deed.READ, Subject.CHILDREN),
            Right.to(Deed.READ_ALL, Subject.CHILDREN),
            Right.to(Deed.READ, Subject.INSTITUTIONS),
            Right.to(Deed.READ_ALL, Subject.INSTITUTIONS),
            Right.to(Deed.UPDATE, Subject.INSTITUTIONS),
            Right.to(Deed.CREATE, Subject.CHILDREN_GROUPS),
            Right.to(Deed.READ, Subject.CHILDREN_GROUPS),
            Right.to(Deed.UPDATE, Subject.CHILDREN_GROUPS),
            Right.to(Deed.DELETE, Subject.CHILDREN_GROUPS));
  }

  @Test
  void administratorsTouchNobodysGroups() {
    assertThat(Rights.of(new Role("admin")))
        .noneMatch(right -> right.subject() == Subject.CHILDREN_GROUPS)
        .contains(
            Right.to(Deed.RESET_PASSWORD, Subject.USERS), Right.to(Deed.CREATE, MemberKind.CHILD));
  }
}
