package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Response;

/** A gateway with an institution and whom an administrator makes there. */
final class School {

  static final String NOBODY = "507f191e810c19729de860ea";
  static final String PASSWORD = "a good password";

  final Gateway gateway = new Gateway();
  final String admin = gateway.tokenOf("admin");
  final String institution =
      made("/institutions", "{\"type\":\"School\",\"name\":\"Name Example\"}");

  String child(String username) {
    return made(
        "/children",
        user(username, "\"gender\":\"male\",\"age\":\"11\",\"age_calc_date\":\"2019-12-01\""));
  }

  String family(String username, String... children) {
    String ids = String.join("\",\"", children);
    return made("/families", user(username, "\"children\":[\"" + ids + "\"]"));
  }

  String educator(String username) {
    return made("/educators", user(username, "\"x\":1"));
  }

  String healthProfessional(String username) {
    return made("/healthprofessionals", user(username, "\"x\":1"));
  }

  String application(String username) {
    return made("/applications", user(username, "\"application_name\":\"App\""));
  }

  /** A user's body, without the braces' content that only the kind has. */
  String user(String username, String more) {
    return "{\"username\":\"%s\",\"password\":\"%s\",\"institution_id\":\"%s\",%s}"
        .formatted(username, PASSWORD, institution, more);
  }

  String token(String username) {
    return Gateway.body(gateway.signIn(username, PASSWORD)).get("access_token").stringValue();
  }

  Response post(String path, String body) {
    return gateway.as(admin, "POST", path, body);
  }

  Response patch(String path, String body) {
    return gateway.as(admin, "PATCH", path, body);
  }

  Response get(String path) {
    return gateway.get(admin, path);
  }

  Response delete(String path) {
    return gateway.as(admin, "DELETE", path, "");
  }

  String made(String path, String body) {
    Response response = post(path, body);
    assertThat(response.status()).as(Gateway.text(response)).isEqualTo(201);
    return id(response);
  }

  static String id(Response response) {
    return Gateway.body(response).get("id").stringValue();
  }

  static void assertError(Response response, int status, String message) {
    assertThat(Gateway.text(response))
        .isEqualTo("{\"code\":%d,\"message\":\"%s\"}".formatted(status, message));
    assertThat(response.status()).isEqualTo(status);
  }

  static void assertError(Response response, int status, String message, String description) {
    assertThat(Gateway.text(response))
        .isEqualTo(
            "{\"code\":%d,\"message\":\"%s\",\"description\":\"%s\"}"
                .formatted(status, message, description));
    assertThat(response.status()).isEqualTo(status);
  }
}
