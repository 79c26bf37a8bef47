package dev.rekey.jose;

import dev.rekey.core.account.Role;
import java.security.KeyPair;
import java.time.Duration;
import java.util.function.Function;

/**
 * How a mount signs in the manner of OCARIoT.
 *
 * @param keys RSA, as {@link RsaKeys} gives them
 * @param issuer the claim {@code iss}, written and asked for
 * @param lifetime in whole seconds
 * @param scopes what a role's tokens are good for, blanks between
 */
public record RsaSettings(
    KeyPair keys, String issuer, Duration lifetime, Function<Role, String> scopes) {

  public RsaSettings {
    Lifetimes.check(lifetime);
  }

  /** Issuer {@code ocariot}, one day: what OCARIoT does unless told otherwise. */
  public static RsaSettings of(KeyPair keys, Function<Role, String> scopes) {
    return new RsaSettings(keys, "ocariot", Duration.ofDays(1), scopes);
  }
}
