package dev.rekey.dialect.tokenauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that do much at once, against the built server. */
class ManyAtOnceTest {

  private static final Duration BATCH = Duration.ofSeconds(2);
  private static final int MANY = 20;
  private static final int DEVICES = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private TestServer server;

  /** What a client keeps. */
  private record Kept(String token, String client, long expiry) {

    static Kept of(HttpResponse<String> answer) {
      return new Kept(
          answer.headers().firstValue("access-token").orElseThrow(),
          answer.headers().firstValue("client").orElseThrow(),
          answer.headers().firstValueAsLong("expiry").orElseThrow());
    }
  }

  @BeforeEach
  void open(@TempDir Path folder) {
    Map<String, String> settings =
        Map.of(
            "mounts.tokenauth.batch-window",
            BATCH.toMillis() + "ms",
            "mounts.tokenauth.max-devices",
            Integer.toString(DEVICES));
    server = TestServer.onSqlite(folder, settings);
    server.create(Map.of("email", Scene.EMAIL, "password", Scene.OLD));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aClientThatSendsTwentyAtOnceIsNeverSignedOut() throws Exception {
    Kept kept = Kept.of(signIn().join());
    for (int round = 0; round < 4; round++) {
      Thread.sleep(BATCH.plusMillis(50));

      List<HttpResponse<String>> answers = validateAtOnce(kept);

      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
      Kept shown = kept;
      List<Kept> told = answers.stream().filter(ManyAtOnceTest::tells).map(Kept::of).toList();
      assertThat(
              told.stream().map(Kept::token).distinct().filter(one -> !one.equals(shown.token())))
          .as("one answer of a batch brings another token")
          .hasSize(1);
      assertThat(told).allMatch(one -> one.expiry() >= shown.expiry());
      assertThat(told).allMatch(one -> one.client().equals(shown.client()));
      kept = lastToArrive(told, round);
    }
    assertThat(validate(kept).join().statusCode()).isEqualTo(200);
  }

  /** A client keeps whatever comes last, which may be any of them. */
  private static Kept lastToArrive(List<Kept> told, int round) {
    return told.get(round * 7 % told.size());
  }

  @Test
  void signInsAtOnceAllLastUpToTheMostDevices() {
    List<Kept> all = signInAtOnce(DEVICES);
    assertThat(all).allMatch(one -> validate(one).join().statusCode() == 200);

    Kept oneMore = Kept.of(signIn().join());

    assertThat(validate(oneMore).join().statusCode()).isEqualTo(200);
    assertThat(all.stream().filter(one -> validate(one).join().statusCode() == 200))
        .hasSize(DEVICES - 1);
  }

  @Test
  void signingOutAmidManyRequestsIsTheEnd() {
    Kept kept = Kept.of(signIn().join());

    CompletableFuture<HttpResponse<String>> out = send(kept, "DELETE", "/auth/sign_out");
    List<HttpResponse<String>> answers = validateAtOnce(kept);

    assertThat(out.join().statusCode()).isEqualTo(200);
    assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(200, 401);
    assertThat(validate(kept).join().statusCode()).isEqualTo(401);
    assertThat(answers.stream().filter(ManyAtOnceTest::tells).map(Kept::of))
        .as("what was told meanwhile has ended too")
        .allMatch(one -> validate(one).join().statusCode() == 401);
  }

  @Test
  void changesOfNamesAtOnceAllHold() {
    Kept kept = Kept.of(signIn().join());

    List<HttpResponse<String>> answers =
        Stream.of("name", "nickname", "image")
            .map(field -> update(kept, "{\"%s\":\"T\"}".formatted(field)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(validate(kept).join().body())
        .contains("\"name\":\"T\",\"nickname\":\"T\",\"image\":\"T\"");
  }

  private static boolean tells(HttpResponse<String> answer) {
    return answer.headers().firstValue("access-token").isPresent();
  }

  private List<Kept> signInAtOnce(int times) {
    return IntStream.range(0, times).mapToObj(_ -> signIn()).toList().stream()
        .map(CompletableFuture::join)
        .map(Kept::of)
        .toList();
  }

  private List<HttpResponse<String>> validateAtOnce(Kept kept) {
    return IntStream.range(0, MANY).mapToObj(_ -> validate(kept)).toList().stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private CompletableFuture<HttpResponse<String>> signIn() {
    return send(
        request("/auth/sign_in")
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(Scene.credentials(Scene.EMAIL, Scene.OLD))));
  }

  private CompletableFuture<HttpResponse<String>> validate(Kept kept) {
    return send(kept, "GET", "/auth/validate_token");
  }

  private CompletableFuture<HttpResponse<String>> update(Kept kept, String body) {
    return send(
        shown(kept, "/auth")
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private CompletableFuture<HttpResponse<String>> send(Kept kept, String method, String path) {
    return send(shown(kept, path).method(method, BodyPublishers.noBody()));
  }

  private HttpRequest.Builder shown(Kept kept, String path) {
    return request(path)
        .header("access-token", kept.token())
        .header("client", kept.client())
        .header("uid", Scene.EMAIL);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
  }

  private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }
}
