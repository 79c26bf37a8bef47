package dev.rekey.admin;

import dev.rekey.core.chronicle.HashingLoad;
import dev.rekey.core.steward.ViewServer;
import dev.rekey.page.When;
import java.util.List;

/**
 * What matters at this moment.
 *
 * @param hashing how many threads of how many are at work
 * @param hashingManner how it looks: {@code bad}, {@code warn} or nothing
 * @param queue how many wait, of how many that may
 * @param letters that are owed
 * @param lettersManner as above
 * @param lettersSince since when the oldest is; empty when there is none
 */
public record Vitals(
    String hashing,
    String hashingManner,
    String queue,
    String letters,
    String lettersManner,
    String lettersSince,
    List<NodeView> nodes) {

  /** So many letters wait even when all is well. */
  private static final int SOME_LETTERS = 50;

  public Vitals {
    nodes = List.copyOf(nodes);
  }

  /** A running server. */
  public record NodeView(String name, String version, String since) {}

  static Vitals of(Desk desk, ViewServer.Outcome.Seen seen) {
    HashingLoad load = seen.load();
    return new Vitals(
        desk.say("overview.of", load.busy(), load.threads()),
        load.waiting() > load.places() / 2 ? "bad" : load.waiting() > 0 ? "warn" : "",
        desk.say("overview.waiting", load.waiting(), load.places()),
        desk.say("overview.number", seen.letters()),
        seen.letters() > SOME_LETTERS ? "warn" : "",
        seen.oldest()
            .map(at -> desk.say("overview.since", When.minute(desk.frame(), at)))
            .orElse(""),
        seen.nodes().stream()
            .map(node ->
                new NodeView(
                    node.name(), node.version(), When.minute(desk.frame(), node.startedAt())))
            .toList());
  }
}
