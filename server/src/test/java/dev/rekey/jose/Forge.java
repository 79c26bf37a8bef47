package dev.rekey.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens by hand with the JDK alone, whatever they say and however wrong they are. */
final class Forge {

  private Forge() {}

  static String hs256(String secret, String header, String payload) {
    String input = encode(header) + '.' + encode(payload);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return input + '.' + encode(mac.doFinal(input.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String rsa(String algorithm, PrivateKey key, String header, String payload) {
    String input = encode(header) + '.' + encode(payload);
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(input.getBytes(US_ASCII));
      return input + '.' + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String decode(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), UTF_8);
  }
}
