package dev.rekey.core.password;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * An imported hash by PBKDF2 with HMAC-SHA-512 (RFC 8018 section 5.2), as Onezone keeps it; none is
 * ever made here.
 */
final class Pbkdf2 implements Scheme {

  private static final int MOST_ITERATIONS = 1_000_000;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$pbkdf2-sha512\\$i=([1-9]\\d{0,6})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private static final int ONEZONE_BYTES = 65;
  private static final int ONEZONE_SALT_BYTES = 32;
  private static final int ONEZONE_ITERATIONS = 2048;

  private final int iterations;
  private final byte[] salt;
  private final byte[] output;

  private Pbkdf2(int iterations, byte[] salt, byte[] output) {
    this.iterations = iterations;
    this.salt = salt;
    this.output = output;
  }

  /** Reads the stored form: salt of 8 to 64 bytes, output of 16 to 64. */
  static Optional<Pbkdf2> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    if (!parts.matches() || Integer.parseInt(parts.group(1)) > MOST_ITERATIONS) {
      return Optional.empty();
    }
    int iterations = Integer.parseInt(parts.group(1));
    return PhcBase64.decode(parts.group(2))
        .flatMap(salt ->
            PhcBase64.decode(parts.group(3)).map(output -> new Pbkdf2(iterations, salt, output)));
  }

  static Pbkdf2 ofOnezone(byte[] stored) {
    if (stored.length != ONEZONE_BYTES || stored[ONEZONE_SALT_BYTES] != '.') {
      throw new IllegalArgumentException(
          "a Onezone hash is 32 bytes, a full stop and 32 bytes, not these " + stored.length);
    }
    byte[] salt = Arrays.copyOf(stored, ONEZONE_SALT_BYTES);
    byte[] output = Arrays.copyOfRange(stored, ONEZONE_SALT_BYTES + 1, ONEZONE_BYTES);
    return new Pbkdf2(ONEZONE_ITERATIONS, salt, output);
  }

  boolean matches(byte[] password) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA512Digest());
    generator.init(password, salt, iterations);
    KeyParameter computed =
        (KeyParameter) generator.generateDerivedMacParameters(Byte.SIZE * output.length);
    return MessageDigest.isEqual(output, computed.getKey());
  }

  @Override
  public String name() {
    return "pbkdf2-sha512";
  }

  @Override
  public String cost() {
    return Integer.toString(iterations);
  }

  String encoded() {
    return "$pbkdf2-sha512$i=%d$%s$%s"
        .formatted(iterations, PhcBase64.encode(salt), PhcBase64.encode(output));
  }
}
