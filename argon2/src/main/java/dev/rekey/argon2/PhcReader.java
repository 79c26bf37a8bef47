package dev.rekey.argon2;

import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The grammar of an Argon2 hash in the PHC string format: the fields in their order, numbers
 * without leading zeros, nothing else.
 */
final class PhcReader {

  private static final Pattern FORM =
      Pattern.compile(
          """
          \\$(?<variant>argon2(?:d|i|id))\
          (?:\\$v=(?<version>16|19))?\
          \\$m=(?<memory>[1-9]\\d{0,9}),t=(?<passes>[1-9]\\d{0,9}),p=(?<lanes>[1-9]\\d{0,7})\
          (?:,keyid=(?<key>[A-Za-z0-9+/]{0,11}))?\
          (?:,data=(?<data>[A-Za-z0-9+/]{0,43}))?\
          \\$(?<salt>[A-Za-z0-9+/]*)\
          \\$(?<tag>[A-Za-z0-9+/]+)\
          """);

  private final Matcher fields;

  private PhcReader(Matcher fields) {
    this.fields = fields;
  }

  static Optional<Argon2Hash> read(String encoded, Argon2Limits limits) {
    Matcher fields = FORM.matcher(encoded);
    return fields.matches() ? new PhcReader(fields).read(limits) : Optional.empty();
  }

  private Optional<Argon2Hash> read(Argon2Limits limits) {
    return bytes("salt")
        .flatMap(salt ->
            bytes("tag")
                .flatMap(tag ->
                    parameters(tag.length)
                        .filter(parameters -> limits.allow(parameters, salt.length))
                        .flatMap(parameters -> read(parameters, salt, tag))));
  }

  private Optional<Argon2Hash> read(Argon2Parameters parameters, byte[] salt, byte[] tag) {
    return bytes("key")
        .flatMap(
            key -> bytes("data").map(data -> new Argon2Hash(parameters, key, data, salt, tag)));
  }

  private Optional<Argon2Parameters> parameters(int tagBytes) {
    try {
      return Optional.of(
          new Argon2Parameters(
              variant(), version(), number("memory"), number("passes"), lanes(), tagBytes));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Variant variant() {
    return Stream.of(Variant.values())
        .filter(variant -> variant.id().equals(fields.group("variant")))
        .findFirst()
        .orElseThrow();
  }

  /** Hashes from before there were two versions do not name theirs. */
  private Version version() {
    return "19".equals(fields.group("version")) ? Version.V13 : Version.V10;
  }

  private int lanes() {
    return Integer.parseInt(fields.group("lanes"));
  }

  private long number(String field) {
    return Long.parseLong(fields.group(field));
  }

  /** The bytes of a field; none where it is not there. */
  private Optional<byte[]> bytes(String field) {
    return PhcBase64.decode(Optional.ofNullable(fields.group(field)).orElse(""));
  }
}
