package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.password.SaltedDigest.Algorithm;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Hashes as Django keeps them, the algorithm first and without a dollar before it
 * (django.contrib.auth.hashers).
 */
final class DjangoHash {

  private DjangoHash() {}

  static Optional<String> read(String text) {
    String[] parts = text.split("\\$", -1);
    return switch (parts[0]) {
      case "pbkdf2_sha256" -> pbkdf2("sha256", parts);
      case "pbkdf2_sha1" -> pbkdf2("sha1", parts);
      case "argon2" -> Optional.of(text.substring("argon2".length()));
      case "bcrypt_sha256" ->
          Optional.of(BcryptOfSha256.PREFIX + text.substring("bcrypt_sha256$".length()));
      case "bcrypt" -> Optional.of(text.substring("bcrypt$".length()));
      case "scrypt" -> scrypt(parts);
      case "md5" -> digest(Algorithm.MD5, parts);
      case "sha1" -> digest(Algorithm.SHA1, parts);
      default -> Optional.empty();
    };
  }

  /** {@code algorithm$iterations$salt$base64}. */
  private static Optional<String> pbkdf2(String digest, String... parts) {
    return parts.length == 4 && parts[1].matches("[1-9]\\d{0,9}")
        ? ForeignHash.base64(parts[3])
            .map(output ->
                "$pbkdf2-%s$i=%s$%s$%s"
                    .formatted(digest, parts[1], salt(parts[2]), PhcBase64.encode(output)))
        : Optional.empty();
  }

  /** {@code scrypt$N$salt$r$p$base64}. */
  private static Optional<String> scrypt(String... parts) {
    if (parts.length != 6
        || !(parts[1] + ',' + parts[3] + ',' + parts[4]).matches("\\d{1,9},\\d{1,3},\\d{1,3}")) {
      return Optional.empty();
    }
    int n = Integer.parseInt(parts[1]);
    if (Integer.bitCount(n) != 1) {
      return Optional.empty();
    }
    Scrypt.Cost cost =
        new Scrypt.Cost(
            Integer.numberOfTrailingZeros(n),
            Integer.parseInt(parts[3]),
            Integer.parseInt(parts[4]));
    return ForeignHash.base64(parts[5])
        .map(output -> Scrypt.encoded(cost, parts[2].getBytes(UTF_8), output));
  }

  /** {@code algorithm$salt$hex}. */
  private static Optional<String> digest(Algorithm algorithm, String... parts) {
    return parts.length == 3 && parts[2].matches("[0-9a-f]{" + 2 * algorithm.bytes() + "}")
        ? Optional.of(
            SaltedDigest.encoded(
                algorithm, true, parts[1].getBytes(UTF_8), HexFormat.of().parseHex(parts[2])))
        : Optional.empty();
  }

  private static String salt(String text) {
    return PhcBase64.encode(text.getBytes(UTF_8));
  }
}
