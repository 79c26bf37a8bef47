package dev.rekey.core.proof;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One after the other, for each name: whoever comes second waits, and not for long. */
final class Turns {

  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  /** The name's turn; empty when others had it for longer than that. */
  Optional<Held> enter(String name, Duration patience) {
    Turn turn =
        turns.compute(
            name,
            (_, present) -> {
              Turn one = present == null ? new Turn() : present;
              one.concerned++;
              return one;
            });
    boolean mine = false;
    try {
      mine = turn.free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
      return mine ? Optional.of(new Held(name, turn)) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while another had the turn");
    } finally {
      if (!mine) {
        forget(name);
      }
    }
  }

  private void leave(String name, Turn turn) {
    turn.free.release();
    forget(name);
  }

  private void forget(String name) {
    turns.computeIfPresent(name, (_, turn) -> --turn.concerned == 0 ? null : turn);
  }

  /** A turn that somebody has; closing it lets the next one in. */
  final class Held implements AutoCloseable {

    private final String name;
    private final Turn turn;

    private Held(String name, Turn turn) {
      this.name = name;
      this.turn = turn;
    }

    @Override
    public void close() {
      leave(name, turn);
    }
  }

  /** {@code concerned} counts who has it or waits for it. */
  private static final class Turn {
    private final Semaphore free = new Semaphore(1, true);
    private int concerned;
  }
}
