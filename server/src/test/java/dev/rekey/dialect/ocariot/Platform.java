package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Json;
import dev.rekey.transcript.Wire;
import dev.rekey.transcript.Wire.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A server as the platform's own system tests see it: an administrator, and everybody else made and
 * deleted over HTTP, with the members that those tests send.
 */
final class Platform {

  static final String ADMIN = "admin";
  static final String ADMIN_PASSWORD = "admin123";
  static final String PASSWORD = "default pass";

  /** What the tests send for a password, by kind; some are short, common, or the name again. */
  private static final Map<String, String> OTHER_PASSWORDS =
      Map.of(
          "child", "child123",
          "educator", "educator123",
          "healthprofessional", "healthprofessional123",
          "family", "family123",
          "application", "app123");

  static final List<String> KINDS =
      List.of("child", "educator", "healthprofessional", "family", "application");

  private static final Map<String, String> PATHS =
      Map.of(
          "child", "/children",
          "educator", "/educators",
          "healthprofessional", "/healthprofessionals",
          "family", "/families",
          "application", "/applications");

  private final int port;
  private final String prefix;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> tokens = new HashMap<>();

  Platform(int port) {
    this(port, "/v1");
  }

  Platform(int port, String prefix) {
    this.port = port;
    this.prefix = prefix;
  }

  /** One of every kind, and another of every kind, signed in; nobody else but the administrator. */
  void populate() {
    clear();
    String institution = make("/institutions", institution());
    ids.put("institution", institution);
    for (String kind : KINDS) {
      ids.put(kind, enrol(kind, "default " + kind, PASSWORD));
      tokens.put(kind, signIn("default " + kind, PASSWORD));
    }
    for (String kind : KINDS) {
      ids.put("another " + kind, enrol(kind, "another " + kind, OTHER_PASSWORDS.get(kind)));
      signIn("another " + kind, OTHER_PASSWORDS.get(kind));
    }
  }

  /** Deletes all that there is, as the administrator. */
  void clear() {
    tokens.clear();
    ids.clear();
    tokens.put(ADMIN, signIn(ADMIN, ADMIN_PASSWORD));
    ids.put(ADMIN, Claims.of(token(ADMIN)).get("sub").stringValue());
    for (String path : PATHS.values()) {
      deleteAll(path, "/users");
    }
    deleteAll("/institutions", "/institutions");
  }

  String id(String who) {
    return ids.get(who);
  }

  /** The token of one of the kinds; none for nobody. */
  String token(String who) {
    return tokens.getOrDefault(who, "");
  }

  String signIn(String username, String password) {
    Answer answer =
        ask("POST", "/auth", "", json(Map.of("username", username, "password", password)));
    assertThat(answer.status()).as(username + " signs in: " + answer.text()).isEqualTo(200);
    return tree(answer).get("access_token").stringValue();
  }

  Answer ask(String method, String path, String token, String body) {
    List<String> headers = new ArrayList<>(List.of("Content-Type: application/json"));
    if (!token.isEmpty()) {
      headers.add("Authorization: Bearer " + token);
    }
    try {
      return Wire.send(
          port,
          method + ' ' + prefix + path + " HTTP/1.1",
          headers,
          body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(Answer answer) {
    return tree(answer.text());
  }

  static JsonNode tree(String text) {
    return switch (Json.parse(text.getBytes(StandardCharsets.UTF_8))) {
      case Json.Parsed.Value(JsonNode node) -> node;
      case Json.Parsed.Unreadable() -> throw new AssertionError("no JSON: " + text);
    };
  }

  static String json(Map<String, ?> members) {
    return new String(Json.write(members), StandardCharsets.UTF_8);
  }

  private void deleteAll(String list, String one) {
    Answer answer = ask("GET", list + "?limit=1000", token(ADMIN), "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    for (JsonNode found : tree(answer)) {
      String path = one + '/' + found.get("id").stringValue();
      assertThat(ask("DELETE", path, token(ADMIN), "").status()).as(path).isEqualTo(204);
    }
  }

  private String enrol(String kind, String username, String password) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", "5a62be07de34500146d9c544");
    members.put("username", username);
    members.put("password", password);
    members.put("type", kind);
    members.put("institution_id", id("institution"));
    members.putAll(particulars(kind));
    return make(PATHS.get(kind), members);
  }

  private Map<String, Object> particulars(String kind) {
    return switch (kind) {
      case "child" ->
          Map.of(
              "gender", "male",
              "age", "11",
              "age_calc_date", "2019-12-01",
              "last_login", "2020-01-01T00:00:00.000Z",
              "last_sync", "2020-01-01T00:00:00.000Z",
              "fitbit_status", "valid_token",
              "cve_status", "none");
      case "family" -> Map.of("children", List.of(id("child")));
      case "application" -> Map.of("application_name", "default application name");
      default -> Map.of();
    };
  }

  private static Map<String, Object> institution() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "default type");
    members.put("name", "default name");
    members.put("address", "default address");
    members.put("latitude", 0);
    members.put("longitude", 0);
    return members;
  }

  private String make(String path, Map<String, Object> members) {
    Answer answer = ask("POST", path, token(ADMIN), json(members));
    assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(201);
    return tree(answer).get("id").stringValue();
  }
}
