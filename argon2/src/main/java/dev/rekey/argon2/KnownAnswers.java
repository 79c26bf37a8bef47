package dev.rekey.argon2;

import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What every engine must be able to compute: the test vectors of RFC 9106 section 5, and those of
 * the reference implementation for the version before.
 */
final class KnownAnswers {

  private static final List<KnownAnswer> ALL =
      List.of(
          new KnownAnswer(
              Variant.ARGON2D,
              Version.V13,
              "512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb"),
          new KnownAnswer(
              Variant.ARGON2I,
              Version.V13,
              "c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8"),
          new KnownAnswer(
              Variant.ARGON2ID,
              Version.V13,
              "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"),
          new KnownAnswer(
              Variant.ARGON2D,
              Version.V10,
              "96a9d4e5a1734092c85e29f410a45914a5dd1f5cbf08b2670da68a0285abf32b"),
          new KnownAnswer(
              Variant.ARGON2I,
              Version.V10,
              "87aeedd6517ab830cd9765cd8231abb2e647a5dee08f7c05e02fcb763335d0fd"),
          new KnownAnswer(
              Variant.ARGON2ID,
              Version.V10,
              "b64615f07789b66b645b67ee9ed3b377ae350b6bfcbb0fc95141ea8f322613c0"));

  private KnownAnswers() {}

  /** What an engine gets wrong first; empty when it gets everything right. */
  static Optional<String> complaintAbout(Argon2Engine engine) {
    return ALL.stream().flatMap(answer -> answer.complaintAbout(engine).stream()).findFirst();
  }

  /** A computation and its result. */
  private record KnownAnswer(Variant variant, Version version, String tag) {

    private static final int MEMORY_KIB = 32;
    private static final int PASSES = 3;
    private static final int LANES = 4;
    private static final int TAG_BYTES = 32;

    Optional<String> complaintAbout(Argon2Engine engine) {
      byte[] found = engine.hash(parameters(), input());
      return Arrays.equals(found, HexFormat.of().parseHex(tag))
          ? Optional.empty()
          : Optional.of("computes %s of version %d wrong".formatted(variant, version.number()));
    }

    private Argon2Parameters parameters() {
      return new Argon2Parameters(variant, version, MEMORY_KIB, PASSES, LANES, TAG_BYTES);
    }

    private static Argon2Input input() {
      return Argon2Input.of(bytes(32, 1), bytes(16, 2))
          .withSecret(bytes(8, 3))
          .withAssociatedData(bytes(12, 4));
    }

    private static byte[] bytes(int count, int value) {
      byte[] bytes = new byte[count];
      Arrays.fill(bytes, (byte) value);
      return bytes;
    }
  }
}
