package dev.rekey.core.password;

import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An imported hash that is one plain digest of password and salt, as LDAP's {@code {SSHA}} and many
 * an old table keep it: {@code $digest$a=sha1,o=ps$}, salt, output. The order is that of
 * <b>p</b>assword and <b>s</b>alt.
 */
final class SaltedDigest implements Imported {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$digest\\$a=(md5|sha1|sha256|sha512),o=(ps|sp)"
              + "\\$([A-Za-z0-9+/]{0,342})\\$([A-Za-z0-9+/]{22,86})");

  private final Algorithm algorithm;
  private final boolean saltFirst;
  private final byte[] salt;
  private final byte[] output;

  private SaltedDigest(Algorithm algorithm, boolean saltFirst, byte[] salt, byte[] output) {
    this.algorithm = algorithm;
    this.saltFirst = saltFirst;
    this.salt = salt;
    this.output = output;
  }

  /** What such a digest may be made by. */
  enum Algorithm {
    MD5("MD5", 16),
    SHA1("SHA-1", 20),
    SHA256("SHA-256", 32),
    SHA512("SHA-512", 64);

    private final String digest;
    private final int bytes;

    Algorithm(String digest, int bytes) {
      this.digest = digest;
      this.bytes = bytes;
    }

    /** As it is written down. */
    String text() {
      return digest.replace("-", "").toLowerCase(Locale.ROOT);
    }

    int bytes() {
      return bytes;
    }
  }

  static String encoded(Algorithm algorithm, boolean saltFirst, byte[] salt, byte[] output) {
    return "$digest$a=%s,o=%s$%s$%s"
        .formatted(
            algorithm.text(),
            saltFirst ? "sp" : "ps",
            PhcBase64.encode(salt),
            PhcBase64.encode(output));
  }

  static Optional<SaltedDigest> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Algorithm algorithm = Algorithm.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    boolean saltFirst = parts.group(2).equals("sp");
    return PhcBase64.decode(parts.group(3))
        .flatMap(salt ->
            PhcBase64.decode(parts.group(4))
                .filter(output -> output.length == algorithm.bytes)
                .map(output -> new SaltedDigest(algorithm, saltFirst, salt, output)));
  }

  @Override
  public boolean matches(byte[] password) {
    MessageDigest digest = Digests.named(algorithm.digest);
    digest.update(saltFirst ? salt : password);
    return MessageDigest.isEqual(output, digest.digest(saltFirst ? password : salt));
  }

  @Override
  public String name() {
    return "digest-" + algorithm.text();
  }

  @Override
  public String cost() {
    return "1";
  }
}
