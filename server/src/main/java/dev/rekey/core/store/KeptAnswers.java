package dev.rekey.core.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What was answered to requests that bear a key, so that a repetition gets the same answer, after a
 * restart and on every node. An answer may hold a token and a request a password: both are sealed
 * before they are stored.
 */
public interface KeptAnswers {

  /**
   * Takes the key for this request, unless somebody has it: of any number at once exactly one takes
   * it.
   *
   * @param key digested already; tells nothing
   * @param request what the request is known again by
   */
  Taking take(String key, byte[] request, Lease lease);

  /**
   * For how long a key is taken.
   *
   * @param now what has run out by then does not count
   * @param until who has taken it and was not heard of by then has lost it
   */
  record Lease(Instant now, Instant until) {}

  /** What came of it. */
  sealed interface Taking {

    /** It is ours, until the lease runs out. */
    record Ours() implements Taking {}

    /** Somebody works on the same request. */
    record UnderWay() implements Taking {}

    /** The key came with another request before. */
    record Another() implements Taking {}

    /** The same request was answered with this. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares answers
    record Answered(byte[] answer) implements Taking {}
  }

  /**
   * Keeps the answer for as long as {@code until}, or gives the key back when there is none. Does
   * nothing when the lease was lost meanwhile.
   */
  void settle(String key, Lease lease, Optional<Kept> kept);

  /** An answer, and until when it is kept. */
  @SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares answers
  record Kept(byte[] answer, Instant until) {}
}
