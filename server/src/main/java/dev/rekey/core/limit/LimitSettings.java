package dev.rekey.core.limit;

import java.time.Duration;

/**
 * How many failures are free and how the waits grow behind them.
 *
 * @param freePerAccount failures of one account before the first wait
 * @param freePerAddress failures from one address, on whatever accounts, before the first wait
 * @param firstWait doubles with each further failure
 * @param longestWait where the doubling ends
 * @param mostPerAccount consecutive failures after which only a reset opens the account to
 *     strangers again; eight more are possible from addresses that the account knows, then it is
 *     closed to everybody (NIST SP 800-63B-4 section 3.2.2 allows 100)
 * @param addressMemory an address without failures for so long starts anew
 * @param laneMemory how long an address is known to an account after a good sign-in
 * @param lettersPerAccount reset letters to one account within {@code letterWindow}
 * @param lettersPerAddress reset letters asked for by one address within {@code letterWindow}
 * @param signUpsPerAddress how often one address tries to make an account for itself within {@code
 *     letterWindow}
 */
public record LimitSettings(
    int freePerAccount,
    int freePerAddress,
    Duration firstWait,
    Duration longestWait,
    int mostPerAccount,
    Duration addressMemory,
    Duration laneMemory,
    int lettersPerAccount,
    int lettersPerAddress,
    int signUpsPerAddress,
    Duration letterWindow) {

  /** What strangers leave to the owner. */
  private static final int RESERVE = 8;

  public static LimitSettings standard() {
    return new LimitSettings(
        10,
        100,
        Duration.ofSeconds(1),
        Duration.ofHours(1),
        90,
        Duration.ofHours(1),
        Duration.ofDays(30),
        5,
        60,
        1000,
        Duration.ofHours(1));
  }

  /** How many consecutive failures of an account are possible from anywhere. */
  int mostOf(boolean knownAddress) {
    return knownAddress ? mostPerAccount + RESERVE : mostPerAccount;
  }

  /** The wait after so many failures, of which {@code free} cost nothing. */
  Duration waitAfter(long failures, int free) {
    if (failures < free) {
      return Duration.ZERO;
    }
    long doublings = Math.min(failures - free, 30);
    Duration wait = firstWait.multipliedBy(1L << doublings);
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }
}
