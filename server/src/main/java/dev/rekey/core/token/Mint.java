package dev.rekey.core.token;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Makes everything that must be unguessable, from the one generator that it is handed. */
public final class Mint {

  private final SecureRandom random;

  public Mint(SecureRandom random) {
    this.random = random;
  }

  /** A URL-safe token of so many random bytes; 16 bytes give 22 characters. */
  public String token(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(draw(bytes));
  }

  /** So many random bytes as lower-case hex. */
  public String hex(int bytes) {
    return HexFormat.of().formatHex(draw(bytes));
  }

  /** A version 4 UUID (RFC 9562 section 5.4). */
  public UUID uuid() {
    byte[] bytes = draw(16);
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = (high << 8) | (bytes[i] & 0xff);
      low = (low << 8) | (bytes[i + 8] & 0xff);
    }
    return uuid(high, low);
  }

  /** The version 4 UUID of these random bits, six of which it has no use for. */
  public static UUID uuid(long high, long low) {
    return new UUID((high & ~0xF000L) | 0x4000L, (low & ~(3L << 62)) | (1L << 63));
  }

  /** One of the numbers from zero to {@code bound}, which is left out; each as likely. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  private byte[] draw(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
