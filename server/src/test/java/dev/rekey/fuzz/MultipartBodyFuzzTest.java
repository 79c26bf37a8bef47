package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.Fields;
import dev.rekey.http.FormBody.Doubled;
import dev.rekey.http.Json;
import dev.rekey.http.MultipartBody;
import dev.rekey.http.Request;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A body in parts is read into an object of texts or not at all. */
class MultipartBodyFuzzTest {

  private static final Fields HEADERS =
      Fields.none().with("content-type", "multipart/form-data; boundary=x");

  @FuzzTest
  void partsAreTextsOrNothing(byte[] bytes) {
    Request request =
        new Request(
            "request",
            new Origin("192.0.2.7", ""),
            "POST",
            "/",
            Map.of(),
            Fields.none(),
            HEADERS,
            bytes,
            0);
    if (MultipartBody.parseNested(request, Doubled.REFUSE)
        instanceof Json.Parsed.Value(JsonNode tree)) {
      assertThat(tree.isObject()).isTrue();
      assertThat(Json.parse(Json.write(tree))).isEqualTo(new Json.Parsed.Value(tree));
    }
  }
}
