package dev.rekey.core.incident;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.BulkDeeds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done to many accounts, is being done, or waits for somebody who approves it. */
public final class SeeDeeds {

  private static final int MOST = 50;

  private final BulkDeeds deeds;
  private final Accounts accounts;
  private final InstantSource clock;

  public SeeDeeds(BulkDeeds deeds, Accounts accounts, InstantSource clock) {
    this.deeds = deeds;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Who looks.
   *
   * @param deed this one only; empty for the latest
   */
  public record Command(Steward by, Optional<Long> deed) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * As they are now, newest first.
     *
     * @param names what those are called who had a hand in them, but for those who are gone
     */
    record Seen(List<BulkDeed> deeds, Map<AccountId, String> names, Instant at) implements Outcome {

      public Seen {
        deeds = List.copyOf(deeds);
        names = Map.copyOf(names);
      }
    }

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!Rights.mayLook(command.by())) {
      return new Outcome.NotAllowed();
    }
    List<BulkDeed> found =
        command
            .deed()
            .map(id -> deeds.find(id).stream().toList())
            .orElseGet(() -> deeds.latest(MOST));
    return new Outcome.Seen(found, names(found), clock.instant());
  }

  private Map<AccountId, String> names(List<BulkDeed> found) {
    return found.stream()
        .flatMap(SeeDeeds::hands)
        .distinct()
        .map(accounts::find)
        .flatMap(Optional::stream)
        .collect(Collectors.toMap(Account::id, one -> one.logins().display()));
  }

  private static Stream<AccountId> hands(BulkDeed deed) {
    return Stream.of(Optional.of(deed.proposal()), deed.decision(), deed.undo())
        .flatMap(Optional::stream)
        .flatMap(mandate -> mandate.by().stream());
  }
}
