package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rekey.http.Json;
import tools.jackson.databind.JsonNode;

/** JSON is read or it is not; what was read is written so that it reads and is written alike. */
class JsonFuzzTest {

  @FuzzTest
  void whatIsReadCanBeWritten(byte[] bytes) {
    if (Json.parse(Json.withoutMark(bytes)) instanceof Json.Parsed.Value(JsonNode node)) {
      byte[] written = Json.write(node);
      assertThat(Json.write(reread(written))).isEqualTo(written);
    }
  }

  private static JsonNode reread(byte[] written) {
    if (Json.parse(written) instanceof Json.Parsed.Value(JsonNode node)) {
      return node;
    }
    throw new AssertionError("what was written cannot be read");
  }
}
