package dev.rekey.crossing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends JSON to the built server. */
final class Phone {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  Phone(int port) {
    this.address = "http://localhost:" + port;
  }

  HttpResponse<String> send(String verb, String path, Map<String, String> headers, Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("content-type", "application/json")
            .method(verb, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    headers.forEach(request::header);
    return send(request.build());
  }

  HttpResponse<String> get(String path, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    headers.forEach(request::header);
    return send(request.build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.method() + ' ' + request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  static boolean good(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2;
  }

  /** The answer, which must be a good one. */
  static HttpResponse<String> must(HttpResponse<String> answer) {
    if (!good(answer)) {
      throw new AssertionError(
          answer.request().method()
              + ' '
              + answer.uri()
              + " was answered "
              + answer.statusCode()
              + ": "
              + answer.body());
    }
    return answer;
  }
}
