package dev.rekey.core.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws the codes that a person types from a letter, and recognises them.
 *
 * <p>Eight of thirty-one letters and digits that no two look alike carry 39 random bits: enough
 * against somebody who may guess ten times an hour, too few for a digest without a key. Theirs is
 * an HMAC, so that whoever reads the database alone cannot find the code behind it.
 */
public final class Codes {

  /** No 0, O, 1, I or L. */
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int HALF = 4;
  private static final String HMAC = "HmacSHA256";

  private final Mint mint;
  private final SecretKeySpec key;

  /**
   * @param key the same on every node, and not in the database
   */
  public Codes(Mint mint, byte[] key) {
    this.mint = mint;
    this.key = new SecretKeySpec(key, HMAC);
  }

  /** A fresh code, such as {@code 7K3M-QX9T}. */
  public String draw() {
    return half() + '-' + half();
  }

  private String half() {
    StringBuilder half = new StringBuilder();
    while (half.length() < HALF) {
      half.append(ALPHABET.charAt(mint.below(ALPHABET.length())));
    }
    return half.toString();
  }

  /** What the store keeps of a code, however it is spelt. */
  public TokenDigest digestOf(String code) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      byte[] digest = mac.doFinal(plain(code).getBytes(StandardCharsets.UTF_8));
      return new TokenDigest(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  /** Whether this is what was typed, in any case, with or without its dash; in constant time. */
  public boolean matches(TokenDigest kept, String typed) {
    return kept.matches(digestOf(typed));
  }

  private static String plain(String code) {
    return code.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
  }
}
