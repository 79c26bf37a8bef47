package dev.rekey.core.password;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/** An imported hash by scrypt (RFC 7914), stored as a PHC string. */
final class Scrypt implements Imported {

  /** 128 MiB, which is OWASP's dearest setting; who verifies it holds it meanwhile. */
  private static final long MOST_BYTES = 128L << 20;

  private static final long MOST_WORK = 4 * MOST_BYTES;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$scrypt\\$ln=([1-9]\\d?),r=([1-9]\\d?),p=([1-9]\\d?)"
              + "\\$([A-Za-z0-9+/]{2,171})\\$([A-Za-z0-9+/]{22,86})");

  private final Cost cost;
  private final byte[] salt;
  private final byte[] output;

  private Scrypt(Cost cost, byte[] salt, byte[] output) {
    this.cost = cost;
    this.salt = salt;
    this.output = output;
  }

  /** The cost in the terms of RFC 7914, the first as the power of two that it is. */
  record Cost(int ln, int r, int p) {

    /** In bounds that nobody can take the server down with. */
    boolean isBearable() {
      long bytes = ln > 24 ? Long.MAX_VALUE / 100 : (128L * r) << ln;
      return ln > 0 && r > 0 && p > 0 && bytes <= MOST_BYTES && bytes * p <= MOST_WORK;
    }

    byte[] derive(byte[] password, byte[] salt, int length) {
      return SCrypt.generate(password, salt, 1 << ln, r, p, length);
    }

    String text() {
      return "ln=%d,r=%d,p=%d".formatted(ln, r, p);
    }
  }

  static String encoded(Cost cost, byte[] salt, byte[] output) {
    return "$scrypt$%s$%s$%s"
        .formatted(cost.text(), PhcBase64.encode(salt), PhcBase64.encode(output));
  }

  static Optional<Scrypt> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Cost cost =
        new Cost(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    return Optional.of(cost)
        .filter(Cost::isBearable)
        .flatMap(_ -> PhcBase64.decode(parts.group(4)))
        .flatMap(
            salt -> PhcBase64.decode(parts.group(5)).map(output -> new Scrypt(cost, salt, output)));
  }

  @Override
  public boolean matches(byte[] password) {
    return MessageDigest.isEqual(output, cost.derive(password, salt, output.length));
  }

  @Override
  public String name() {
    return "scrypt";
  }

  @Override
  public String cost() {
    return cost.text();
  }
}
