package dev.rekey.transcript;

import dev.rekey.TestServer;
import dev.rekey.cli.demo.Letterbox;
import dev.rekey.transcript.Transcript.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** All transcripts of all dialects, as tests against one server. */
public final class Stories {

  private static final Path ROOT = root();

  private Stories() {}

  /** A test for each file, each on an emptied database. */
  public static Stream<DynamicTest> on(TestServer server) {
    return files().stream()
        .map(file ->
            DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> play(file, server)));
  }

  /** The transcripts there are. */
  public static List<Path> files() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".http")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void play(Path file, TestServer server) throws Exception {
    Transcript transcript = Transcript.read(file);
    server.wipe();
    transcript.accounts().forEach(server::create);
    Letterbox letterbox = new Letterbox(server.mailFolder());
    Player player = new Player(server.port(), new Captures(letterbox::nextResetToken));
    for (Exchange exchange : transcript.exchanges()) {
      player.play(exchange);
    }
  }

  private static Path root() {
    try {
      return Path.of(Stories.class.getResource("/dev/rekey/dialect").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
