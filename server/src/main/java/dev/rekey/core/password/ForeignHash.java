package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.password.SaltedDigest.Algorithm;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a hash as another system spells it: PHC strings, modular crypt, Django, LDAP, and whatever
 * this server writes itself. What is read has the one spelling in which it is stored.
 */
public final class ForeignHash {

  private ForeignHash() {}

  /** What a text turns out to be. */
  public sealed interface Reading {

    /** A hash that this server can verify. */
    record Read(PasswordHash hash) implements Reading {}

    /** None that it would; why, without a word of the hash. */
    record Refused(String why) implements Reading {}
  }

  /**
   * A key that a hash needs beside the password.
   *
   * @param ofThisServer one of the configured pepper; else one that came with an import
   */
  public record Key(String id, boolean ofThisServer) {}

  /** The key without which the hash verifies nothing, if there is one. */
  public static Optional<Key> keyOf(PasswordHash hash) {
    return switch (Scheme.of(hash)) {
      case Scheme.Peppered peppered -> Optional.of(new Key(peppered.key(), true));
      case Keyed keyed -> Optional.of(new Key(keyed.keyId(), false));
      case Argon2id _, Imported _, Scheme.Unknown _ -> Optional.empty();
    };
  }

  /** Reads a hash that says itself how it was made. */
  public static Reading read(String text) {
    String spelt = text.strip();
    return canonical(spelt)
        .or(() -> LdapHash.read(spelt))
        .or(() -> DjangoHash.read(spelt))
        .or(() -> PhcHash.read(spelt))
        .map(PasswordHash::of)
        .filter(ForeignHash::isKnown)
        .<Reading>map(Reading.Read::new)
        .orElseGet(() -> new Reading.Refused(complaint(spelt)));
  }

  /** Reads a bcrypt hash of a password with a pepper behind it. */
  public static Reading readPeppered(String bcrypt, String keyId) {
    return known(PepperedBcrypt.encoded(keyId, bcrypt.strip()), () -> complaint(bcrypt.strip()));
  }

  /**
   * Takes what PBKDF2 made.
   *
   * @param digest sha1, sha256 or sha512
   */
  public static Reading ofPbkdf2(String digest, long iterations, byte[] salt, byte[] output) {
    String encoded =
        "$pbkdf2-%s$i=%d$%s$%s"
            .formatted(digest, iterations, PhcBase64.encode(salt), PhcBase64.encode(output));
    return known(encoded, () -> "PBKDF2: 1 to 2000000 iterations, a salt, 16 to 64 bytes");
  }

  /**
   * Takes what Argon2 made.
   *
   * @param variant id, i or d
   */
  public static Reading ofArgon2(
      String variant, int version, String cost, byte[] salt, byte[] output) {
    String encoded =
        "$argon2%s$v=%d$%s$%s$%s"
            .formatted(variant, version, cost, PhcBase64.encode(salt), PhcBase64.encode(output));
    return known(encoded, () -> complaint(encoded));
  }

  /** Takes the base64 of what Onezone keeps. */
  public static Reading ofOnezone(String base64) {
    try {
      return new Reading.Read(PasswordHash.ofOnezone(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException e) {
      return new Reading.Refused("not the 65 bytes in base64 that Onezone keeps");
    }
  }

  /** Takes what Firebase made, see {@link FirebaseScrypt}. */
  public static Reading ofFirebase(
      String keyId, int memoryCost, int rounds, String saltBase64, String hashBase64) {
    Optional<byte[]> salt = base64(saltBase64);
    Optional<byte[]> hash = base64(hashBase64);
    return salt.isPresent() && hash.isPresent()
        ? known(
            FirebaseScrypt.encoded(keyId, memoryCost, rounds, salt.get(), hash.get()),
            () -> "a Firebase hash within bounds: memory cost and rounds of at most 128 MiB")
        : new Reading.Refused("hash and salt of Firebase are base64");
  }

  /**
   * Takes one plain digest.
   *
   * @param algorithm md5, sha1, sha256 or sha512
   * @param salt as text; empty for none
   * @param output in hex, or else in base64
   */
  public static Reading ofDigest(String algorithm, boolean saltFirst, String salt, String output) {
    Optional<Algorithm> known =
        Arrays.stream(Algorithm.values()).filter(one -> one.text().equals(algorithm)).findFirst();
    return known
        .flatMap(one ->
            hexOrBase64(output, one.bytes())
                .map(bytes -> SaltedDigest.encoded(one, saltFirst, salt.getBytes(UTF_8), bytes)))
        .map(encoded -> known(encoded, () -> "a salt of at most 256 bytes"))
        .orElseGet(() -> new Reading.Refused("not a digest of " + algorithm + " in hex or base64"));
  }

  private static Reading known(String encoded, Supplier<String> otherwise) {
    PasswordHash hash = PasswordHash.of(encoded);
    return isKnown(hash) ? new Reading.Read(hash) : new Reading.Refused(otherwise.get());
  }

  private static boolean isKnown(PasswordHash hash) {
    return !(Scheme.of(hash) instanceof Scheme.Unknown);
  }

  private static Optional<String> canonical(String text) {
    return Optional.of(text).filter(one -> isKnown(PasswordHash.of(one)));
  }

  static Optional<byte[]> base64(String text) {
    Function<Base64.Decoder, Optional<byte[]>> by =
        decoder -> {
          try {
            return Optional.of(decoder.decode(text.strip()));
          } catch (IllegalArgumentException e) {
            return Optional.empty();
          }
        };
    return by.apply(Base64.getDecoder()).or(() -> by.apply(Base64.getUrlDecoder()));
  }

  private static Optional<byte[]> hexOrBase64(String text, int bytes) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    return digits.matches("[0-9a-f]{" + 2 * bytes + "}")
        ? Optional.of(HexFormat.of().parseHex(digits))
        : base64(text).filter(decoded -> decoded.length == bytes);
  }

  /** What is wrong with it, by the family that it looks like. */
  private static String complaint(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    if (low.contains("$2a$") || low.contains("$2b$") || low.contains("$2y$")) {
      return "a bcrypt hash has a cost of 4 to 16 and 53 characters of salt and output";
    }
    if (low.contains("argon2")) {
      return "an Argon2 hash may ask for m=8p..1048576 KiB, t=1..64, p=1..64, and is a PHC string";
    }
    if (low.contains("pbkdf2")) {
      return "a PBKDF2 hash may ask for 1 to 2000000 iterations of sha1, sha256 or sha512";
    }
    if (low.contains("scrypt")) {
      return "a scrypt hash may ask for 128 MiB at most";
    }
    if (low.startsWith("$5$") || low.startsWith("$6$")) {
      return "a SHA crypt hash may ask for 1000 to 1000000 rounds";
    }
    if (low.startsWith("$p$") || low.startsWith("$h$")) {
      return "a phpass hash may ask for 2^7 to 2^20 rounds";
    }
    return "the form of the password hash is not known; see --digest for plain digests";
  }
}
