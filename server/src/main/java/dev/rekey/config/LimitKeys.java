package dev.rekey.config;

import dev.rekey.core.limit.LimitSettings;
import java.time.Duration;

/** The keys of throttling. */
final class LimitKeys {

  /** NIST SP 800-63B-4 section 3.2.2 allows 100, and a few may be under way at once. */
  private static final int MOST_FAILURES = 90;

  private static final int MANY = 1_000_000;
  private static final LimitSettings STANDARD = LimitSettings.standard();

  private static final Key<Integer> FREE_PER_ACCOUNT =
      count(
          "limits.free-per-account",
          MOST_FAILURES,
          STANDARD.freePerAccount(),
          "How many failures of one account cost no waiting.");

  private static final Key<Integer> FREE_PER_ADDRESS =
      count(
          "limits.free-per-address",
          MANY,
          STANDARD.freePerAddress(),
          "How many failures from one address, on whatever accounts, cost no waiting.");

  private static final Key<Duration> FIRST_WAIT =
      time(
          "limits.first-wait",
          "100ms",
          "1h",
          STANDARD.firstWait(),
          "The first wait; it doubles with each further failure.");

  private static final Key<Duration> LONGEST_WAIT =
      time("limits.longest-wait", "1s", "7d", STANDARD.longestWait(), "Where the doubling ends.");

  private static final Key<Integer> MOST_PER_ACCOUNT =
      count(
          "limits.most-per-account",
          MOST_FAILURES,
          STANDARD.mostPerAccount(),
          "After how many failures on end only a reset opens the account to strangers again.");

  private static final Key<Duration> ADDRESS_MEMORY =
      time(
          "limits.address-memory",
          "1m",
          "30d",
          STANDARD.addressMemory(),
          "After how long without a failure an address starts anew.");

  private static final Key<Duration> LANE_MEMORY =
      time(
          "limits.lane-memory",
          "1m",
          "365d",
          STANDARD.laneMemory(),
          "How long an address from which somebody signed in well is known to the account.");

  private static final Key<Integer> LETTERS_PER_ACCOUNT =
      count(
          "limits.letters-per-account",
          MANY,
          STANDARD.lettersPerAccount(),
          "How many reset letters one account gets within the window.");

  private static final Key<Integer> LETTERS_PER_ADDRESS =
      count(
          "limits.letters-per-address",
          MANY,
          STANDARD.lettersPerAddress(),
          "How many reset letters one address may ask for within the window.");

  private static final Key<Integer> SIGN_UPS_PER_ADDRESS =
      count(
          "limits.sign-ups-per-address",
          MANY,
          STANDARD.signUpsPerAddress(),
          "How often one address may try to make an account for itself within the window.");

  private static final Key<Duration> LETTER_WINDOW =
      time(
          "limits.letter-window",
          "1m",
          "30d",
          STANDARD.letterWindow(),
          "The window for all three.");

  static final Section SECTION =
      Section.of(
          "Throttling",
          "Counters survive a restart.",
          FREE_PER_ACCOUNT,
          FREE_PER_ADDRESS,
          FIRST_WAIT,
          LONGEST_WAIT,
          MOST_PER_ACCOUNT,
          ADDRESS_MEMORY,
          LANE_MEMORY,
          LETTERS_PER_ACCOUNT,
          LETTERS_PER_ADDRESS,
          SIGN_UPS_PER_ADDRESS,
          LETTER_WINDOW);

  private LimitKeys() {}

  static LimitSettings read(Answers answers) {
    LimitSettings limits =
        new LimitSettings(
            answers.of(FREE_PER_ACCOUNT),
            answers.of(FREE_PER_ADDRESS),
            answers.of(FIRST_WAIT),
            answers.of(LONGEST_WAIT),
            answers.of(MOST_PER_ACCOUNT),
            answers.of(ADDRESS_MEMORY),
            answers.of(LANE_MEMORY),
            answers.of(LETTERS_PER_ACCOUNT),
            answers.of(LETTERS_PER_ADDRESS),
            answers.of(SIGN_UPS_PER_ADDRESS),
            answers.of(LETTER_WINDOW));
    refuseContradictions(answers, limits);
    return limits;
  }

  private static void refuseContradictions(Answers answers, LimitSettings limits) {
    if (limits.firstWait().compareTo(limits.longestWait()) > 0) {
      answers.contradiction(
          FIRST_WAIT,
          "found " + Times.write(limits.firstWait()),
          "no more than limits.longest-wait, " + Times.write(limits.longestWait()) + ", would do");
    }
    if (limits.freePerAccount() > limits.mostPerAccount()) {
      answers.contradiction(
          FREE_PER_ACCOUNT,
          "found " + limits.freePerAccount(),
          "no more than limits.most-per-account, " + limits.mostPerAccount() + ", would do");
    }
  }

  private static Key<Integer> count(String name, int most, int standard, String sentence) {
    return Key.of(name, Kinds.integer(1, most), Integer.toString(standard), sentence);
  }

  private static Key<Duration> time(
      String name, String least, String most, Duration standard, String sentence) {
    return Key.of(name, Times.between(least, most), Times.write(standard), sentence);
  }
}
