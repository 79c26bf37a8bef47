package dev.rekey.migrate.shadow;

import dev.rekey.TestServer;
import dev.rekey.migrate.relay.Relay;
import dev.rekey.migrate.relay.RelaySettings;
import dev.rekey.transcript.Captures;
import dev.rekey.transcript.Complaint;
import dev.rekey.transcript.Letterbox;
import dev.rekey.transcript.Player;
import dev.rekey.transcript.Site;
import dev.rekey.transcript.Transcript;
import dev.rekey.transcript.Transcript.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two Rekeys with the same accounts: one plays the old system, the other is in its shadow. */
final class Twins implements AutoCloseable {

  private final TestServer old;
  private final TestServer own;
  private final Shadow shadow;
  private final Relay relay;
  private final Path file;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Twins(TestServer old, TestServer own, Shadow shadow, Relay relay, Path file) {
    this.old = old;
    this.own = own;
    this.shadow = shadow;
    this.relay = relay;
    this.file = file;
  }

  static Twins in(Path folder) {
    return in(folder, Map.of(), Map.of());
  }

  static Twins in(Path folder, Map<String, String> ofOld, Map<String, String> ofOwn) {
    try {
      TestServer old = TestServer.onSqlite(Files.createDirectory(folder.resolve("old")), ofOld);
      TestServer own = TestServer.onSqlite(Files.createDirectory(folder.resolve("own")), ofOwn);
      Path file = folder.resolve("recording.jsonl");
      Shadow shadow =
          Shadow.begin(
              new Shadow.Plan(
                  Site.local(own.port()), file, Optional.of(own.mailFolder()), Shadow.HEADERS),
              InstantSource.system(),
              new SecureRandom());
      Relay relay = Relay.start(before(Site.local(old.port())), shadow, InstantSource.system());
      return new Twins(old, own, shadow, relay, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RelaySettings before(Site upstream) {
    return new RelaySettings(upstream, "127.0.0.1", 0, Duration.ofSeconds(30), 64 * 1024, 100);
  }

  void both(Map<String, String> account) {
    old.create(account);
    own.create(account);
  }

  int port() {
    return relay.port();
  }

  Path file() {
    return file;
  }

  /** Tells a story through the relay; what is not as written is returned. */
  List<Complaint> tell(Transcript story) throws Exception {
    story.accounts().forEach(this::both);
    Letterbox letters = new Letterbox(old.mailFolder());
    Player player =
        new Player(
            Site.local(port()),
            new Captures(letters::nextToken, InstantSource.system()),
            (_, _, _) -> {});
    for (Exchange exchange : story.exchanges()) {
      List<Complaint> complaints = player.play(exchange);
      if (!complaints.isEmpty()) {
        return complaints;
      }
    }
    return List.of();
  }

  /** Begins a story with the old system alone, and ends it through the relay. */
  List<Complaint> tellBlind(Transcript first, Transcript last) throws Exception {
    first.accounts().forEach(this::both);
    Captures captures =
        new Captures(
            parameter -> {
              throw new IllegalStateException(parameter);
            },
            InstantSource.system());
    new Player(Site.local(old.port()), captures, (_, _, _) -> {})
        .play(first.exchanges().getFirst());
    return new Player(Site.local(port()), captures, (_, _, _) -> {})
        .play(last.exchanges().getFirst());
  }

  /** Ends the recording and reads it. */
  List<Line> lines() {
    close();
    List<Line> lines = new ArrayList<>();
    Line.readAll(file, lines::add);
    return lines;
  }

  String text() throws IOException {
    close();
    return Files.readString(file);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      relay.close();
      shadow.close();
      old.close();
      own.close();
    }
  }
}
