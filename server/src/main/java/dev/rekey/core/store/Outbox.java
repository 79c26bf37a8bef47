package dev.rekey.core.store;

import dev.rekey.core.letter.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Letters that are owed and not delivered yet; the mail room empties it. */
public interface Outbox {

  /**
   * Takes up to {@code limit} letters that are due and leases them until {@code leaseUntil}, so
   * that no other node takes the same one; a lease that runs out makes its letter due again.
   */
  List<Due> take(int limit, Instant now, Instant leaseUntil);

  /** The letter is with the mail server: its row goes. */
  void delivered(long id);

  /** It is not; it is due again at {@code next}. */
  void postponed(long id, Instant next);

  /** How many letters are owed. */
  long waiting();

  /** Since when the letter that has waited longest is owed, if one is. */
  Optional<Instant> waitingSince();

  /** When the next letter is due, if one is owed. */
  Optional<Instant> nextDue();

  /** A letter with its key and how often its delivery failed so far. */
  record Due(long id, int failures, Letter letter) {}
}
