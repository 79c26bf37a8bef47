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
 */
public record HmacSettings(
    HmacSecret secret,
    List<HmacSecret> former,
    String scope,
    Optional<String> issuer,
    Duration lifetime) {

  public HmacSettings {
    former = List.copyOf(former);
    Lifetimes.check(lifetime);
  }

  /** Scope {@code user}, 30 days, no issuer: what the documented exchanges show. */
  public static HmacSettings of(HmacSecret secret) {
    return new HmacSettings(secret, List.of(), "user", Optional.empty(), Duration.ofDays(30));
  }
}
