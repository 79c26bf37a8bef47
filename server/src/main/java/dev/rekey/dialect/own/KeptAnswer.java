package dev.rekey.dialect.own;

import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer as it is kept for repetitions, and what a request is known again by. */
final class KeptAnswer {

  private KeptAnswer() {}

  static byte[] write(Response response) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("status", response.status());
    kept.put("headers", response.headers().all().stream().map(KeptAnswer::pair).toList());
    kept.put("body", Base64.getEncoder().encodeToString(response.body()));
    return Json.write(kept);
  }

  private static List<String> pair(Fields.Field field) {
    return List.of(field.name(), field.value());
  }

  static Response read(byte[] bytes) {
    return switch (Json.parse(bytes)) {
      case Json.Parsed.Value(JsonNode kept) -> read(kept);
      case Json.Parsed.Unreadable() -> throw new IllegalStateException("not an answer of ours");
    };
  }

  private static Response read(JsonNode kept) {
    Response response = Response.of(kept.get("status").intValue());
    for (JsonNode field : kept.get("headers")) {
      response = response.with(field.get(0).stringValue(), field.get(1).stringValue());
    }
    return response.withBody(Base64.getDecoder().decode(kept.get("body").stringValue()));
  }

  /**
   * What was done is kept, and what was refused to somebody who is signed in. What a stranger is
   * refused is not: whoever sends nonsense without end must not fill the store. The busy and the
   * broken answer is nobody's last.
   */
  static boolean isLasting(Response response, boolean signedIn) {
    boolean done = response.status() < 400;
    boolean refused = response.status() < 500 && response.status() != 429;
    return done || (signedIn && refused);
  }

  /** Verb, path, query and body: all that says what is wished. */
  static byte[] fingerprint(Request request) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<List<String>> query = request.query().all().stream().map(KeptAnswer::pair).toList();
    all.writeBytes(Json.write(List.of(request.method(), request.path(), query)));
    all.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    all.writeBytes(request.body());
    return all.toByteArray();
  }
}
