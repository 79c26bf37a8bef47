package dev.rekey.migrate.conformance;

import dev.rekey.migrate.conformance.Section.Check;
import dev.rekey.transcript.Captures;
import dev.rekey.transcript.Player;
import dev.rekey.transcript.Transcript;
import dev.rekey.transcript.Transcript.Exchange;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Tells stories to a server, one after the other, and holds its answers to what is written. */
public final class Suite {

  private final Stage stage;
  private final InstantSource clock;

  public Suite(Stage stage, InstantSource clock) {
    this.stage = stage;
    this.clock = clock;
  }

  /**
   * Tells one story.
   *
   * @throws IOException if the server cannot be prepared for it
   */
  public Section tell(Transcript story) throws IOException, InterruptedException {
    String name = story.name().substring(story.name().indexOf('/') + 1);
    return switch (stage.set(story)) {
      case Stage.Setting.Missing(String reason) -> new Section.Skipped(name, reason);
      case Stage.Setting.Ready ready -> new Section.Told(name, checks(ready));
    };
  }

  private List<Check> checks(Stage.Setting.Ready ready) throws InterruptedException {
    Captures captures = new Captures(ready.letters(), clock);
    Player player = new Player(ready.site(), captures, (_, _, _) -> {});
    Discretion discretion = new Discretion(captures, ready.secrets());
    List<Check> checks = new ArrayList<>();
    for (Exchange exchange : ready.story().exchanges()) {
      checks.add(check(exchange, player, discretion));
    }
    return List.copyOf(checks);
  }

  private static Check check(Exchange exchange, Player player, Discretion discretion)
      throws InterruptedException {
    try {
      var complaints = player.play(exchange);
      return complaints.isEmpty()
          ? new Check.Passed(exchange.title())
          : new Check.Failed(exchange.title(), complaints.stream().map(discretion::tell).toList());
    } catch (Captures.Uncaptured e) {
      return new Check.Broken(exchange.title(), "not asked: " + e.getMessage());
    } catch (IOException | IllegalStateException e) {
      return new Check.Broken(exchange.title(), discretion.tell(String.valueOf(e.getMessage())));
    }
  }
}
