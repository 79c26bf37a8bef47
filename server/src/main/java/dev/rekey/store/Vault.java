package dev.rekey.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what the store must be able to read again but nobody else may, such as the ticket inside a
 * letter that waits to be delivered. A sealed thing opens only with the same key and in the same
 * context.
 *
 * <p>AES-256-GCM with a random nonce of 96 bits (NIST SP 800-38D section 8.2.2), good for four
 * billion seals with one key. A sealed thing is a version byte, the nonce, the ciphertext, the tag.
 */
public final class Vault {

  private static final byte VERSION = 1;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  /**
   * Takes a copy of the key.
   *
   * @param key 32 random bytes, kept outside the database and the same on every node
   */
  public Vault(byte[] key, SecureRandom random) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "an instance key has " + KEY_BYTES + " bytes, this one has " + key.length);
    }
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  /** Seals the bytes for one context, such as {@code letter}. */
  public byte[] seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] ciphertext = run(Cipher.ENCRYPT_MODE, nonce, plain, context);
    return ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length)
        .put(VERSION)
        .put(nonce)
        .put(ciphertext)
        .array();
  }

  /**
   * Opens what was sealed for that context.
   *
   * @throws IllegalStateException when it was sealed with another key, in another context, or was
   *     altered since
   */
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < 1 + NONCE_BYTES || sealed[0] != VERSION) {
      throw new IllegalStateException("not sealed by this server: " + context);
    }
    ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] ciphertext = new byte[parts.remaining()];
    parts.get(ciphertext);
    return run(Cipher.DECRYPT_MODE, nonce, ciphertext, context);
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, String context) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce), random);
      cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not sealed with this instance key: " + context, e);
    }
  }
}
