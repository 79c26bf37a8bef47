package dev.rekey.migrate.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks all four wires to one server. */
final class Client {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  Client(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  /** One of the wires' sign-ins. */
  interface SignIn {
    HttpResponse<String> with(Client client, String name, String password);
  }

  HttpResponse<String> devise(String email, String password) {
    return post(
        "/api/v1/users/sign_in", Map.of("user", Map.of("email", email, "password", password)));
  }

  HttpResponse<String> tokenAuth(String email, String password) {
    return post("/auth/sign_in", Map.of("email", email, "password", password));
  }

  HttpResponse<String> ocariot(String username, String password) {
    return post("/v1/auth", Map.of("username", username, "password", password));
  }

  HttpResponse<String> onezone(String username, String password) {
    return get("/api/v3/onezone/user", Map.of("authorization", basic(username, password)));
  }

  static String basic(String username, String password) {
    byte[] pair = (username + ':' + password).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  HttpResponse<String> get(String path, Map<String, String> fields) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    fields.forEach(request::header);
    return send(request.build());
  }

  HttpResponse<String> post(String path, Object body) {
    return send("POST", path, Map.of(), body);
  }

  HttpResponse<String> send(String verb, String path, Map<String, String> fields, Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("content-type", "application/json")
            .method(verb, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    fields.forEach(request::header);
    return send(request.build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** What a token says. */
  static JsonNode claims(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return JsonMapper.shared().readTree(new String(claims, UTF_8));
  }
}
