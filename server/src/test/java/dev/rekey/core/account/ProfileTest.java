package dev.rekey.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {

  @Test
  void fieldsKeepTheirOrder() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("zebra", "1");
    fields.put("ant", "2");

    assertThat(new Profile(fields).fields().keySet()).containsExactly("zebra", "ant");
  }

  @Test
  void aFieldThatIsNotThereIsEmpty() {
    assertThat(Profile.empty().get("first_name")).isEmpty();
  }

  @Test
  void nobodyChangesItAfterwards() {
    Map<String, String> fields = new LinkedHashMap<>();
    Profile profile = new Profile(fields);

    fields.put("first_name", "Lettie");

    assertThat(profile.fields()).isEmpty();
    assertThatThrownBy(() -> profile.fields().put("first_name", "Lettie"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
