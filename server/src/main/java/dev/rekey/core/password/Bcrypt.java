package dev.rekey.core.password;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * An imported hash by bcrypt, as the Devise family and OCARIoT keep it; none is ever made here.
 *
 * <p>Only the first 72 bytes of a password reach it, because that is how those hashes were made.
 * The next good sign-in makes another hash, of the whole password. The variants differ only in the
 * mistakes of old implementations, which are not repeated: a {@code $2x$} hash of a password with
 * non-ASCII characters does not match.
 */
final class Bcrypt implements Imported {

  private static final int LONGEST_PASSWORD = 72;

  /** The NUL at the end of a C string is hashed as well, if there is room for it. */
  private static final boolean WITH_TERMINATOR = true;

  /** No cost above 16, some seconds of work: 31 would keep a thread for a day. */
  private static final Pattern FORM =
      Pattern.compile("\\$2[abxy]\\$(0[4-9]|1[0-6])\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");

  private static final String ALPHABET =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String BASE64_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final int cost;
  private final String salt;
  private final String output;

  private Bcrypt(int cost, String salt, String output) {
    this.cost = cost;
    this.salt = salt;
    this.output = output;
  }

  static Optional<Bcrypt> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    return parts.matches()
        ? Optional.of(new Bcrypt(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  @Override
  public boolean matches(byte[] password) {
    byte[] key = Arrays.copyOf(password, Math.min(password.length, LONGEST_PASSWORD));
    byte[] computed = BCrypt.generate(key, decode(salt), cost, WITH_TERMINATOR);
    Arrays.fill(key, (byte) 0);
    byte[] expected = decode(output);
    return MessageDigest.isEqual(expected, Arrays.copyOf(computed, expected.length));
  }

  @Override
  public String name() {
    return "bcrypt";
  }

  @Override
  public String cost() {
    return Integer.toString(cost);
  }

  /** Base64 with an alphabet of its own. */
  private static byte[] decode(String text) {
    StringBuilder base64 = new StringBuilder(text.length());
    text.chars().forEach(sign -> base64.append(BASE64_ALPHABET.charAt(ALPHABET.indexOf(sign))));
    return Base64.getDecoder().decode(base64.toString());
  }
}
