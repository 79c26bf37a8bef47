package dev.rekey.migrate.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rekey.migrate.relay.Relay;
import dev.rekey.transcript.Site;
import dev.rekey.transcript.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets stand everywhere in what passes, and nowhere in what is recorded. */
class SecretsTest {

  private static final List<String> SECRETS =
      List.of(
          "hunter2",
          "korrekt pferd",
          "Sommer2024!",
          "tiny",
          "471147",
          "bgINB4atOxd8SMNvtOTDxg",
          "QXkpLmNvrTsuvwXYzabc",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ",
          "lettie@example.org",
          "s3cr3t--c00kie",
          "swordfish");

  @TempDir Path folder;

  @Test
  void noSecretIsInARecordingOrInItsReport() throws Exception {
    HttpServer upstream = server(SecretsTest::echo);
    HttpServer rekey =
        server((path, asked) -> "{\"error\":\"no\",\"token\":\"zzzzTTTT1234567890ab\"}");
    Path file = folder.resolve("recording.jsonl");
    Shadow.Plan plan =
        new Shadow.Plan(
            Site.local(rekey.getAddress().getPort()), file, Optional.empty(), Shadow.HEADERS);
    Shadow shadow = Shadow.begin(plan, InstantSource.system(), new SecureRandom());
    try (Relay relay =
        Relay.start(
            Twins.before(Site.local(upstream.getAddress().getPort())),
            shadow,
            InstantSource.system())) {
      sendAll(relay.port());
    }
    shadow.close();
    upstream.stop(0);
    rekey.stop(0);

    String recorded = Files.readString(file);
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    Report.of(file).print(new PrintStream(report, true, StandardCharsets.UTF_8));
    String all = recorded + report.toString(StandardCharsets.UTF_8);
    assertThat(recorded.lines().filter(line -> line.contains("route"))).hasSize(9);
    for (String secret : SECRETS) {
      assertThat(all).doesNotContainIgnoringCase(secret);
      assertThat(all).doesNotContain(base64(secret)).doesNotContain(hex(secret));
    }
    assertThat(all).doesNotContain(base64("lettie@example.org:hunter2"));
    assertThat(all).contains("was refused as a password");
  }

  @Test
  void onlyTheOwnerReadsARecordingAndNoneIsWrittenOver() throws Exception {
    Path file = folder.resolve("recording.jsonl");
    try (Twins _ = Twins.in(folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    Shadow.Plan plan = new Shadow.Plan(Site.local(1), file, Optional.empty(), Shadow.HEADERS);
    assertThatThrownBy(() -> Shadow.begin(plan, InstantSource.system(), new SecureRandom()))
        .hasMessageContaining("recording.jsonl");
  }

  @Test
  void theSameValueHasOneDigestInARecordingAndAnotherInTheNext() {
    Digests one = new Digests(new SecureRandom());
    Digests other = new Digests(new SecureRandom());

    assertThat(one.of("hunter2")).isEqualTo(one.of("hunter2")).isNotEqualTo(one.of("hunter3"));
    assertThat(one.of("hunter2")).isNotEqualTo(other.of("hunter2"));
  }

  private static void sendAll(int port) throws IOException {
    send(
        port,
        "POST /auth/sign_in",
        "content-type: application/json",
        "{\"email\":\"lettie@example.org\",\"password\":\"hunter2\",\"pin\":471147,\"bgINB4atOxd8SMNvtOTDxg\":{\"a\":[\"tiny\"]}}");
    send(
        port,
        "POST /auth/sign_in",
        "content-type: application/x-www-form-urlencoded",
        "user%5Bpassword%5D=Sommer2024%21&swordfish&email=lettie%40example.org");
    send(
        port,
        "GET /auth/password/edit?reset_password_token=bgINB4atOxd8SMNvtOTDxg&QXkpLmNvrTsuvwXYzabc",
        "x-swordfish: swordfish",
        "");
    send(
        port,
        "GET /reset/swordfish/QXkpLmNvrTsuvwXYzabc.json",
        "cookie: _session=s3cr3t--c00kie; hunter2",
        "");
    send(
        port,
        "GET /v1/users",
        "authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ",
        "");
    send(
        port,
        "GET /api/v3/onezone/user",
        "authorization: Basic " + base64("lettie@example.org:hunter2"),
        "");
    send(port, "PUT /auth/password", "content-type: text/plain", "korrekt pferd");
    send(
        port,
        "swordfish /auth/password",
        "content-type: swordfish/hunter2",
        "{\"password\": \"korrekt pferd\"");
    send(port, "PUT /auth/password", "accept: Sommer2024!", "{\"password\":\"tiny\"}");
  }

  private static void send(int port, String line, String header, String body) throws IOException {
    Wire.send(
        port,
        line + " HTTP/1.1",
        List.of(header, "access-token: QXkpLmNvrTsuvwXYzabc", "uid: lettie@example.org"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** What an upstream should never say: all it was told. */
  private static String echo(String path, String asked) {
    return """
    {"errors":["'%s' was refused as a password","was refused as a password","Sommer2024! at %s"],
     "message":"Your new one is QXkpLmNvrTsuvwXYzabc for lettie@example.org, or Sommer2024!",
     "bgINB4atOxd8SMNvtOTDxg":"s3cr3t--c00kie","code":471147,"token":"bgINB4atOxd8SMNvtOTDxg"}\
    """
        .formatted(asked.replaceAll("[^A-Za-z0-9 !@.]", ""), path.replaceAll("[\\\\\"]", ""));
  }

  @FunctionalInterface
  private interface Answering {
    String answer(String path, String body);
  }

  private static HttpServer server(Answering answering) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] body =
              answering
                  .answer(exchange.getRequestURI().toString(), asked)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.getResponseHeaders().add("Access-Token", "bgINB4atOxd8SMNvtOTDxg");
          exchange.getResponseHeaders().add("Set-Cookie", "a=s3cr3t--c00kie; Path=/; swordfish");
          exchange
              .getResponseHeaders()
              .add("Location", "http://x/hunter2?token=QXkpLmNvrTsuvwXYzabc");
          exchange.getResponseHeaders().add("WWW-Authenticate", "swordfish realm=\"hunter2\"");
          exchange.sendResponseHeaders(422, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
