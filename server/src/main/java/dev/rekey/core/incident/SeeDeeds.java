package dev.rekey.core.incident;

import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.BulkDeeds;
import java.util.List;
import java.util.Optional;

/** What was done to many accounts, is being done, or waits for somebody who approves it. */
public final class SeeDeeds {

  private static final int MOST = 50;

  private final BulkDeeds deeds;

  public SeeDeeds(BulkDeeds deeds) {
    this.deeds = deeds;
  }

  /**
   * Who looks.
   *
   * @param deed this one only; empty for the latest
   */
  public record Command(Steward by, Optional<Long> deed) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Newest first. */
    record Seen(List<BulkDeed> deeds) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!Rights.mayLook(command.by())) {
      return new Outcome.NotAllowed();
    }
    return new Outcome.Seen(
        command
            .deed()
            .map(id -> deeds.find(id).stream().toList())
            .orElseGet(() -> deeds.latest(MOST)));
  }
}
