package dev.rekey.dialect.devise;

import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps the passwords themselves and compares: what a hasher does, at no cost. */
final class ComparingHasher implements Hasher {

  private final Map<String, Password> sealed = new ConcurrentHashMap<>();
  private final AtomicInteger verified = new AtomicInteger();
  private final AtomicBoolean full = new AtomicBoolean();

  /** From now on there is no slot. */
  void fill() {
    full.set(true);
  }

  /** How many passwords were verified, with or without a stored hash. */
  int verified() {
    return verified.get();
  }

  PasswordHash hash(String password) {
    return new Desk().seal(Password.of(password));
  }

  @Override
  public Admission reserve(Source source) {
    return full.get() ? new Full(Duration.ofMillis(2_500)) : new Desk();
  }

  @Override
  public void close() {}

  private final class Desk implements Slot {

    @Override
    public Verdict verify(Password password, Optional<PasswordHash> stored) {
      verified.incrementAndGet();
      boolean same =
          stored.map(hash -> sealed.get(hash.encoded())).filter(password::sameAs).isPresent();
      return same ? Verdict.MATCH : Verdict.NO_MATCH;
    }

    @Override
    public PasswordHash seal(Password password) {
      String encoded = "sealed-" + sealed.size();
      sealed.put(encoded, password);
      return PasswordHash.of(encoded);
    }

    @Override
    public void close() {}
  }
}
