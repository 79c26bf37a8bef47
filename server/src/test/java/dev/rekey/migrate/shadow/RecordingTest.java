package dev.rekey.migrate.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.TestServer;
import dev.rekey.migrate.conformance.Section;
import dev.rekey.migrate.conformance.Stage;
import dev.rekey.migrate.conformance.Suite;
import dev.rekey.transcript.Site;
import dev.rekey.transcript.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read out of a recording: how much differs and where, and a story to be told again. */
class RecordingTest {

  private static final Transcript SIGN_IN_AND_OUT =
      Transcript.parse(
          "trial",
          """
          @account role=operator email=lettie@example.org password="quiet harbour lantern" number=17

          >>> in
          POST /api/v1/users/sign_in HTTP/1.1
          Content-Type: application/json

          {"user":{"email":"lettie@example.org","password":"quiet harbour lantern"}}
          <<<
          200
          authorization: Bearer {{token:jwt}}
          ~anybody

          ===
          >>> who
          GET /api/v1/users HTTP/1.1
          Authorization: Bearer {{token}}

          <<<
          200
          ~anybody

          ===
          >>> out
          DELETE /api/v1/users/sign_out HTTP/1.1
          Authorization: Bearer {{token}}

          <<<
          204

          ===
          >>> out again, without a token
          DELETE /api/v1/users/sign_out HTTP/1.1

          <<<
          204
          """);

  @TempDir Path folder;

  private static String report(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report.of(file).print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aDifferenceIsCountedAndShownWhereItIs() throws Exception {
    Twins twins = Twins.in(folder, Map.of(), Map.of("mounts.devise.sign-out-status", "401"));
    assertThat(twins.tell(SIGN_IN_AND_OUT)).isEmpty();
    twins.close();

    assertThat(report(twins.file()))
        .contains("4 exchanges: 2 equal, 2 different, 0 not followed, 0 not asked, 0 missed.")
        .contains("      0       2      0  DELETE /api/v1/users/sign_out")
        .contains("status, 2 times, first at ")
        .contains("upstream  204")
        .contains("Rekey     401");
    assertThat(Report.of(twins.file()).equal()).isFalse();
  }

  @Test
  void aCredentialFromBeforeTheRecordingIsNoDifference() throws Exception {
    Twins twins = Twins.in(folder);
    Transcript blind =
        Transcript.parse(
            "trial",
            """
            >>> a token of the old system's own
            GET /api/v1/users HTTP/1.1
            Authorization: Bearer {{token}}

            <<<
            200
            ~anybody
            """);
    assertThat(twins.tellBlind(SIGN_IN_AND_OUT, blind)).isEmpty();
    twins.close();

    assertThat(report(twins.file())).contains("0 different, 1 not followed");
  }

  @Test
  void aRecordingIsAStoryThatAnotherServerCanBeTold() throws Exception {
    Twins twins = Twins.in(folder);
    assertThat(twins.tell(SIGN_IN_AND_OUT)).isEmpty();
    twins.close();
    Replay replay = Replay.of(twins.file());
    assertThat(replay.accounts()).hasSize(1);

    try (TestServer third =
        TestServer.onSqlite(Files.createDirectory(folder.resolve("third")), Map.of())) {
      Map<String, String> account =
          new HashMap<>(Transcript.attributes(replay.accounts().getFirst()));
      account.put("role", "operator");
      third.create(account);

      assertThat(told(replay, third))
          .isInstanceOfSatisfying(
              Section.Told.class,
              told ->
                  assertThat(told.checks())
                      .hasSize(4)
                      .allMatch(Section.Check.Passed.class::isInstance));
    }
    try (TestServer other =
        TestServer.onSqlite(
            Files.createDirectory(folder.resolve("other")),
            Map.of("mounts.devise.prefix", "/elsewhere"))) {
      assertThat(((Section.Told) told(replay, other)).whole()).isFalse();
    }
  }

  private static Section told(Replay replay, TestServer server)
      throws IOException, InterruptedException {
    Stage stage =
        new Stage() {
          @Override
          public Setting set(Transcript story) {
            return new Setting.Ready(Site.local(server.port()), story, replay.source(), Set.of());
          }

          @Override
          public void close() {}
        };
    return new Suite(stage, InstantSource.system()).tell(replay.story());
  }

  @Test
  void whatIsNoRecordingIsSaidToBeNone() throws Exception {
    Path file = folder.resolve("some.json");
    for (String text :
        List.of("", "{}", "no json", "{\"recording\":\"rekey-shadow-1\"}\n{\"route\":")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> Report.of(file)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
