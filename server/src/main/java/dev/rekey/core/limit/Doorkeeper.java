package dev.rekey.core.limit;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.store.Attempts;
import dev.rekey.core.store.Attempts.Tally;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Keeps count of failed tries, makes those who fail often wait ever longer, and lets only a few try
 * one account at the same moment, so that the count cannot be outrun.
 *
 * <p>An account is counted whether it exists or not: under its id, else under a digest of the typed
 * name. From an address where its owner signed in before, an account is counted apart (its lane),
 * so that strangers who guess cannot shut the owner out; what all of them fail together is counted
 * too, and ends before the hundredth time.
 */
public final class Doorkeeper {

  private static final int AT_ONCE = 4;

  /** Somebody who types may have every change judged; a program may not try a whole list. */
  private static final int CHECKS_PER_ADDRESS = 600;

  private static final int CODES_PER_ACCOUNT = 10;

  /** How often a lane's memory is renewed while its owner comes every day. */
  private static final Duration NOTED_AGAIN = Duration.ofDays(1);

  private final Attempts attempts;
  private final LimitSettings settings;
  private final InstantSource clock;
  private final LimitWatch watch;
  private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();

  public Doorkeeper(Attempts attempts, LimitSettings settings, InstantSource clock) {
    this(attempts, settings, clock, LimitWatch.none());
  }

  /** The same, with somebody who is told of everyone who is sent away. */
  public Doorkeeper(
      Attempts attempts, LimitSettings settings, InstantSource clock, LimitWatch watch) {
    this.attempts = attempts;
    this.settings = settings;
    this.clock = clock;
    this.watch = watch;
  }

  /** May this address try the account, known or not, that was named {@code typed}? */
  public Admission knock(Realm realm, Optional<AccountId> known, String typed, Origin origin) {
    Keys keys = keys(realm, known, typed, origin);
    Turnstile turnstile = enter(keys.account());
    Runnable departure = () -> leave(keys.account(), turnstile);
    try {
      Admission admission = decide(keys, departure);
      if (admission instanceof Admission.Closed(_, boolean locked)) {
        departure.run();
        watch.sentAway(locked ? LimitWatch.Reason.LOCKED : LimitWatch.Reason.WAIT);
      }
      return admission;
    } catch (RuntimeException e) {
      departure.run();
      throw e;
    }
  }

  /** The counters that stand against an account; a steward who sets its password clears them. */
  public List<String> countersOf(Realm realm, AccountId account) {
    String key = accountKey(realm, Optional.of(account), "");
    return List.of(key, totalKey(key));
  }

  /** The same, and the owner is known at this address from now on; a completed reset does that. */
  public List<String> countersOf(Realm realm, AccountId account, Origin origin) {
    Keys keys = keys(realm, Optional.of(account), "", origin);
    return List.of(keys.account(), keys.total(), keys.lane());
  }

  /**
   * How many more times a stranger may fail at the account, known or not, that was named {@code
   * typed} before only its owner's letter opens it; below zero where somebody at a known address
   * went on.
   */
  public long triesLeft(Realm realm, Optional<AccountId> known, String typed) {
    String key = totalKey(accountKey(realm, known, typed));
    return settings.mostPerAccount() - countOf(attempts.read(List.of(key)), key);
  }

  /**
   * How an account stands with strangers.
   *
   * @param failures what failed at it since the last good sign-in or reset
   * @param retryAfter how long a stranger's next try is sent away
   * @param locked whether only its owner, or a steward, opens it again
   */
  public record Standing(long failures, Duration retryAfter, boolean locked) {}

  public Standing standing(Realm realm, AccountId account) {
    String key = accountKey(realm, Optional.of(account), "");
    Map<String, Tally> tallies = attempts.read(List.of(key, totalKey(key)));
    long failures = countOf(tallies, totalKey(key));
    return new Standing(
        failures,
        waitForAccount(tally(tallies, key), clock.instant()),
        failures >= settings.mostPerAccount());
  }

