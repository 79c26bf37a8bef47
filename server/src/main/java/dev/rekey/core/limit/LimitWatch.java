package dev.rekey.core.limit;

/**
 * Somebody who is told whom the doorkeeper sends away, for numbers that people look at.
 *
 * <p>Called by many at once; whoever watches must be quick and throw nothing.
 */
@FunctionalInterface
public interface LimitWatch {

  /** Somebody was told: not now. */
  void sentAway(Reason reason);

  /** Looks away. */
  static LimitWatch none() {
    return _ -> {};
  }

  /** Why. */
  enum Reason {
    /** Too many tries failed at the account, or from the address: the next must wait. */
    WAIT,
    /** So many failed that only the owner's letter opens the account. */
    LOCKED,
    /** No more letters for the account, or from the address, for the time being. */
    LETTERS,
    /** No more accounts from the address for the time being. */
    SIGN_UPS,
    /** No more passwords from the address are judged for the time being. */
    CHECKS,
    /** No more codes for the account, or from the address, are looked at for the time being. */
    CODES
  }
}
