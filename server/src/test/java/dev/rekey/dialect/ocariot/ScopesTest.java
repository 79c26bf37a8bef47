package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

  @ParameterizedTest
  @CsvSource({
    "admin, 62",
    "application, 40",
    "child, 20",
    "educator, 48",
    "family, 56",
    "healthprofessional, 34"
  })
  void everyKindHasAsManyAsTheOriginalGivesIt(String role, int count) {
    assertThat(scopes(role)).hasSize(count).doesNotHaveDuplicates();
  }

  @Test
  void onlyAnAdminResetsAndDeletes() {
    assertThat(scopes("admin")).contains("users:delete", "users:resetPassword");
    assertThat(List.of("application", "child", "educator", "family", "healthprofessional"))
        .noneMatch(role -> OcariotDialect.scopesOf(new Role(role)).contains("users:"));
  }

  @Test
  void anAdminHasTheUpdateOfEveryKind() {
    assertThat(scopes("admin"))
        .contains(
            "applications:update",
            "children:update",
            "educators:update",
            "families:update",
            "healthprofessionals:update");
  }

  @ParameterizedTest
  @ValueSource(strings = {"educator:educators", "family:families"})
  void othersUpdateThemselvesAlone(String pair) {
    String[] words = pair.split(":");
    assertThat(scopes(words[0])).contains(words[1] + ":update").doesNotContain("children:update");
  }

  @Test
  void theTwoWhoMayNotChangeTheirPasswordHaveNoScopeThatWouldLetThem() {
    assertThat(List.of("child", "application"))
        .allSatisfy(role ->
            assertThat(scopes(role))
                .doesNotContain(
                    "applications:update",
                    "children:update",
                    "educators:update",
                    "families:update",
                    "healthprofessionals:update"));
  }

  @Test
  void aWordOfItsOwnStandsWhereALetterHasNone() {
    assertThat(scopes("child")).contains("external:sync", "physicalactivities:create");
  }

  @Test
  void aRoleOfAnotherWireHasNone() {
    assertThat(OcariotDialect.scopesOf(new Role("operator"))).isEmpty();
  }

  private static List<String> scopes(String role) {
    return List.of(OcariotDialect.scopesOf(new Role(role)).split(" "));
  }
}
