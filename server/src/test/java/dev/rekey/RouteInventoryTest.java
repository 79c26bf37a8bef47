package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Mount;
import dev.rekey.http.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds docs/routes.md and the built server to each other: no route without its line, no line more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteInventoryTest {

  private static final Path INVENTORY = Path.of("../docs/routes.md");

  /** Who may, as the inventory says it, when nobody needs to show anything. */
  private static final String ANYBODY = "anybody";

  private final HttpClient client = HttpClient.newHttpClient();
  private TestServer server;

  /** A line of the inventory. */
  record Line(String mount, String verb, String path, String who, String limits) {

    @Override
    public String toString() {
      return verb + ' ' + path;
    }
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    server =
        TestServer.onSqlite(
            folder,
            Map.of(
                "mounts.devise.confirmable", "true",
                "mounts.devise.lockable", "true",
                "mounts.tokenauth.confirmable", "true",
                "mounts.tokenauth.lockable", "true"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyRouteIsListedAndEveryLineIsARoute() throws IOException {
    List<String> routes =
        server.house().mounts().stream().flatMap(RouteInventoryTest::routesOf).toList();

    assertThat(lines().map(line -> line.mount() + ' ' + line).toList())
        .containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void everyLineSaysWhoMayAndWhatIsLimited() throws IOException {
    assertThat(lines().toList())
        .allSatisfy(line -> assertThat(line.who()).isNotBlank())
        .allSatisfy(line -> assertThat(line.limits()).isNotBlank());
  }

  /** Whoever shows nothing gets no further than the words of refusal. */
  @ParameterizedTest
  @MethodSource("guarded")
  void nobodyPassesWithoutShowingAnything(Line line) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(line);

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
  }

  Stream<Line> guarded() throws IOException {
    return lines().filter(line -> !line.who().startsWith(ANYBODY));
  }

  private HttpResponse<String> send(Line line) throws IOException, InterruptedException {
    String path = line.path().replaceAll("\\{[^}]*}", "0123456789abcdef01234567");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .header("content-type", "application/json")
            .method(line.verb(), BodyPublishers.ofString("{}"))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static Stream<String> routesOf(Mount mount) {
    return mount.routes().stream().map(route -> spelt(mount, route));
  }

  private static String spelt(Mount mount, Route route) {
    return mount.name() + ' ' + route.method() + ' ' + route.path();
  }

  /** The rows of the tables under {@code ## `mount`}. */
  private static Stream<Line> lines() throws IOException {
    String mount = "";
    Stream.Builder<Line> lines = Stream.builder();
    for (String text : Files.readAllLines(INVENTORY)) {
      if (text.startsWith("## `")) {
        mount = text.substring(4, text.indexOf('`', 4));
      } else if (text.matches("\\| [A-Z]+ \\|.*")) {
        String[] cells = text.split("\\s*\\|\\s*");
        lines.add(new Line(mount, cells[1], cells[2].replace("`", ""), cells[3], cells[4]));
      }
    }
    return lines.build();
  }
}
