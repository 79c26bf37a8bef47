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

  /** Stands beside a story and sees every answer as it comes. */
  @FunctionalInterface
  public interface Witness {

    /**
     * @param line the request's first line, such as {@code GET /v1/users HTTP/1.1}
     * @param headers the header lines that the story gives it
     */
    void sees(String line, List<String> headers, Wire.Answer answer);
  }

  /** A test for each file, each on an emptied database. */
  public static Stream<DynamicTest> on(TestServer server) {
    return tests(files().stream(), server, (_, _, _) -> {});
  }

  /** The same for the stories of one wire, with a witness. */
  public static Stream<DynamicTest> of(String wire, TestServer server, Witness witness) {
    return tests(
        files().stream().filter(file -> file.startsWith(ROOT.resolve(wire))), server, witness);
  }

  private static Stream<DynamicTest> tests(Stream<Path> files, TestServer server, Witness witness) {
    return files.map(file ->
        DynamicTest.dynamicTest(
            ROOT.relativize(file).toString(), () -> play(file, server, witness)));
  }

  /** The transcripts there are. */
  public static List<Path> files() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".http")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void play(Path file, TestServer server, Witness witness) throws Exception {
    Transcript transcript = Transcript.read(file);
    if (transcript.settings().isEmpty()) {
      play(transcript, server, witness);
      return;
    }
    try (TestServer another = server.another(transcript.settings())) {
      play(transcript, another, witness);
    }
  }

  private static void play(Transcript transcript, TestServer server, Witness witness)
      throws Exception {
    server.wipe();
    transcript.accounts().forEach(server::create);
    Letterbox letterbox = new Letterbox(server.mailFolder());
    Player player = new Player(server.port(), new Captures(letterbox::nextToken), witness);
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
