package dev.rekey.cli;

import dev.rekey.core.password.ForeignHash;
import dev.rekey.migrate.HashReader;
import dev.rekey.migrate.Origin;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What is to be known of hashes that do not say it themselves. */
final class HashOptions {

  private static final Pattern DIGEST =
      Pattern.compile("(md5|sha1|sha256|sha512)(?:,(salt-first|salt-last))?");

  @Option(
      names = "--digest",
      paramLabel = "HOW",
      description =
          "How plain digests were made: md5, sha1, sha256 or sha512, with ,salt-first or ,salt-last"
              + " where the column salt belongs to it.")
  private Optional<String> digest = Optional.empty();

  @Option(
      names = "--firebase-rounds",
      paramLabel = "N",
      description = "The rounds of the Firebase project's hashes (default: 8).")
  private int rounds = 8;

  @Option(
      names = "--firebase-memory-cost",
      paramLabel = "N",
      description = "The memory cost of the Firebase project's hashes (default: 14).")
  private int memoryCost = 14;

  @Option(
      names = "--firebase-salt-separator",
      paramLabel = "BASE64",
      description = "The salt separator of the Firebase project (default: Bw==).")
  private String saltSeparator = "Bw==";

  /**
   * @param keeper keeps a key and says what it is called
   */
  HashReader reader(
      Origin origin,
      ImportSecrets secrets,
      Function<byte[], String> keeper,
      Predicate<ForeignHash.Key> hasKey) {
    Optional<String> pepper = secrets.pepper().map(keeper);
    return new HashReader(
        pepper,
        digest.map(HashOptions::digest),
        secrets.firebaseKey(origin).map(key -> firebase(keeper.apply(withSeparator(key)))),
        key -> hasKey.test(key) || pepper.filter(key.id()::equals).isPresent());
  }

  private HashReader.Firebase firebase(String keyId) {
    return new HashReader.Firebase(keyId, memoryCost, rounds);
  }

  private byte[] withSeparator(byte[] signerKey) {
    byte[] separator = ImportSecrets.base64(saltSeparator, "The salt separator of Firebase");
    if (separator.length > Byte.MAX_VALUE || signerKey.length == 0) {
      throw new Refusal("That is no salt separator, or no signer key, of Firebase.");
    }
    return ByteBuffer.allocate(1 + separator.length + signerKey.length)
        .put((byte) separator.length)
        .put(separator)
        .put(signerKey)
        .array();
  }

  private static HashReader.Digest digest(String text) {
    Matcher parts = DIGEST.matcher(text);
    if (!parts.matches()) {
      throw new Refusal("--digest takes for instance sha256,salt-first; not " + text + '.');
    }
    return new HashReader.Digest(parts.group(1), "salt-first".equals(parts.group(2)));
  }
}
