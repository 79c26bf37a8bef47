package dev.rekey.core.arrival;

import dev.rekey.core.account.Logins;

/** What becomes of an arrival. */
public sealed interface Verdict {

  /** It becomes an account. */
  record Taken(Arrival arrival) implements Verdict {}

  /**
   * It becomes an account, not quite as it came.
   *
   * @param how what is otherwise, in words
   */
  record Renamed(Arrival arrival, String how) implements Verdict {}

  /**
   * It is somebody who is here already.
   *
   * @param names what that account is called from now on
   * @param ids those of its ids that it gets from the arrival
   */
  record Merged(Arrival arrival, Occupied.Holder holder, Logins names, Arrival.Ids ids, String how)
      implements Verdict {}

  /**
   * It is not taken.
   *
   * @param why in words, without a secret
   */
  record Refused(Arrival arrival, String why) implements Verdict {}
}
