package dev.rekey.dialect.onezone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rekey.TestServer;
import dev.rekey.http.Route;
import dev.rekey.transcript.Stories;
import dev.rekey.transcript.Wire.Answer;
import dev.rekey.transcript.Wire.Header;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every answer in every story of this wire is one that the corrected contract knows. */
class JudgedStoriesTest {

  private static final Contract CONTRACT = new Contract();

  @TempDir private Path folder;

  private final Judge judge = new Judge();

  @TestFactory
  Stream<DynamicTest> everyAnswerIsAsDescribed() {
    TestServer server = TestServer.onSqlite(folder, Map.of());
    Stream<DynamicTest> last =
        Stream.of(
            DynamicTest.dynamicTest("every route does its work", this::holdSuccesses),
            DynamicTest.dynamicTest("every route refuses somebody", this::holdRefusals));
    return Stream.concat(Stories.of("onezone", server, judge), last).onClose(server::close);
  }

  private void holdSuccesses() {
    assertThat(new Zone().dialect().routes())
        .allSatisfy(route ->
            assertThat(judge.seen()).anyMatch(one -> one.matches(ofRoute(route) + " 20.")));
  }

  private void holdRefusals() {
    assertThat(new Zone().dialect().routes())
        .allSatisfy(route ->
            assertThat(judge.seen()).anyMatch(one -> one.matches(ofRoute(route) + " 4..")));
  }

  /** The contract calls the places in a path what we call them. */
  private static String ofRoute(Route route) {
    String path = route.path().substring(Zone.PREFIX.length());
    return route.method() + ' ' + path.replaceAll("[{}]", "\\\\$0");
  }

  @Test
  void everyRouteIsTheContracts() {
    assertThat(new Zone().dialect().routes())
        .allSatisfy(route ->
            assertThat(CONTRACT.knows(route.method(), route.path().substring(Zone.PREFIX.length())))
                .as(route.method() + ' ' + route.path())
                .isTrue());
  }

  @Test
  void theJudgeWouldTellIfAnAnswerWereWrong() {
    refuses("GET /api/v3/onezone/user HTTP/1.1", 200, "{\"userId\":\"x\"}");
    refuses("GET /api/v3/onezone/user HTTP/1.1", 418, "");
    refuses("GET /api/v3/onezone/user HTTP/1.1", 400, "");
    refuses("GET /api/v3/onezone/users/1/privileges HTTP/1.1", 200, "{\"privileges\":[\"no\"]}");
    refuses("GET /api/v3/onezone/unknown HTTP/1.1", 200, "{}");
    refuses("PATCH /api/v3/onezone/user HTTP/1.1", 204, "{}");
    refuses("PUT /api/v3/onezone/user HTTP/1.1", 404, "{\"id\":\"notFound\"}");
  }

  private void refuses(String line, int status, String body) {
    List<Header> headers =
        body.isEmpty() ? List.of() : List.of(new Header("content-type", "application/json"));
    Answer answer = new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    assertThatExceptionOfType(AssertionError.class)
        .as(line + ' ' + status)
        .isThrownBy(() -> judge.sees(line, List.of(), answer));
  }
}
