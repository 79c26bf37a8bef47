package dev.rekey.core.password;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PHC strings in other spellings than the one that is stored. */
final class PhcHash {

  /** Argon2 1.0 wrote no version; some write none to this day. */
  private static final Pattern ARGON2 =
      Pattern.compile("(\\$argon2(?:id|i|d))\\$(m=\\d+,t=\\d+,p=\\d+\\$.*)");

  private static final Pattern PADDED = Pattern.compile("(\\$argon2.*?)=*\\$([^$]*?)=*");

  /** Passlib's: the count alone, and a base64 with a full stop for the plus. */
  private static final Pattern PBKDF2 =
      Pattern.compile(
          "\\$pbkdf2(?:-(sha1|sha256|sha512))?\\$(?:i=)?([1-9]\\d{0,9})(?:,l=\\d+)?"
              + "\\$([A-Za-z0-9+./]+)=*\\$([A-Za-z0-9+./]+)=*");

  private PhcHash() {}

  static Optional<String> read(String text) {
    return pbkdf2(text).or(() -> argon2(text));
  }

  private static Optional<String> pbkdf2(String text) {
    Matcher parts = PBKDF2.matcher(text);
    return parts.matches()
        ? Optional.of(
            "$pbkdf2-%s$i=%s$%s$%s"
                .formatted(
                    Optional.ofNullable(parts.group(1)).orElse("sha1"),
                    parts.group(2),
                    parts.group(3).replace('.', '+'),
                    parts.group(4).replace('.', '+')))
        : Optional.empty();
  }

  private static Optional<String> argon2(String text) {
    Matcher unversioned = ARGON2.matcher(text);
    String versioned =
        unversioned.matches() ? unversioned.group(1) + "$v=16$" + unversioned.group(2) : text;
    Matcher padded = PADDED.matcher(versioned);
    return padded.matches()
        ? Optional.of(padded.group(1) + '$' + padded.group(2))
        : Optional.empty();
  }
}
