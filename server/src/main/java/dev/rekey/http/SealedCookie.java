package dev.rekey.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A cookie that only this server can read or make, in the form of a Rails session cookie: {@code
 * data--iv--tag}, AES-256-GCM, base64, percent-encoded.
 *
 * <p>What is inside is filled up to a constant length, so that every value looks like every other.
 * The cookie's name is authenticated with it: a value opens under no other name.
 */
public final class SealedCookie {

  private static final String ATTRIBUTES = "; path=/; httponly; samesite=lax";
  private static final String SEPARATOR = "--";
  private static final int KEY_BYTES = 32;
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  /** The length of what the documented answers carry. */
  private static final int DATA_BYTES = 223;

  private final String name;
  private final SecretKey key;
  private final SecureRandom random;

  /**
   * @param name the cookie's name, such as {@code _interslice_session}
   * @param key 32 bytes
   */
  public SealedCookie(String name, byte[] key, SecureRandom random) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a cookie's key has 32 bytes, not " + key.length);
    }
    this.name = name;
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  /** The whole value of a {@code Set-Cookie} field. */
  public String setCookie(byte[] plaintext) {
    return name + '=' + seal(plaintext) + ATTRIBUTES;
  }

  /** A fresh value around the plaintext, of at most 221 bytes. */
  public String seal(byte[] plaintext) {
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] padded = padded(plaintext);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(padded);
      return encode(sealed, 0, padded.length)
          + SEPARATOR
          + encode(iv, 0, IV_BYTES)
          + SEPARATOR
          + encode(sealed, padded.length, TAG_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** What was sealed; empty if the value was not made here, under this name and with this key. */
  public Optional<byte[]> open(String value) {
    String[] parts = value.split(SEPARATOR, -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    Optional<byte[]> data = decode(parts[0]);
    Optional<byte[]> iv = decode(parts[1]).filter(bytes -> bytes.length == IV_BYTES);
    Optional<byte[]> tag = decode(parts[2]).filter(bytes -> bytes.length == TAG_BYTES);
    if (data.isEmpty() || iv.isEmpty() || tag.isEmpty()) {
      return Optional.empty();
    }
    return decrypt(data.get(), iv.get(), tag.get()).flatMap(SealedCookie::unpadded);
  }

  private Optional<byte[]> decrypt(byte[] data, byte[] iv, byte[] tag) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, iv);
      cipher.update(data);
      return Optional.of(cipher.doFinal(tag));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] padded(byte[] plaintext) {
    if (plaintext.length > DATA_BYTES - Short.BYTES) {
      throw new IllegalArgumentException("too much for a cookie: " + plaintext.length + " bytes");
    }
    return ByteBuffer.allocate(DATA_BYTES)
        .putShort((short) plaintext.length)
        .put(plaintext)
        .array();
  }

  private static Optional<byte[]> unpadded(byte[] padded) {
    ByteBuffer buffer = ByteBuffer.wrap(padded);
    if (buffer.remaining() < Short.BYTES) {
      return Optional.empty();
    }
    int length = buffer.getShort();
    if (length < 0 || length > buffer.remaining()) {
      return Optional.empty();
    }
    byte[] plaintext = new byte[length];
    buffer.get(plaintext);
    return Optional.of(plaintext);
  }

  private static String encode(byte[] bytes, int offset, int length) {
    byte[] part = Arrays.copyOfRange(bytes, offset, offset + length);
    return Base64.getEncoder()
        .encodeToString(part)
        .replace("+", "%2B")
        .replace("/", "%2F")
        .replace("=", "%3D");
  }

  /** Only what encodes to the same again: a sealed value has one spelling. */
  private static Optional<byte[]> decode(String part) {
    try {
      return Percent.decode(part)
          .map(Base64.getDecoder()::decode)
          .filter(bytes -> encode(bytes, 0, bytes.length).equals(part));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
