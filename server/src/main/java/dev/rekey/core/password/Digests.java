package dev.rekey.core.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** The functions that every JDK has, without the exception for one that had not. */
final class Digests {

  private Digests() {}

  static byte[] sha256(byte[] text) {
    return named("SHA-256").digest(text);
  }

  static MessageDigest named(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this JDK has no " + name, missing);
    }
  }

  static byte[] hmacSha256(SecretKey key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this JDK has no HmacSHA256", missing);
    }
  }
}
