package dev.rekey.core.password;

import dev.rekey.core.password.Hasher.Verdict;
import dev.rekey.core.password.Scheme.Peppered;
import dev.rekey.core.password.Scheme.Unknown;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Seals with Argon2id at one cost and verifies every scheme, never for less work than that.
 *
 * <p>What is cheaper than the configured cost (an imported hash, a lower cost of former days, no
 * hash at all) is verified beside a decoy. An account with such a hash therefore takes the decoy's
 * time and its own on top: it can be told by being slower, never by being quicker, until its next
 * good sign-in makes another hash. Working out how much of the decoy to leave away would take a
 * measurement of every imported cost on every machine.
 */
final class Argon2Sealer implements Sealer {

  private final Argon2 argon2;
  private final HashCost cost;
  private final Optional<Pepper> pepper;
  private final ImportKeys importKeys;
  private final SecureRandom random;
  private final Stopwatch stopwatch;
  private final Argon2id decoy;

  Argon2Sealer(
      Argon2 argon2,
      HashCost cost,
      Optional<Pepper> pepper,
      ImportKeys importKeys,
      SecureRandom random,
      Stopwatch stopwatch) {
    this.argon2 = argon2;
    this.cost = cost;
    this.pepper = pepper;
    this.importKeys = importKeys;
    this.random = random;
    this.stopwatch = stopwatch;
    this.decoy = Argon2id.decoy(cost, random);
  }

  /** One whom nobody watches. */
  Argon2Sealer(Argon2 argon2, HashCost cost, Optional<Pepper> pepper, SecureRandom random) {
    this(
        argon2,
        cost,
        pepper,
        ImportKeys.none(),
        random,
        new Stopwatch(HashingWatch.none(), () -> 0));
  }

  @Override
  public Verdict verify(Password password, Optional<PasswordHash> stored) {
    Scheme scheme = stored.map(Scheme::of).orElseGet(Unknown::new);
    if (compare(scheme, password.normalised())) {
      return isCurrent(scheme) ? Verdict.MATCH : Verdict.MATCH_OUTDATED;
    }
    // A system that did not normalise hashed what was typed. Strangers are tried twice as well.
    if (!password.isNormalised() && compare(scheme, password.raw())) {
      return Verdict.MATCH_OUTDATED;
    }
    return Verdict.NO_MATCH;
  }

  @Override
  public PasswordHash seal(Password password) {
    return PasswordHash.of(
        pepper
            .map(keys -> sealPeppered(password, keys).encoded())
            .orElseGet(() -> sealPlain(password.normalised()).encoded()));
  }

  private Peppered sealPeppered(Password password, Pepper keys) {
    return new Peppered(
        keys.current(), sealPlain(keys.season(keys.current(), password.normalised())));
  }

  private Argon2id sealPlain(byte[] password) {
    return stopwatch.time(decoy, () -> Argon2id.seal(password, cost, argon2, random));
  }

  private boolean compare(Scheme scheme, byte[] password) {
    if (isCheap(scheme)) {
      stopwatch.time(decoy, () -> decoy.matches(password, argon2));
    }
    return isComputable(scheme) && stopwatch.time(scheme, () -> matches(scheme, password));
  }

  private boolean matches(Scheme scheme, byte[] password) {
    return switch (scheme) {
      case Argon2id plain -> plain.matches(password, argon2);
      case Peppered(String key, Argon2id inner) ->
          holder(key).map(keys -> inner.matches(keys.season(key, password), argon2)).orElse(false);
      case Imported imported -> imported.matches(password);
      case Keyed keyed ->
          importKeys.find(keyed.keyId()).map(key -> keyed.matches(password, key)).orElse(false);
      case Unknown() -> false;
    };
  }

  private boolean isComputable(Scheme scheme) {
    return switch (scheme) {
      case Argon2id _, Imported _, Keyed _ -> true;
      case Peppered(String key, Argon2id _) -> holder(key).isPresent();
      case Unknown() -> false;
    };
  }

  private boolean isCheap(Scheme scheme) {
    return switch (scheme) {
      case Argon2id plain -> plain.isCheaperThan(cost);
      case Peppered(String key, Argon2id inner) ->
          holder(key).isEmpty() || inner.isCheaperThan(cost);
      case Imported _, Keyed _, Unknown _ -> true;
    };
  }

  private boolean isCurrent(Scheme scheme) {
    return switch (scheme) {
      case Argon2id plain -> pepper.isEmpty() && plain.isMadeAt(cost);
      case Peppered(String key, Argon2id inner) ->
          pepper.map(Pepper::current).equals(Optional.of(key)) && inner.isMadeAt(cost);
      case Imported _, Keyed _, Unknown _ -> false;
    };
  }

  private Optional<Pepper> holder(String key) {
    return pepper.filter(keys -> keys.has(key));
  }
}
