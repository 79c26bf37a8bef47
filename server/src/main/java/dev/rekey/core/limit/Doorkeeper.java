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
import java.util.ArrayList;
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
 * so that strangers who guess cannot shut the owner out.
 */
public final class Doorkeeper {

  private static final int AT_ONCE = 4;

  private final Attempts attempts;
  private final LimitSettings settings;
  private final InstantSource clock;
  private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();

  public Doorkeeper(Attempts attempts, LimitSettings settings, InstantSource clock) {
    this.attempts = attempts;
    this.settings = settings;
    this.clock = clock;
  }

  /** May this address try the account, known or not, that was named {@code typed}? */
  public Admission knock(Realm realm, Optional<AccountId> known, String typed, Origin origin) {
    String account = accountKey(realm, known, typed);
    Runnable departure = enter(account);
    try {
      Admission admission = decide(account, origin, departure);
      if (admission instanceof Admission.Closed) {
        departure.run();
      }
      return admission;
    } catch (RuntimeException e) {
      departure.run();
      throw e;
    }
  }

  /** The counters that stand against an account from everywhere; a completed reset clears them. */
  public List<String> countersOf(Realm realm, AccountId account, Origin origin) {
    String key = accountKey(realm, Optional.of(account), "");
    return List.of(key, laneKey(key, origin));
  }

  /** May one more reset letter leave for the account, known or not, that was named so? */
  public boolean mayWriteTo(Realm realm, Optional<AccountId> known, String typed) {
    return withinLetterWindow(
        "letter:" + accountKey(realm, known, typed), settings.lettersPerAccount());
  }

  /** May this address ask for one more reset letter, for whomever? */
  public boolean mayAskForLetters(Origin origin) {
    return withinLetterWindow("letter:" + addressKey(origin), settings.lettersPerAddress());
  }

  public Duration letterWindow() {
    return settings.letterWindow();
  }

  private boolean withinLetterWindow(String key, int most) {
    Instant now = clock.instant();
    return attempts.countWithin(key, most, now.minus(settings.letterWindow()), now);
  }

  private Admission decide(String account, Origin origin, Runnable departure) {
    String lane = laneKey(account, origin);
    String address = addressKey(origin);
    Map<String, Tally> tallies = attempts.read(List.of(account, lane, address));
    Instant now = clock.instant();
    boolean known = isKnownLane(Optional.ofNullable(tallies.get(lane)), now);
    String counted = known ? lane : account;

    Duration wait =
        longer(
            waitForAccount(Optional.ofNullable(tallies.get(counted)), now),
            waitForAddress(address, Optional.ofNullable(tallies.get(address)), now));
    if (wait.isPositive()) {
      return new Admission.Closed(wait);
    }
    boolean spotless = known && countOf(tallies, lane) == 0 && countOf(tallies, account) == 0;
    return new Admission.Open(
        List.of(counted, address), List.of(account, lane), spotless, departure);
  }

  private boolean isKnownLane(Optional<Tally> lane, Instant now) {
    return lane.filter(tally -> tally.since().plus(settings.laneMemory()).isAfter(now)).isPresent();
  }

  private Duration waitForAccount(Optional<Tally> tally, Instant now) {
    if (tally.isEmpty()) {
      return Duration.ZERO;
    }
    long failures = tally.get().count();
    if (failures >= settings.mostPerAccount()) {
      return settings.longestWait();
    }
    return remaining(tally.get(), settings.waitAfter(failures, settings.freePerAccount()), now);
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
    return Optional.ofNullable(tallies.get(key)).map(Tally::count).orElse(0L);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static String accountKey(Realm realm, Optional<AccountId> known, String typed) {
    return known
        .map(id -> "account:" + id.value())
        .orElseGet(() ->
            "name:" + TokenDigest.of(realm.name() + ' ' + Logins.canonicalEmail(typed)).hex());
  }

  private static String laneKey(String account, Origin origin) {
    return "lane:" + account + '@' + network(origin);
  }

  private static String addressKey(Origin origin) {
    return "address:" + network(origin);
  }

  /** An IPv6 customer has a whole /64; an IPv4 address stands for itself. */
  private static String network(Origin origin) {
    List<String> groups = new ArrayList<>(List.of(origin.address().split(":")));
    return groups.size() < 8 ? origin.address() : String.join(":", groups.subList(0, 4)) + "::/64";
  }

  private Runnable enter(String account) {
    Turnstile turnstile =
        turnstiles.compute(
            account,
            (_, present) -> {
              Turnstile one = present == null ? new Turnstile() : present;
              one.inside++;
              return one;
            });
    turnstile.places.acquireUninterruptibly();
    return () -> leave(account, turnstile);
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
