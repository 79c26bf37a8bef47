package dev.rekey.bench.growth;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who uses the own API of one server, over one connection. */
final class Client implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI api;

  Client(URI server) {
    this.api = URI.create("http://127.0.0.1:" + server.getPort() + "/rekey/v1/");
  }

  /** The token of a new session. */
  String signIn(String login) {
    return first(TOKEN, post("sessions", json(login, Server.PASSWORD), 201)).orElseThrow();
  }

  void askForLetter(String login) {
    post("password-resets", "{\"login\":\"" + login + "\"}", 202);
  }

  void checkToken(String token) {
    get("account", token);
  }

  /** Where the page behind this one begins. */
  Optional<String> search(String token, String text, Optional<String> cursor) {
    String query = "accounts?limit=50" + parameter("q", text);
    return first(CURSOR, get(query + cursor.map(at -> parameter("cursor", at)).orElse(""), token));
  }

  private static String parameter(String name, String value) {
    return value.isEmpty()
        ? ""
        : '&' + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String json(String login, String password) {
    return "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}";
  }

  private static Optional<String> first(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private String post(String path, String body, int wanted) {
    return send(
        HttpRequest.newBuilder(api.resolve(path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        wanted);
  }

  private String get(String path, String token) {
    return send(
        HttpRequest.newBuilder(api.resolve(path))
            .header("authorization", "Bearer " + token)
            .build(),
        200);
  }

  private String send(HttpRequest request, int wanted) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != wanted) {
        throw new IllegalStateException(
            request.method() + ' ' + request.uri().getPath() + ": " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
