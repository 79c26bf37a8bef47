package dev.rekey.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Account;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one id that all tokens of an account bear until its sessions are ended: then it has another.
 * Nothing is kept for it, it follows from the account.
 */
final class CommonIds {

  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  CommonIds(HmacSecret secret) {
    this.key = new SecretKeySpec(secret.bytes(), HMAC);
  }

  /** A version 8 UUID (RFC 9562 section 5.8). */
  UUID of(Account account) {
    ByteBuffer digest = ByteBuffer.wrap(digest(saying(account)));
    long high = digest.getLong();
    long low = digest.getLong();
    return new UUID((high & ~0xF000L) | 0x8000L, (low & ~(3L << 62)) | (1L << 63));
  }

  private static String saying(Account account) {
    String since =
        account
            .moments()
            .sessionsEndedAt()
            .map(Instant::toEpochMilli)
            .map(Object::toString)
            .orElse("");
    return "jti " + account.id().value() + ' ' + since;
  }

  private byte[] digest(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no " + HMAC, e);
    }
  }
}
