package dev.rekey.jose;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a mount signs in the manner of devise-jwt.
 *
 * @param former secrets that still are believed, after {@code secret}
 * @param scope the claim {@code scp}
 * @param issuer the claim {@code iss}; neither written nor asked for when empty
 * @param lifetime in whole seconds
 * @param commonIds from which the one id follows that all tokens of an account bear, as JTIMatcher
 *     has it; empty where each token has an id of its own
 */
public record HmacSettings(
    HmacSecret secret,
    List<HmacSecret> former,
    String scope,
    Optional<String> issuer,
    Duration lifetime,
    Optional<HmacSecret> commonIds) {

  public HmacSettings {
    former = List.copyOf(former);
    Lifetimes.check(lifetime);
  }

  /** Scope {@code user}, 30 days, no issuer: what the documented exchanges show. */
  public static HmacSettings of(HmacSecret secret) {
    return new HmacSettings(
        secret, List.of(), "user", Optional.empty(), Duration.ofDays(30), Optional.empty());
  }
}
