package dev.rekey.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps cookies, follows redirects, and sends forms back whole. */
public final class Browser {

  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String base;
  private String csrf = "";

  public Browser(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** A page as it came, with the address where redirects ended. */
  public record Page(int status, String path, HttpResponse<String> answer) {
    public String text() {
      return answer.body();
    }

    public String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }
  }

  public Page open(String path) {
    return follow(path, request(path).GET());
  }

  /** Sends a form of the page that was opened last. */
  public Page send(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("csrf", csrf);
    return follow(path, form(path, all));
  }

  /** Sends a form with other header fields, as a page of somebody else would. */
  public Page send(String path, Map<String, String> fields, String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("csrf", csrf);
    return follow(path, form(path, all).header(header, value));
  }

  /** Asks as a program would, without a page. */
  public Page post(String path, String type, String body) {
    HttpRequest.Builder ask =
        request(path).header("content-type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    return follow(path, ask);
  }

  public Page signIn(String name, String password) {
    open("/account/sign-in");
    return send("/account/sign-in", Map.of("name", name, "password", password));
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  private HttpRequest.Builder form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return request(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path));
    if (!cookies.isEmpty()) {
      builder.header(
          "cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return builder;
  }

  private Page follow(String path, HttpRequest.Builder builder) {
    HttpResponse<String> answer = ask(builder.build());
    answer.headers().allValues("set-cookie").forEach(this::keep);
    Matcher matcher = CSRF.matcher(answer.body());
    if (matcher.find()) {
      csrf = matcher.group(1);
    }
    return answer.statusCode() == 303
        ? open(answer.headers().firstValue("location").orElseThrow())
        : new Page(answer.statusCode(), path, answer);
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private HttpResponse<String> ask(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
