package dev.rekey.dialect.ocariot;

import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers passwords instead of hashing them. */
final class FakeHasher implements Hasher {

  private final Map<PasswordHash, Password> sealed = new HashMap<>();
  private Optional<Duration> full = Optional.empty();

  /** There is no slot from now on. */
  void fill(Duration retryAfter) {
    full = Optional.of(retryAfter);
  }

  @Override
  public Admission reserve(Source source) {
    return full.<Admission>map(Full::new).orElseGet(Place::new);
  }

  @Override
  public void close() {}

  PasswordHash seal(String password) {
    return new Place().seal(Password.of(password));
  }

  private final class Place implements Slot {
    @Override
    public Verdict verify(Password password, Optional<PasswordHash> stored) {
      return stored.map(sealed::get).filter(password::sameAs).isPresent()
          ? Verdict.MATCH
          : Verdict.NO_MATCH;
    }

    @Override
    public PasswordHash seal(Password password) {
      PasswordHash hash = PasswordHash.of("fake" + sealed.size());
      sealed.put(hash, password);
      return hash;
    }

    @Override
    public void close() {}
  }
}
