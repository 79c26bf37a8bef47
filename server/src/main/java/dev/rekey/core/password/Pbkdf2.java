package dev.rekey.core.password;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * An imported hash by PBKDF2 (RFC 8018 section 5.2), as Onezone, Keycloak, Django and many others
 * keep it; none is ever made here.
 */
final class Pbkdf2 implements Imported {

  /** What Django 6 makes has 1,200,000; this many take a second or two. */
  private static final int MOST_ITERATIONS = 2_000_000;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$pbkdf2-(sha1|sha256|sha512)\\$i=([1-9]\\d{0,6})"
              + "\\$([A-Za-z0-9+/]{2,171})\\$([A-Za-z0-9+/]{22,86})");

  private static final int ONEZONE_BYTES = 65;
  private static final int ONEZONE_SALT_BYTES = 32;
  private static final int ONEZONE_ITERATIONS = 2048;

  private final Prf prf;
  private final int iterations;
  private final byte[] salt;
  private final byte[] output;

  Pbkdf2(Prf prf, int iterations, byte[] salt, byte[] output) {
    this.prf = prf;
    this.iterations = iterations;
    this.salt = salt;
    this.output = output;
  }

  /** The digest below the HMAC. */
  enum Prf {
    SHA1,
    SHA256,
    SHA512;

    private Digest digest() {
      return switch (this) {
        case SHA1 -> new SHA1Digest();
        case SHA256 -> new SHA256Digest();
        case SHA512 -> new SHA512Digest();
      };
    }
  }

  /** Reads the stored form: salt of 1 to 128 bytes, output of 16 to 64. */
  static Optional<Pbkdf2> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > MOST_ITERATIONS) {
      return Optional.empty();
    }
    Prf prf = Prf.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    int iterations = Integer.parseInt(parts.group(2));
    return PhcBase64.decode(parts.group(3))
        .flatMap(salt ->
            PhcBase64.decode(parts.group(4))
                .map(output -> new Pbkdf2(prf, iterations, salt, output)));
  }

  static Pbkdf2 ofOnezone(byte[] stored) {
    if (stored.length != ONEZONE_BYTES || stored[ONEZONE_SALT_BYTES] != '.') {
      throw new IllegalArgumentException(
          "a Onezone hash is 32 bytes, a full stop and 32 bytes, not these " + stored.length);
    }
    byte[] salt = Arrays.copyOf(stored, ONEZONE_SALT_BYTES);
    byte[] output = Arrays.copyOfRange(stored, ONEZONE_SALT_BYTES + 1, ONEZONE_BYTES);
    return new Pbkdf2(Prf.SHA512, ONEZONE_ITERATIONS, salt, output);
  }

  @Override
  public boolean matches(byte[] password) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(prf.digest());
    generator.init(password, salt, iterations);
    KeyParameter computed =
        (KeyParameter) generator.generateDerivedMacParameters(Byte.SIZE * output.length);
    return MessageDigest.isEqual(output, computed.getKey());
  }

  @Override
  public String name() {
    return "pbkdf2-" + prf.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String cost() {
    return Integer.toString(iterations);
  }

  String encoded() {
    return "$%s$i=%d$%s$%s"
        .formatted(name(), iterations, PhcBase64.encode(salt), PhcBase64.encode(output));
  }
}
