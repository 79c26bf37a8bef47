package dev.rekey.core.password;

import dev.rekey.core.password.SaltedDigest.Algorithm;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes with their scheme in braces, as directories keep them in {@code userPassword} (RFC 2307
 * section 5.3, and what came after), and Spring Security.
 */
final class LdapHash {

  private static final Pattern FORM = Pattern.compile("\\{([A-Za-z0-9_-]+)}(.*)");

  private LdapHash() {}

  static Optional<String> read(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String value = parts.group(2);
    return switch (parts.group(1).toUpperCase(Locale.ROOT)) {
      case "MD5", "SMD5" -> digest(Algorithm.MD5, value);
      case "SHA", "SSHA" -> digest(Algorithm.SHA1, value);
      case "SHA256", "SSHA256" -> digest(Algorithm.SHA256, value);
      case "SHA512", "SSHA512" -> digest(Algorithm.SHA512, value);
      case "CRYPT", "BCRYPT", "ARGON2", "BLF-CRYPT", "SHA512-CRYPT", "SHA256-CRYPT", "MD5-CRYPT" ->
          PhcHash.read(value).or(() -> Optional.of(value));
      case "PBKDF2", "PBKDF2-SHA1" -> PhcHash.read("$pbkdf2-sha1$" + value);
      case "PBKDF2-SHA256" -> PhcHash.read("$pbkdf2-sha256$" + value);
      case "PBKDF2-SHA512" -> PhcHash.read("$pbkdf2-sha512$" + value);
      default -> Optional.empty();
    };
  }

  /** The output, and behind it the salt, if there is one. */
  private static Optional<String> digest(Algorithm algorithm, String base64) {
    return ForeignHash.base64(base64)
        .filter(bytes -> bytes.length >= algorithm.bytes())
        .map(bytes ->
            SaltedDigest.encoded(
                algorithm,
                false,
                Arrays.copyOfRange(bytes, algorithm.bytes(), bytes.length),
                Arrays.copyOf(bytes, algorithm.bytes())));
  }
}
