package dev.rekey.core.password;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An imported hash by bcrypt of the password with a pepper behind it, as Devise makes it: {@code
 * $bcrypt-peppered$}, the pepper's id, the bcrypt hash. As there, a password of 72 bytes leaves no
 * room for the pepper.
 */
record PepperedBcrypt(String keyId, Bcrypt bcrypt) implements Keyed {

  private static final Pattern FORM =
      Pattern.compile("\\$bcrypt-peppered\\$(" + ImportKeys.ID + ")(\\$2.*)");

  static String encoded(String keyId, String bcrypt) {
    return "$bcrypt-peppered$" + keyId + bcrypt;
  }

  static Optional<PepperedBcrypt> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    return parts.matches()
        ? Bcrypt.read(parts.group(2)).map(bcrypt -> new PepperedBcrypt(parts.group(1), bcrypt))
        : Optional.empty();
  }

  @Override
  public boolean matches(byte[] password, byte[] key) {
    byte[] seasoned = Arrays.copyOf(password, password.length + key.length);
    System.arraycopy(key, 0, seasoned, password.length, key.length);
    boolean matches = bcrypt.matches(seasoned);
    Arrays.fill(seasoned, (byte) 0);
    return matches;
  }

  @Override
  public String name() {
    return "bcrypt-peppered";
  }

  @Override
  public String cost() {
    return bcrypt.cost();
  }
}
