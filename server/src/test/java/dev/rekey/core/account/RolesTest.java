package dev.rekey.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {

  private static final Role USER = new Role("user");
  private static final Role STRANGER = new Role("stranger");

  @Test
  void aRoleMayWhatIsListedAndNothingElse() {
    Roles roles = new Roles(Map.of(USER, Set.of(Capability.SIGN_IN)));

    assertThat(roles.may(USER, Capability.SIGN_IN)).isTrue();
    assertThat(roles.may(USER, Capability.SET_PASSWORDS)).isFalse();
  }

  @Test
  void aRoleThatIsNotListedMayNothing() {
    Roles roles = new Roles(Map.of(USER, Set.of(Capability.SIGN_IN)));

    assertThat(roles.knows(STRANGER)).isFalse();
    for (Capability capability : Capability.values()) {
      assertThat(roles.may(STRANGER, capability)).isFalse();
    }
  }

  @Test
  void nobodyAddsARoleAfterwards() {
    Map<Role, Set<Capability>> handedIn = new HashMap<>();
    Roles roles = new Roles(handedIn);

    handedIn.put(USER, Set.of(Capability.UPDATE_ACCOUNTS));

    assertThat(roles.knows(USER)).isFalse();
  }
}
