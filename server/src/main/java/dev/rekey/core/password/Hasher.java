package dev.rekey.core.password;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes hashes of passwords and verifies them, as much of it at once as the machine bears.
 *
 * <p>Whoever wants a hash reserves a slot first, before anything is looked up, so that an
 * overloaded server says the same to everybody.
 */
public interface Hasher extends AutoCloseable {

  /** Asks for a slot, without waiting for one. */
  Admission reserve(Source source);

  /**
   * Does the work in a slot and gives it back, or says what is said when there is none, or none in
   * time. Before its first hash the work must change nothing.
   */
  default <R> R inSlot(Source source, Function<Slot, R> work, Function<Duration, R> otherwise) {
    return switch (reserve(source)) {
      case Full(Duration retryAfter) -> otherwise.apply(retryAfter);
      case Slot slot -> {
        try (slot) {
          yield work.apply(slot);
        } catch (TooLateException late) {
          yield otherwise.apply(late.retryAfter());
        }
      }
    };
  }

  /** Hands out no more slots and lets running work finish. */
  @Override
  void close();

  /** Whether there was a slot. */
  sealed interface Admission permits Full, Slot {}

  /** There is too much to do already. */
  record Full(Duration retryAfter) implements Admission {}

  /**
   * A place in the queue, for one caller, for as many hashes one after the other as it takes.
   *
   * <p>A caller who is interrupted while waiting stays interrupted and gets a {@link
   * java.util.concurrent.CancellationException}. One whose first hash has not begun when patience
   * is at its end gets a {@link TooLateException}; what has begun is finished.
   */
  non-sealed interface Slot extends Admission, AutoCloseable {

    /**
     * Verifies a password. Takes the work of one hash at the configured cost at least, whatever is
     * stored and even if nothing is, so that the time does not tell who has an account.
     */
    Verdict verify(Password password, Optional<PasswordHash> stored);

    /** Makes a hash with a salt of its own, at the configured cost. */
    PasswordHash seal(Password password);

    /** Gives the slot back; a second time does nothing. */
    @Override
    void close();
  }

  /** Others went first for longer than anybody is made to wait; nothing was computed. */
  final class TooLateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooLateException(Duration retryAfter) {
      super("waited too long for a hash", null, false, false);
      this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** What a password is to a stored hash. */
  enum Verdict {
    NO_MATCH,
    MATCH,
    /** It matches, and the hash is not as it would be made today: seal it anew. */
    MATCH_OUTDATED
  }
}
