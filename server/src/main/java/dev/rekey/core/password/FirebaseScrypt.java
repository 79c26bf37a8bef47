package dev.rekey.core.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An imported hash of Firebase: the project's signer key, encrypted by AES-256-CTR under what
 * scrypt makes of the password.
 *
 * <p>The key that it needs is a byte with the length of the salt separator, the separator, and the
 * signer key. Source: github.com/firebase/scrypt.
 */
final class FirebaseScrypt implements Keyed {

  private static final int AES_KEY_BYTES = 32;
  private static final int IV_BYTES = 16;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$firebase-scrypt\\$("
              + ImportKeys.ID
              + ")\\$ln=([1-9]\\d?),r=([1-9]\\d?)"
              + "\\$([A-Za-z0-9+/]{2,171})\\$([A-Za-z0-9+/]{22,171})");

  private final String keyId;
  private final Scrypt.Cost cost;
  private final byte[] salt;
  private final byte[] output;

  private FirebaseScrypt(String keyId, Scrypt.Cost cost, byte[] salt, byte[] output) {
    this.keyId = keyId;
    this.cost = cost;
    this.salt = salt;
    this.output = output;
  }

  static String encoded(String keyId, int ln, int r, byte[] salt, byte[] output) {
    return "$firebase-scrypt$%s$ln=%d,r=%d$%s$%s"
        .formatted(keyId, ln, r, PhcBase64.encode(salt), PhcBase64.encode(output));
  }

  static Optional<FirebaseScrypt> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Scrypt.Cost cost =
        new Scrypt.Cost(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), 1);
    return Optional.of(cost)
        .filter(Scrypt.Cost::isBearable)
        .flatMap(_ -> PhcBase64.decode(parts.group(4)))
        .flatMap(salt ->
            PhcBase64.decode(parts.group(5))
                .map(output -> new FirebaseScrypt(parts.group(1), cost, salt, output)));
  }

  @Override
  public String keyId() {
    return keyId;
  }

  @Override
  public boolean matches(byte[] password, byte[] key) {
    int separator = Byte.toUnsignedInt(key[0]);
    byte[] salted = Arrays.copyOf(salt, salt.length + separator);
    System.arraycopy(key, 1, salted, salt.length, separator);
    byte[] signerKey = Arrays.copyOfRange(key, 1 + separator, key.length);
    byte[] derived = cost.derive(password, salted, AES_KEY_BYTES);
    return MessageDigest.isEqual(output, encrypt(derived, signerKey));
  }

  private static byte[] encrypt(byte[] key, byte[] plain) {
    try {
      Cipher aes = Cipher.getInstance("AES/CTR/NoPadding");
      aes.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new IvParameterSpec(new byte[IV_BYTES]));
      return aes.doFinal(plain);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this JDK has no AES in counter mode", missing);
    }
  }

  @Override
  public String name() {
    return "firebase-scrypt";
  }

  @Override
  public String cost() {
    return cost.text();
  }
}
