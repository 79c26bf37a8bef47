package dev.rekey.migrate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens OCARIoT's encrypted usernames: AES-256-CBC under the first 32 hex digits of the secret's
 * SHA-256, taken as characters.
 */
public final class OcariotNames {

  private static final int KEY_CHARACTERS = 32;
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{32}):((?:[0-9a-f]{32}){1,64})", Pattern.CASE_INSENSITIVE);

  private final SecretKey key;

  /** Takes the value of {@code ENCRYPT_SECRET_KEY}. */
  public OcariotNames(String secret) {
    String hex = HexFormat.of().formatHex(sha256(secret.getBytes(UTF_8)));
    this.key = new SecretKeySpec(hex.substring(0, KEY_CHARACTERS).getBytes(US_ASCII), "AES");
  }

  /** {@link Misfit} where it was not encrypted with this key. */
  String open(String encrypted) {
    Matcher parts = FORM.matcher(encrypted);
    if (!parts.matches()) {
      throw new Misfit("the username is not encrypted as OCARIoT does it");
    }
    try {
      Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
      byte[] iv = HexFormat.of().parseHex(parts.group(1));
      aes.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(iv));
      byte[] plain = aes.doFinal(HexFormat.of().parseHex(parts.group(2)));
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(plain)).toString();
    } catch (GeneralSecurityException | CharacterCodingException e) {
      throw new Misfit("the username was encrypted with another key");
    }
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
