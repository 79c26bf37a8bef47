package dev.rekey.core.steward;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.adoption.Departure;
import dev.rekey.core.adoption.Figures;
import dev.rekey.core.adoption.Health;
import dev.rekey.core.adoption.Upstream;
import dev.rekey.core.store.Adoptions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A steward sees how many people have come over from the old systems, and who has not. */
public final class ViewAdoption {

  private final List<Source> sources;
  private final Adoptions adoptions;
  private final InstantSource clock;

  /**
   * @param sources the old systems, each behind its mount
   */
  public ViewAdoption(List<Source> sources, Adoptions adoptions, InstantSource clock) {
    this.sources = List.copyOf(sources);
    this.adoptions = adoptions;
    this.clock = clock;
  }

  /**
   * An old system.
   *
   * @param mount behind which it lies
   * @param address where it is
   * @param expected how many people are expected from there, where somebody has said
   * @param until from when on it is asked no more
   */
  public record Source(
      String mount,
      Realm realm,
      String address,
      Optional<Integer> expected,
      Optional<LocalDate> until,
      Upstream upstream) {}

  /** Who looks. */
  public record Command(Steward by) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** How each move goes. */
    record Seen(Instant now, List<Move> moves) implements Outcome {
      public Seen {
        moves = List.copyOf(moves);
      }
    }

    record NotAllowed() implements Outcome {}
  }

  /**
   * How the move from one old system goes.
   *
   * @param unseen how many are expected and not known here at all; empty where nobody has said how
   *     many there are
   */
  public record Move(
      Source source, Figures figures, Optional<Long> unseen, Health health, Departure departure) {

    /** How many are known not to have come. */
    public long left() {
      return figures.passwordless() + unseen.orElse(0L);
    }
  }

  public Outcome handle(Command command) {
    return command.by().may(Capability.VIEW_SERVER) ? look() : new Outcome.NotAllowed();
  }

  private Outcome look() {
    Instant now = clock.instant();
    return new Outcome.Seen(now, sources.stream().map(source -> look(source, now)).toList());
  }

  /** Whoever has come says nothing of how many there were. */
  private static Optional<Long> left(Figures figures, Optional<Long> unseen) {
    long known = figures.passwordless() + unseen.orElse(0L);
    return Optional.of(known).filter(left -> unseen.isPresent() || left > 0);
  }

  private Move look(Source source, Instant now) {
    Figures figures = adoptions.figures(source.realm(), source.mount(), now);
    long known = figures.all() + figures.passwordless();
    Optional<Long> unseen = source.expected().map(all -> Math.max(0L, all - known));
    Departure.Course course =
        new Departure.Course(
            figures.all(), figures.first(), figures.last(), figures.days(), left(figures, unseen));
    return new Move(
        source,
        figures,
        unseen,
        source.upstream().health(),
        Departure.of(course, source.until(), now));
  }
}
