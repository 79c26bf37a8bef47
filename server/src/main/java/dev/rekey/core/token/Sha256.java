package dev.rekey.core.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest SHA-256 (FIPS 180-4), which every Java platform has.
 *
 * <p>Each use begins with a copy of an empty one: asking the platform's providers for another costs
 * more than the digest of something short.
 */
public final class Sha256 {

  private static final MessageDigest EMPTY = fromProvider();

  private Sha256() {}

  /** The 32 bytes of its digest. */
  public static byte[] of(byte[] bytes) {
    return begin().digest(bytes);
  }

  /** A digest of what it will be told of. */
  public static MessageDigest begin() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      return fromProvider();
    }
  }

  private static MessageDigest fromProvider() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
