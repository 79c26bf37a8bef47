package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rekey.http.FormBody;
import dev.rekey.http.FormBody.Doubled;
import dev.rekey.http.Json;
import dev.rekey.http.Json.Parsed;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A form is read into an object or not at all, whatever a doubled name does. */
class FormBodyFuzzTest {

  @FuzzTest
  void aFormIsAnObjectOrNothing(byte[] bytes) {
    List<JsonNode> trees = new ArrayList<>();
    for (Doubled doubled : Doubled.values()) {
      if (FormBody.parseNested(bytes, doubled) instanceof Parsed.Value(JsonNode tree)) {
        assertThat(tree.isObject()).isTrue();
        assertThat(Json.write(tree)).isNotEmpty();
        trees.add(tree);
      }
    }
    boolean strict = FormBody.parseNested(bytes, Doubled.REFUSE) instanceof Parsed.Value;
    if (strict) {
      assertThat(trees)
          .as("without a doubled name all agree")
          .hasSize(3)
          .containsOnly(trees.getFirst());
    }
  }
}
