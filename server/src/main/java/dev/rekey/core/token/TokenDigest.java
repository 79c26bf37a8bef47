package dev.rekey.core.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What the store keeps of a random token: its SHA-256, in lower-case hex. Tokens carry at least 128
 * random bits, so that a fast digest is enough (NIST SP 800-63B-4 section 3.1.2.2).
 *
 * <p>One that came with an import may be foreign: a bcrypt hash, which matches no token here and is
 * replaced when its token is first used.
 */
public record TokenDigest(String hex) {

  public static TokenDigest of(String token) {
    byte[] digest = Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    return new TokenDigest(HexFormat.of().formatHex(digest));
  }

  /** Whether another system has made it, see {@code core.proof}. */
  public boolean isForeign() {
    return hex.startsWith("$");
  }

  /** Whether this is the token's digest; takes the same time wherever they differ. */
  public boolean matches(String token) {
    return matches(of(token));
  }

  /** Whether they are of one token; takes the same time wherever they differ. */
  public boolean matches(TokenDigest other) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
  }
}