  /** May one more reset letter leave for the account, known or not, that was named so? */
  public boolean mayWriteTo(Realm realm, Optional<AccountId> known, String typed) {
    return withinLetterWindow(
        "letter:" + accountKey(realm, known, typed),
        settings.lettersPerAccount(),
        LimitWatch.Reason.LETTERS);
  }

  /** May this address ask for one more reset letter, for whomever? */
  public boolean mayAskForLetters(Origin origin) {
    return withinLetterWindow(
        "letter:" + addressKey(origin), settings.lettersPerAddress(), LimitWatch.Reason.LETTERS);
  }

  /** May this address make one more account for itself? */
  public boolean maySignUp(Origin origin) {
    return withinLetterWindow(
        "sign-up:" + addressKey(origin), settings.signUpsPerAddress(), LimitWatch.Reason.SIGN_UPS);
  }

  /** May this address have one more password judged, whoever's it would be? */
  public boolean mayCheckPasswords(Origin origin) {
    return withinLetterWindow(
        "check:" + addressKey(origin), CHECKS_PER_ADDRESS, LimitWatch.Reason.CHECKS);
  }

  /**
   * May one more code be typed for the account, known or not, that was named {@code typed}? It is
   * counted before it is compared, and neither a newer letter nor a reset forgives it.
   */
  public boolean mayTypeCode(Realm realm, Optional<AccountId> known, String typed) {
    return withinLetterWindow(
        "code:" + accountKey(realm, known, typed), CODES_PER_ACCOUNT, LimitWatch.Reason.CODES);
  }

  /** May this address type one more code, for whomever? */
  public boolean mayTypeCodes(Origin origin) {
    return withinLetterWindow(
        "code:" + addressKey(origin), settings.lettersPerAddress(), LimitWatch.Reason.CODES);
  }

  public Duration letterWindow() {
    return settings.letterWindow();
  }

  private boolean withinLetterWindow(String key, int most, LimitWatch.Reason otherwise) {
    Instant now = clock.instant();
    boolean within = attempts.countWithin(key, most, now.minus(settings.letterWindow()), now);
    if (!within) {
      watch.sentAway(otherwise);
    }
    return within;
  }

  /**
   * The counters of one knock.
   *
   * @param account what strangers fail at the account
   * @param lane what somebody at this address fails at it, once the owner was there
   * @param total what everybody fails at it, since the last good sign-in or reset
   * @param address what this address fails at any account
   */
  private record Keys(String account, String lane, String total, String address) {}

  private Admission decide(Keys keys, Runnable departure) {
    Map<String, Tally> tallies =
        attempts.read(List.of(keys.account(), keys.lane(), keys.total(), keys.address()));
    Instant now = clock.instant();
    boolean known = isKnown(keys, tallies, now);
    String counted = known ? keys.lane() : keys.account();
    Duration wait =
        longer(
            waitForAccount(tally(tallies, counted), now),
            waitForAddress(keys.address(), tally(tallies, keys.address()), now));
    if (wait.isPositive()) {
      return new Admission.Closed(wait, countOf(tallies, keys.total()) >= settings.mostOf(known));
    }
    boolean ahead = countOf(tallies, keys.total()) >= settings.freePerAccount();
    if (ahead && !countAhead(keys, known, now)) {
      return new Admission.Closed(settings.longestWait(), true);
    }
    return new Admission.Open(
        ahead ? List.of(counted, keys.address()) : List.of(counted, keys.total(), keys.address()),
        List.of(keys.account(), keys.lane(), keys.total()),
        isSpotless(keys, tallies, now),
        departure);
  }

  /**
   * Who has failed often is counted before the try, so that no number of nodes lets more through
   * than there may be; a good sign-in clears it.
   */
  private boolean countAhead(Keys keys, boolean known, Instant now) {
    return attempts.countWithin(keys.total(), settings.mostOf(known), Instant.EPOCH, now);
  }

