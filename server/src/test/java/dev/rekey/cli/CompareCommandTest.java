package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rekey compare} and {@code rekey shadow} at the terminal: exit codes, and what is said. */
class CompareCommandTest {

  private static final String EQUAL =
      """
      {"recording":"rekey-shadow-1","at":"2026-01-01T00:00:00Z"}
      {"at":"2026-01-01T00:00:01Z","route":"GET /v1/users","verdict":"equal","request":{"line":"GET /v1/users HTTP/1.1","headers":[],"body":""},"upstream":{"status":200,"headers":[],"body":""},"rekey":{"status":200,"headers":[],"body":""}}
      """;

  private static final String DIFFERENT =
      """
      {"at":"2026-01-01T00:00:02Z","route":"GET /v1/users","verdict":"different","upstream":{"status":200},"rekey":{"status":500},"differences":[{"place":"status","upstream":"200","rekey":"500"}]}
      {"ended":"2026-01-01T00:00:03Z","tokens":3,"otherIds":1,"missed":2}
      """;

  @TempDir Path folder;

  private Said compare(String recording) throws IOException {
    return Terminal.run(
        "compare", Files.writeString(folder.resolve("run.jsonl"), recording).toString());
  }

  @Test
  void theExitCodeSaysWhetherSomethingDiffers() throws IOException {
    Said equal = compare(EQUAL);
    assertThat(equal.code()).isZero();
    assertThat(equal.out())
        .contains("1 exchanges: 1 equal, 0 different, 0 not followed, 0 not asked, 0 missed.")
        .contains("has no end");

    Said different = compare(EQUAL + DIFFERENT);
    assertThat(different.code()).isEqualTo(1);
    assertThat(different.out())
        .contains("2 exchanges: 1 equal, 1 different, 0 not followed, 0 not asked, 2 missed.")
        .contains("Followed 3 tokens; 1 accounts have another id in Rekey.");
  }

  @Test
  void whatIsNoRecordingIsNotCompared() throws IOException {
    assertThat(compare("hello\n").code()).isEqualTo(2);
    assertThat(compare("hello\n").err()).contains("line 1 is cut short or no JSON");
    Said absent = Terminal.run("compare", folder.resolve("nowhere").toString());
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("there is no ");
  }

  @Test
  void aReplayNeedsAServer() throws IOException {
    Path file = Files.writeString(folder.resolve("run.jsonl"), EQUAL);

    assertThat(Terminal.run("compare", file.toString(), "--replay").code()).isEqualTo(2);
  }

  @Test
  void aShadowNeedsAnUpstreamThatIsOne() {
    String file = folder.resolve("run.jsonl").toString();
    for (List<String> wrong :
        List.of(
            List.of("--upstream", "old.example.org"),
            List.of("--upstream", "http://old.example.org/base"),
            List.of("--upstream", "http://name:secret@old.example.org"),
            List.of("--upstream", "http://old.example.org", "--listen", "8080"),
            List.of("--upstream", "http://old.example.org", "--timeout", "0"))) {
      Said said =
          Terminal.run(
              "shadow",
              "--record",
              file,
              wrong.get(0),
              wrong.get(1),
              wrong.size() > 2 ? wrong.get(2) : "--listen",
              wrong.size() > 2 ? wrong.get(3) : "127.0.0.1:0");

      assertThat(said.code()).as(wrong.toString()).isEqualTo(2);
      assertThat(said.err()).doesNotContain("secret@");
      assertThat(Path.of(file)).doesNotExist();
    }
  }
}
