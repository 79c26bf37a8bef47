package dev.rekey.dialect.onezone;

import dev.rekey.dialect.onezone.OnezoneDialect.Profile;
import dev.rekey.dialect.onezone.Words.Text;
import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.Response;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes answers in the shape that one release line of Onezone gives them. */
final class Answers {

  /** What every error carries from 25.0 on and a server that is no Onezone cannot know. */
  private static final List<String> UNKNOWN_CONTEXT =
      List.of(
          "onedataErrorsRevision",
          "module",
          "line",
          "timestamp",
          "serviceDomain",
          "serviceReleaseVersion",
          "serviceBuildVersion");

  private final Profile profile;

  Answers(Profile profile) {
    this.profile = profile;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An answer without a body. */
  Response empty(int status) {
    return Response.of(status)
        .with(
            switch (profile) {
              case LINE_20_02 -> Fields.none();
              case LINE_21_02, LINE_25_0 -> Fields.none().with(Words.ALLOW_ORIGIN, "*");
            });
  }

  Response json(int status, JsonNode body) {
    return empty(status).with(Words.CONTENT_TYPE, Words.JSON).withBody(Json.write(body));
  }

  Response error(int status, Text text) {
    return error(status, text, object());
  }

  Response error(int status, Text text, ObjectNode details) {
    return error(status, errorOf(text, details));
  }

  Response error(int status, ObjectNode error) {
    return json(status, object().set("error", error));
  }

  /** The credential is bad, and why. */
  Response unauthorized(Text reason) {
    return unauthorized(errorOf(reason));
  }

  Response unauthorized(ObjectNode reason) {
    return error(401, Words.UNAUTHORIZED, object().set("authError", reason));
  }

  /** Nobody is signed in, where somebody has to be. */
  Response nobody() {
    return switch (profile) {
      case LINE_20_02, LINE_21_02 -> error(401, Words.NOBODY);
      case LINE_25_0 -> error(401, Words.NOBODY, object().putNull("authError"));
    };
  }

  Response forbidden() {
    return error(403, Words.FORBIDDEN);
  }

  Response notFound() {
    return error(404, Words.NOT_FOUND);
  }

  /** What the original does not know: somebody was quicker, and a second try will tell. */
  Response overtaken() {
    return error(503, Words.TEMPORARY_FAILURE).with(Words.RETRY_AFTER, "1");
  }

  Response occupied(String key) {
    return error(400, ValueWords.BAD_VALUE_IDENTIFIER_OCCUPIED, object().put("key", key));
  }

  ObjectNode errorOf(Text text) {
    return errorOf(text, object());
  }

  ObjectNode errorOf(Text text, ObjectNode details) {
    ObjectNode error = object().put("id", text.id());
    if (!details.isEmpty()) {
      error.set("details", details);
    }
    error.put("description", text.sentence(profile, details));
    return switch (profile) {
      case LINE_20_02, LINE_21_02 -> error;
      case LINE_25_0 -> error.set("ctx", context());
    };
  }

  private static ObjectNode context() {
    ObjectNode context = object().put("service", "ozw").put("serviceId", "onezone");
    UNKNOWN_CONTEXT.forEach(context::putNull);
    return context;
  }
}
