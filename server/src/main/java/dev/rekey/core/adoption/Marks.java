package dev.rekey.core.adoption;

import dev.rekey.core.account.Logins;
import dev.rekey.core.token.TokenDigest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests by which somebody who was adopted is known again, without a name being kept of who
 * has left.
 */
public final class Marks {

  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param key the same on every node, and not in the database
   */
  public Marks(byte[] key) {
    this.key = new SecretKeySpec(key, HMAC);
  }

  /** Of the id that somebody has in the old system. */
  public TokenDigest ofSubject(String subject) {
    return digest("subject " + subject);
  }

  /** Of a name; spellings are one where an account would answer to all of them. */
  public TokenDigest ofName(String name) {
    return digest("name " + canonical(name));
  }

  /** Of the name that somebody typed and of those that the old system knows. */
  public List<TokenDigest> ofNames(String typed, Logins logins) {
    return Stream.concat(Stream.of(typed), logins.all().stream())
        .map(this::ofName)
        .distinct()
        .toList();
  }

  private static String canonical(String name) {
    return name.contains("@") ? Logins.canonicalEmail(name) : name;
  }

  private TokenDigest digest(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return new TokenDigest(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }
}
