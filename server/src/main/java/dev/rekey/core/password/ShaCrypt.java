package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An imported hash by SHA-256 or SHA-512 crypt, {@code $5$} and {@code $6$} (Drepper, "Unix crypt
 * using SHA-256 and SHA-512", version 0.6).
 */
final class ShaCrypt implements Imported {

  private static final int USUAL_ROUNDS = 5_000;
  private static final int LEAST_ROUNDS = 1_000;
  private static final int MOST_ROUNDS = 1_000_000;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$([56])\\$(?:rounds=([1-9]\\d{3,6})\\$)?([^$:\\n]{0,16})\\$([./A-Za-z0-9]{43,86})");

  private final Kind kind;
  private final int rounds;
  private final byte[] salt;
  private final String output;

  private ShaCrypt(Kind kind, int rounds, byte[] salt, String output) {
    this.kind = kind;
    this.rounds = rounds;
    this.salt = salt;
    this.output = output;
  }

  private enum Kind {
    SHA256("SHA-256", 43),
    SHA512("SHA-512", 86);

    private final String digest;
    private final int characters;

    Kind(String digest, int characters) {
      this.digest = digest;
      this.characters = characters;
    }
  }

  static Optional<ShaCrypt> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Kind kind = parts.group(1).equals("5") ? Kind.SHA256 : Kind.SHA512;
    int rounds = Optional.ofNullable(parts.group(2)).map(Integer::parseInt).orElse(USUAL_ROUNDS);
    boolean bearable = LEAST_ROUNDS <= rounds && rounds <= MOST_ROUNDS;
    String output = parts.group(4);
    return bearable && output.length() == kind.characters
        ? Optional.of(new ShaCrypt(kind, rounds, parts.group(3).getBytes(UTF_8), output))
        : Optional.empty();
  }

  @Override
  public boolean matches(byte[] password) {
    String computed = kind == Kind.SHA256 ? text256(digest(password)) : text512(digest(password));
    return MessageDigest.isEqual(output.getBytes(US_ASCII), computed.getBytes(US_ASCII));
  }

  /** Steps 1 to 21 of the specification. */
  private byte[] digest(byte[] password) {
    byte[] mixed = start(password);
    byte[] longPassword = stretch(repeated(password, password.length), password.length);
    byte[] longSalt = stretch(repeated(salt, 16 + (mixed[0] & 0xff)), salt.length);
    for (int round = 0; round < rounds; round++) {
      mixed = round(round, mixed, longPassword, longSalt);
    }
    return mixed;
  }

  /** Steps 1 to 12. */
  private byte[] start(byte[] password) {
    MessageDigest other = Digests.named(kind.digest);
    other.update(password);
    other.update(salt);
    byte[] second = other.digest(password);
    MessageDigest first = Digests.named(kind.digest);
    first.update(password);
    first.update(salt);
    first.update(stretch(second, password.length));
    for (int bits = password.length; bits > 0; bits >>= 1) {
      first.update((bits & 1) == 1 ? second : password);
    }
    return first.digest();
  }

  /** The digest of a text that is repeated. */
  private byte[] repeated(byte[] text, int times) {
    MessageDigest digest = Digests.named(kind.digest);
    for (int i = 0; i < times; i++) {
      digest.update(text);
    }
    return digest.digest();
  }

  /** The bytes again and again, until there are so many. */
  private static byte[] stretch(byte[] bytes, int length) {
    byte[] all = new byte[length];
    for (int i = 0; i < length; i++) {
      all[i] = bytes[i % bytes.length];
    }
    return all;
  }

  /** Step 21. */
  private byte[] round(int round, byte[] mixed, byte[] password, byte[] longSalt) {
    boolean odd = round % 2 == 1;
    MessageDigest digest = Digests.named(kind.digest);
    digest.update(odd ? password : mixed);
    if (round % 3 != 0) {
      digest.update(longSalt);
    }
    if (round % 7 != 0) {
      digest.update(password);
    }
    return digest.digest(odd ? mixed : password);
  }

  /** The bytes go round by tens and ones: 0 10 20, 21 1 11, 12 22 2, and so on. */
  private static String text256(byte[] d) {
    StringBuilder text = new StringBuilder();
    int[] at = {0, 10, 20};
    for (int i = 0; i < 10; i++) {
      CryptBase64.append(text, d[at[0]], d[at[1]], d[at[2]], 4);
      at = new int[] {at[2] + 1, at[0] + 1, at[1] + 1};
    }
    CryptBase64.append(text, 0, d[31], d[30], 3);
    return text.toString();
  }

  private static String text512(byte[] d) {
    StringBuilder text = new StringBuilder();
    int[] at = {0, 21, 42};
    for (int i = 0; i < 21; i++) {
      CryptBase64.append(text, d[at[0]], d[at[1]], d[at[2]], 4);
      at = new int[] {at[1] + 1, at[2] + 1, at[0] + 1};
    }
    CryptBase64.append(text, 0, 0, d[63], 2);
    return text.toString();
  }

  @Override
  public String name() {
    return kind == Kind.SHA256 ? "sha256-crypt" : "sha512-crypt";
  }

  @Override
  public String cost() {
    return Integer.toString(rounds);
  }
}
