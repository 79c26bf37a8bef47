package dev.rekey.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.transcript.Transcript.Exchange;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** All transcripts of all dialects, as tests against one server. */
public final class Stories {

  private Stories() {}

  /** A test for each file, each on an emptied database. */
  public static Stream<DynamicTest> on(TestServer server) {
    return tests(Shipped.all(), server, (_, _, _) -> {});
  }

  /** The same for the stories of one wire, with a witness. */
  public static Stream<DynamicTest> of(String wire, TestServer server, Witness witness) {
    return tests(Shipped.of(wire), server, witness);
  }

  private static Stream<DynamicTest> tests(
      List<Transcript> stories, TestServer server, Witness witness) {
    return stories.stream()
        .map(story -> DynamicTest.dynamicTest(story.name(), () -> play(story, server, witness)));
  }

  private static void play(Transcript story, TestServer server, Witness witness) throws Exception {
    if (story.settings().isEmpty()) {
      tell(story, server, witness);
      return;
    }
    try (TestServer another = server.another(story.settings())) {
      tell(story, another, witness);
    }
  }

  private static void tell(Transcript story, TestServer server, Witness witness) throws Exception {
    server.wipe();
    story.accounts().forEach(server::create);
    Letterbox letterbox = new Letterbox(server.mailFolder());
    Captures captures = new Captures(letterbox::nextToken, InstantSource.system());
    Player player = new Player(Site.local(server.port()), captures, witness);
    for (Exchange exchange : story.exchanges()) {
      assertThat(player.play(exchange)).as(exchange.title()).isEmpty();
    }
  }
}
