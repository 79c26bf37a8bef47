package dev.rekey.core.steward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.proof.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StewardTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();

  @ParameterizedTest
  @EnumSource(Capability.class)
  void anOperatorMayEverything(Capability capability) {
    assertThat(Scene.operator().may(capability)).isTrue();
    assertThat(Scene.operator().account()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void anAdministratorMayWhatTheRoleMay(Capability capability) {
    Account anna = scene.person("anna", SECRET);
    Steward steward = new Steward.Administrator(scene.caller("anna", SECRET));

    assertThat(steward.may(capability)).isEqualTo(Scene.ROLES.may(Scene.USER, capability));
    assertThat(steward.account()).contains(anna.id());
  }

  @Test
  void aUserIsNoSteward() {
    scene.person("anna", SECRET);
    Steward steward = new Steward.Administrator(scene.caller("anna", SECRET));

    assertThat(steward.may(Capability.SET_PASSWORDS)).isFalse();
    assertThat(steward.may(Capability.UPDATE_ACCOUNTS)).isFalse();
  }
}
