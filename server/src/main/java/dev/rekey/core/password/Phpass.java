package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An imported hash by the portable form of phpass, {@code $P$} as WordPress and {@code $H$} as
 * phpBB keep it: MD5, two to the power of the cost times (openwall.com/phpass).
 */
final class Phpass implements Imported {

  private static final int LEAST_COST = 7;
  private static final int MOST_COST = 20;
  private static final int WHOLE_GROUPS = 5;

  private static final Pattern FORM =
      Pattern.compile("\\$[PH]\\$([./A-Za-z0-9])([./A-Za-z0-9]{8})([./A-Za-z0-9]{22})");

  private final int cost;
  private final byte[] salt;
  private final String output;

  private Phpass(int cost, byte[] salt, String output) {
    this.cost = cost;
    this.salt = salt;
    this.output = output;
  }

  static Optional<Phpass> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int cost = CryptBase64.ALPHABET.indexOf(parts.group(1));
    return LEAST_COST <= cost && cost <= MOST_COST
        ? Optional.of(new Phpass(cost, parts.group(2).getBytes(US_ASCII), parts.group(3)))
        : Optional.empty();
  }

  @Override
  public boolean matches(byte[] password) {
    MessageDigest md5 = Digests.named("MD5");
    md5.update(salt);
    byte[] mixed = md5.digest(password);
    for (int round = 0; round < 1 << cost; round++) {
      md5.update(mixed);
      mixed = md5.digest(password);
    }
    return MessageDigest.isEqual(output.getBytes(US_ASCII), text(mixed).getBytes(US_ASCII));
  }

  private static String text(byte[] d) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WHOLE_GROUPS; i++) {
      CryptBase64.append(text, d[3 * i + 2], d[3 * i + 1], d[3 * i], 4);
    }
    CryptBase64.append(text, 0, 0, d[15], 2);
    return text.toString();
  }

  @Override
  public String name() {
    return "phpass";
  }

  @Override
  public String cost() {
    return Integer.toString(cost);
  }
}
