package dev.rekey.migrate;

import dev.rekey.core.password.ForeignHash;
import dev.rekey.core.password.PasswordHash;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the hashes of a file, given what its rows do not say.
 *
 * @param pepper the name of the key that was appended to every password before bcrypt
 * @param digest how digests are made that do not say it themselves
 * @param firebase the cost and the key of a Firebase project
 * @param hasKey whether there is a key of that name, of this server or of another import
 */
public record HashReader(
    Optional<String> pepper,
    Optional<Digest> digest,
    Optional<Firebase> firebase,
    Predicate<ForeignHash.Key> hasKey) {

  /** How a plain digest is made: of md5, sha1, sha256 or sha512. */
  public record Digest(String algorithm, boolean saltFirst) {}

  /** What is the same for all hashes of a Firebase project. */
  public record Firebase(String keyId, int memoryCost, int rounds) {}

  PasswordHash read(String text, Optional<String> salt) {
    return switch (reading(text, salt)) {
      case ForeignHash.Reading.Read(PasswordHash hash) -> withKey(hash);
      case ForeignHash.Reading.Refused(String why) -> throw new Misfit(why);
    };
  }

  static PasswordHash require(ForeignHash.Reading reading) {
    return switch (reading) {
      case ForeignHash.Reading.Read(PasswordHash hash) -> hash;
      case ForeignHash.Reading.Refused(String why) -> throw new Misfit(why);
    };
  }

  private ForeignHash.Reading reading(String text, Optional<String> salt) {
    if (pepper.isPresent() && text.startsWith("$2")) {
      return ForeignHash.readPeppered(text, pepper.get());
    }
    if (firebase.isPresent() && salt.isPresent()) {
      Firebase project = firebase.get();
      return ForeignHash.ofFirebase(
          project.keyId(), project.memoryCost(), project.rounds(), salt.get(), text);
    }
    boolean saysItself = text.indexOf('$') >= 0 || text.startsWith("{");
    if (digest.isPresent() && !saysItself) {
      return ForeignHash.ofDigest(
          digest.get().algorithm(), digest.get().saltFirst(), salt.orElse(""), text);
    }
    return ForeignHash.read(text);
  }

  /** A hash that nothing can verify is worse than none. */
  private PasswordHash withKey(PasswordHash hash) {
    ForeignHash.keyOf(hash)
        .filter(key -> !hasKey.test(key))
        .ifPresent(key -> {
          throw new Misfit(
              "the hash needs the key `" + key.id() + "`, which is not here; see --pepper-file");
        });
    return hash;
  }
}
