package dev.rekey.core.proof;

import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A hasher that keeps the passwords and counts its work: a hash is {@code plain:} and a number, or
 * {@code outdated:} and a number when it shall be made anew.
 */
public final class PlainHasher implements Hasher {

  public static final Duration FULL_FOR = Duration.ofSeconds(3);

  private final Map<String, Password> kept = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger verified = new AtomicInteger();
  private final AtomicInteger sealed = new AtomicInteger();
  private final AtomicInteger slotsOut = new AtomicInteger();
  private final AtomicInteger slotsLeft = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  /** What was computed so far. */
  public record Work(int verified, int sealed) {

    Work since(Work before) {
      return new Work(verified - before.verified, sealed - before.sealed);
    }
  }

  public PasswordHash hash(String password) {
    return keep("plain:", Password.of(password));
  }

  /** A hash as it would not be made today. */
  public PasswordHash outdated(String password) {
    return keep("outdated:", Password.of(password));
  }

  /** Hands out so many slots more, and none after them. */
  public void fillAfter(int slots) {
    slotsLeft.set(slots);
  }

  /** Does this once, while the next hash is being computed. */
  public void meanwhile(Runnable deed) {
    meanwhile.set(deed);
  }

  public Work work() {
    return new Work(verified.get(), sealed.get());
  }

  /** How many slots were not given back. */
  public int slotsOut() {
    return slotsOut.get();
  }

  @Override
  public Admission reserve(Source source) {
    if (slotsLeft.getAndUpdate(left -> Math.max(left - 1, 0)) == 0) {
      return new Full(FULL_FOR);
    }
    slotsOut.incrementAndGet();
    return new Place();
  }

  @Override
  public void close() {}

  private PasswordHash keep(String scheme, Password password) {
    String encoded = scheme + number.incrementAndGet();
    kept.put(encoded, password);
    return PasswordHash.of(encoded);
  }

  private Verdict compare(Password password, PasswordHash stored) {
    boolean same =
        Optional.ofNullable(kept.get(stored.encoded())).filter(password::sameAs).isPresent();
    if (!same) {
      return Verdict.NO_MATCH;
    }
    return stored.encoded().startsWith("outdated:") ? Verdict.MATCH_OUTDATED : Verdict.MATCH;
  }

  private final class Place implements Slot {

    private boolean given;

    @Override
    public Verdict verify(Password password, Optional<PasswordHash> stored) {
      verified.incrementAndGet();
      meanwhile.getAndSet(() -> {}).run();
      return stored.map(hash -> compare(password, hash)).orElse(Verdict.NO_MATCH);
    }

    @Override
    public PasswordHash seal(Password password) {
      sealed.incrementAndGet();
      meanwhile.getAndSet(() -> {}).run();
      return keep("plain:", password);
    }

    @Override
    public void close() {
      if (!given) {
        given = true;
        slotsOut.decrementAndGet();
      }
    }
  }
}
