package dev.rekey.migrate.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.transcript.Shipped;
import dev.rekey.transcript.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole sessions are followed, though every token, ticket and cookie has another value in Rekey.
 */
class SessionsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devise/document-000",
        "devise/document-001",
        "devise/current-user",
        "tokenauth/seed-004",
        "tokenauth/session",
        "tokenauth/reset",
        "ocariot/seed",
        "onezone/seed-003",
        "onezone/named-tokens"
      })
  void aStoryIsFollowedToItsEnd(String name) throws Exception {
    try (Twins twins = Twins.in(folder, Map.of(), Map.of())) {
      Transcript story = session(name);
      assertThat(twins.tell(story)).isEmpty();
      List<Line> lines = twins.lines();

      assertThat(lines.size()).isEqualTo(story.exchanges().size());
      assertThat(lines.stream().filter(line -> !line.verdict().equals("equal"))).isEmpty();
    }
  }

  /** Without a race at the end: who wins one in Rekey is not who won it in the old system. */
  private static Transcript session(String name) {
    Transcript all =
        Shipped.all().stream().filter(story -> story.name().equals(name)).findFirst().orElseThrow();
    return new Transcript(
        all.name(),
        all.settings(),
        all.accounts(),
        all.exchanges().stream().takeWhile(exchange -> exchange.times() == 1).toList());
  }
}
