package dev.rekey.dialect.onezone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PrivilegesTest {

  private final Zone zone = new Zone();

  @Test
  void areThePublishedOnesInTheirOrderAndElevenMore() {
    JsonNode description =
        Contract.read("onezone-21.02.7-user-and-token-routes.swagger2.json").path("definitions");
    assertThat(Privileges.ALL)
        .hasSize(91)
        .doesNotHaveDuplicates()
        .startsWith(enumOf(description.path("AdminPrivileges")))
        .contains("oz_tokens_manage", "oz_atm_inventories_remove_relationships");
    assertThat(Privileges.VIEWER).containsExactly(enumOf(description.path("ViewerPrivileges")));
  }

  private static String[] enumOf(JsonNode definition) {
    return definition
        .path("items")
        .path("enum")
        .valueStream()
        .map(JsonNode::stringValue)
        .toArray(String[]::new);
  }

  @Test
  void thatMeanSomethingHereAreKeptAsCapabilities() {
    assertThat(Privileges.stored(List.of("oz_users_list", "oz_spaces_view", "oz_tokens_manage")))
        .containsExactlyInAnyOrder("LIST_ACCOUNTS", "oz_spaces_view", "MANAGE_SESSIONS");
  }

  @Test
  void otherNamesAreNone() {
    assertThat(Privileges.unknown(List.of("oz_users_list", "LIST_ACCOUNTS", "x")))
        .containsExactly("LIST_ACCOUNTS", "x");
  }

  @Test
  void ofARoleAreEffectiveAndNotTheOwn() {
    Account admin = zone.admin("boss");
    Account granted =
        AccountEdit.none()
            .withPrivileges(Set.of("oz_spaces_view", "LIST_ACCOUNTS", "SEND_RESETS"), Set.of())
            .applyTo(zone.user("anna"), Zone.NOW);

    assertThat(Privileges.of(admin)).isEmpty();
    assertThat(Privileges.effective(admin, Zone.ROLES)).hasSize(9).contains("oz_users_create");
    assertThat(Privileges.of(granted)).containsExactly("oz_users_list", "oz_spaces_view");
    assertThat(Privileges.effective(granted, Zone.ROLES))
        .containsExactly("oz_users_list", "oz_spaces_view");
  }
}
