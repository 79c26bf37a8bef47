package dev.rekey.core.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hash by Argon2id (RFC 9106), stored as a PHC string. */
final class Argon2id implements Scheme {

  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  /** The counts of digits only keep the numbers readable; {@link HashCost} has the bounds. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=(16|19)\\$m=([1-9]\\d{0,6}),t=([1-9]\\d?),p=([1-9]\\d?)"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final int version;
  private final HashCost cost;
  private final byte[] salt;
  private final byte[] tag;

  private Argon2id(int version, HashCost cost, byte[] salt, byte[] tag) {
    this.version = version;
    this.cost = cost;
    this.salt = salt;
    this.tag = tag;
  }

  /** Reads a PHC string: salt of 8 to 64 bytes, tag of 16 to 64, everything spelt in one way. */
  static Optional<Argon2id> read(String encoded) {
    Matcher parts = FORM.matcher(encoded);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int memoryKiB = Integer.parseInt(parts.group(2));
    int passes = Integer.parseInt(parts.group(3));
    int lanes = Integer.parseInt(parts.group(4));
    if (!HashCost.isBearable(memoryKiB, passes, lanes)) {
      return Optional.empty();
    }
    int version = Integer.parseInt(parts.group(1));
    HashCost cost = new HashCost(memoryKiB, passes, lanes);
    return PhcBase64.decode(parts.group(5))
        .flatMap(salt ->
            PhcBase64.decode(parts.group(6)).map(tag -> new Argon2id(version, cost, salt, tag)));
  }

  static Argon2id seal(byte[] password, HashCost cost, Argon2 argon2, SecureRandom random) {
    byte[] salt = bytes(random, SALT_BYTES);
    byte[] tag = argon2.tag(password, salt, Argon2.VERSION, cost, TAG_BYTES);
    return new Argon2id(Argon2.VERSION, cost, salt, tag);
  }

  /** A hash of no password at all, which takes as long to verify as a true one. */
  static Argon2id decoy(HashCost cost, SecureRandom random) {
    return new Argon2id(Argon2.VERSION, cost, bytes(random, SALT_BYTES), bytes(random, TAG_BYTES));
  }

  boolean matches(byte[] password, Argon2 argon2) {
    return MessageDigest.isEqual(tag, argon2.tag(password, salt, version, cost, tag.length));
  }

  /** True when sealing anew at {@code wanted} would give a hash of the same make. */
  boolean isMadeAt(HashCost wanted) {
    return version == Argon2.VERSION
        && cost.equals(wanted)
        && salt.length == SALT_BYTES
        && tag.length == TAG_BYTES;
  }

  boolean isCheaperThan(HashCost wanted) {
    return cost.work() < wanted.work();
  }

  @Override
  public String name() {
    return "argon2id";
  }

  @Override
  public String cost() {
    return cost.text();
  }

  String encoded() {
    return "$argon2id$v=%d$%s$%s$%s"
        .formatted(version, cost.text(), PhcBase64.encode(salt), PhcBase64.encode(tag));
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
