package dev.rekey.core.password;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a stored hash turns out to be when it is read: a form that can be verified, or none. */
sealed interface Scheme permits Argon2id, Imported, Keyed, Scheme.Peppered, Scheme.Unknown {

  String name();

  /** What it costs, in the scheme's own terms. */
  String cost();

  /** The forms that there are, the most frequent first. */
  List<Function<String, Optional<? extends Scheme>>> FORMS =
      List.of(
          Argon2id::read,
          Peppered::read,
          Bcrypt::read,
          Pbkdf2::read,
          PepperedBcrypt::read,
          Scrypt::read,
          FirebaseScrypt::read,
          ShaCrypt::read,
          Phpass::read,
          SaltedDigest::read,
          BcryptOfSha256::read,
          Argon2Kin::read,
          Md5Crypt::read);

  static Scheme of(PasswordHash hash) {
    for (Function<String, Optional<? extends Scheme>> form : FORMS) {
      Optional<? extends Scheme> scheme = form.apply(hash.encoded());
      if (scheme.isPresent()) {
        return scheme.get();
      }
    }
    return new Unknown();
  }

  /**
   * Argon2id of the password's HMAC under a pepper: {@code $rekey-p1$}, the key's id, the PHC
   * string.
   */
  record Peppered(String key, Argon2id inner) implements Scheme {

    private static final Pattern FORM =
        Pattern.compile("\\$rekey-p1\\$(" + Pepper.ID + ")(\\$argon2id\\$.*)");

    static Optional<Peppered> read(String encoded) {
      Matcher parts = FORM.matcher(encoded);
      return parts.matches()
          ? Argon2id.read(parts.group(2)).map(inner -> new Peppered(parts.group(1), inner))
          : Optional.empty();
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public String cost() {
      return inner.cost();
    }

    String encoded() {
      return "$rekey-p1$" + key + inner.encoded();
    }
  }

  /** Nothing that can be verified, or nothing at all. */
  record Unknown() implements Scheme {

    @Override
    public String name() {
      return "unknown";
    }

    @Override
    public String cost() {
      return "";
    }
  }
}
