package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An imported hash by MD5 crypt, {@code $1$} and Apache's {@code $apr1$} (Kamp, FreeBSD 2.0,
 * crypt.c): a thousand rounds, which were enough in 1994.
 */
final class Md5Crypt implements Imported {

  private static final int ROUNDS = 1_000;
  private static final int BYTES = 16;

  private static final Pattern FORM =
      Pattern.compile("(\\$(?:1|apr1)\\$)([^$:\\n]{0,8})\\$([./A-Za-z0-9]{22})");

  private final String magic;
  private final byte[] salt;
  private final String output;

  private Md5Crypt(String magic, byte[] salt, String output) {
    this.magic = magic;
    this.salt = salt;
    this.output = output;
  }

  static Optional<Md5Crypt> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    return parts.matches()
        ? Optional.of(new Md5Crypt(parts.group(1), parts.group(2).getBytes(UTF_8), parts.group(3)))
        : Optional.empty();
  }

  @Override
  public boolean matches(byte[] password) {
    byte[] mixed = start(password);
    for (int round = 0; round < ROUNDS; round++) {
      mixed = round(round, mixed, password);
    }
    return MessageDigest.isEqual(output.getBytes(US_ASCII), text(mixed).getBytes(US_ASCII));
  }

  private byte[] start(byte[] password) {
    MessageDigest other = Digests.named("MD5");
    other.update(password);
    other.update(salt);
    byte[] second = other.digest(password);
    MessageDigest first = Digests.named("MD5");
    first.update(password);
    first.update(magic.getBytes(US_ASCII));
    first.update(salt);
    for (int left = password.length; left > 0; left -= BYTES) {
      first.update(second, 0, Math.min(left, BYTES));
    }
    for (int bits = password.length; bits > 0; bits >>= 1) {
      first.update((bits & 1) == 1 ? (byte) 0 : password[0]);
    }
    return first.digest();
  }

  private byte[] round(int round, byte[] mixed, byte[] password) {
    boolean odd = round % 2 == 1;
    MessageDigest digest = Digests.named("MD5");
    digest.update(odd ? password : mixed);
    if (round % 3 != 0) {
      digest.update(salt);
    }
    if (round % 7 != 0) {
      digest.update(password);
    }
    return digest.digest(odd ? mixed : password);
  }

  private static String text(byte[] d) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      CryptBase64.append(text, d[i], d[i + 6], i == 4 ? d[5] : d[i + 12], 4);
    }
    CryptBase64.append(text, 0, 0, d[11], 2);
    return text.toString();
  }

  @Override
  public String name() {
    return "md5-crypt";
  }

  @Override
  public String cost() {
    return Integer.toString(ROUNDS);
  }
}
