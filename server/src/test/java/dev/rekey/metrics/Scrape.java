package dev.rekey.metrics;

import dev.rekey.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of metrics, taken apart. */
record Scrape(String text) {

  private static final Pattern LINE = Pattern.compile("([a-z0-9_]+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");

  /** What a server that is spoken to answers. */
  static final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Client(TestServer server) {
      this.base = "http://127.0.0.1:" + server.port();
    }

    HttpResponse<String> get(String path, String... headers) {
      return send("GET", path, "", headers);
    }

    HttpResponse<String> send(String verb, String path, String body, String... headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + path))
              .header("content-type", "application/json")
              .method(verb, BodyPublishers.ofString(body));
      if (headers.length > 0) {
        request.headers(headers);
      }
      try {
        return http.send(request.build(), BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    Scrape scrape() {
      return new Scrape(get("/metrics").body());
    }
  }

  /** The sample with exactly these labels ({@code name=value}); zero when it is not there. */
  double value(String name, String... labels) {
    Map<String, String> wanted = new TreeMap<>();
    for (String label : labels) {
      String[] parts = label.split("=", 2);
      wanted.put(parts[0], parts[1]);
    }
    return text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(line -> line.group(1).equals(name) && labels(line.group(2)).equals(wanted))
        .mapToDouble(line -> Double.parseDouble(line.group(3)))
        .findFirst()
        .orElse(0);
  }

  private static Map<String, String> labels(String written) {
    return written == null
        ? Map.of()
        : Arrays.stream(written.split(",(?=[a-z_]+=\")"))
            .map(label -> label.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> unquoted(parts[1])));
  }

  private static String unquoted(String value) {
    return value.substring(1, value.length() - 1);
  }

  /** The names of the labels that a metric's series have. */
  Set<String> labelNames(String metric) {
    return text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(line -> line.group(1).matches(metric + "(_bucket|_count|_sum)?"))
        .flatMap(line -> labels(line.group(2)).keySet().stream())
        .filter(label -> !label.equals("le"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of all metrics with their types. */
  Map<String, String> types() {
    Map<String, String> types = new TreeMap<>();
    Matcher type = TYPE.matcher(text);
    while (type.find()) {
      types.put(type.group(1), type.group(2));
    }
    return types;
  }
}