  /** The owner was here lately, and nothing was failed here before the last reset. */
  private boolean isKnown(Keys keys, Map<String, Tally> tallies, Instant now) {
    return tally(tallies, keys.lane())
        .filter(lane -> isRemembered(lane, now))
        .filter(lane -> !isForgiven(lane, tally(tallies, keys.total())))
        .isPresent();
  }

  private static boolean isForgiven(Tally lane, Optional<Tally> total) {
    return lane.count() > 0
        && total.filter(all -> all.count() == 0 || lane.latest().isBefore(all.since())).isPresent();
  }

  private boolean isRemembered(Tally lane, Instant now) {
    return lane.since().plus(settings.laneMemory()).isAfter(now);
  }

  /** Nothing to clear, and the address was noted as the owner's lately. */
  private boolean isSpotless(Keys keys, Map<String, Tally> tallies, Instant now) {
    boolean noted =
        tally(tallies, keys.lane())
            .filter(lane -> lane.since().plus(NOTED_AGAIN).isAfter(now))
            .isPresent();
    return noted
        && List.of(keys.account(), keys.lane(), keys.total()).stream()
            .allMatch(key -> countOf(tallies, key) == 0);
  }

  private Duration waitForAccount(Optional<Tally> tally, Instant now) {
    return tally
        .map(one -> remaining(one, settings.waitAfter(one.count(), settings.freePerAccount()), now))
        .orElse(Duration.ZERO);
  }

  private Duration waitForAddress(String key, Optional<Tally> tally, Instant now) {
    if (tally.isEmpty()) {
      return Duration.ZERO;
    }
    if (!tally.get().latest().plus(settings.addressMemory()).isAfter(now)) {
      attempts.clear(List.of(key), now);
      return Duration.ZERO;
    }
    return remaining(
        tally.get(), settings.waitAfter(tally.get().count(), settings.freePerAddress()), now);
  }

  private static Duration remaining(Tally tally, Duration wait, Instant now) {
    Duration left = Duration.between(now, tally.latest().plus(wait));
    return left.isPositive() ? left : Duration.ZERO;
  }

  private static long countOf(Map<String, Tally> tallies, String key) {
    return tally(tallies, key).map(Tally::count).orElse(0L);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Optional<Tally> tally(Map<String, Tally> tallies, String key) {
    return Optional.ofNullable(tallies.get(key));
  }

  private static Keys keys(Realm realm, Optional<AccountId> known, String typed, Origin origin) {
    String account = accountKey(realm, known, typed);
    return new Keys(
        account, "lane:" + account + '@' + origin.network(), totalKey(account), addressKey(origin));
  }

  private static String accountKey(Realm realm, Optional<AccountId> known, String typed) {
    return known.map(id -> "account:" + id.value()).orElseGet(() -> nameKey(realm, typed));
  }

  private static String totalKey(String account) {
    return "total:" + account;
  }

  /** Spellings count together exactly where an account would answer to all of them. */
  private static String nameKey(Realm realm, String typed) {
    String name = typed.contains("@") ? Logins.canonicalEmail(typed) : typed;
    return "name:" + TokenDigest.of(realm.name() + ' ' + name).hex();
  }

  private static String addressKey(Origin origin) {
    return "address:" + origin.network();
  }

  private Turnstile enter(String account) {
    Turnstile turnstile =
        turnstiles.compute(
            account,
            (_, present) -> {
              Turnstile one = present == null ? new Turnstile() : present;
              one.inside++;
              return one;
            });
    turnstile.places.acquireUninterruptibly();
    return turnstile;
  }

  private void leave(String account, Turnstile turnstile) {
    turnstile.places.release();
    turnstiles.computeIfPresent(account, (_, present) -> --present.inside == 0 ? null : present);
  }

  /** The few places before one account's door; {@code inside} counts who holds or waits for one. */
  private static final class Turnstile {
    private final Semaphore places = new Semaphore(AT_ONCE);
    private int inside;
  }
}
