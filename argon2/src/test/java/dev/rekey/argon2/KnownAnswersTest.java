package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 9106 section 5, and the reference implementation's for version 0x10. */
@Tag("engines")
class KnownAnswersTest {

  private static final List<Argon2Engine> ENGINES =
      Stream.concat(
              Argon2Engines.available(1).stream(), Stream.of(new BouncyCastle(), new Reference()))
          .toList();

  @ParameterizedTest
  @CsvSource({
    "ARGON2D,  V13, 512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb",
    "ARGON2I,  V13, c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8",
    "ARGON2ID, V13, 0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
    "ARGON2D,  V10, 96a9d4e5a1734092c85e29f410a45914a5dd1f5cbf08b2670da68a0285abf32b",
    "ARGON2I,  V10, 87aeedd6517ab830cd9765cd8231abb2e647a5dee08f7c05e02fcb763335d0fd",
    "ARGON2ID, V10, b64615f07789b66b645b67ee9ed3b377ae350b6bfcbb0fc95141ea8f322613c0",
  })
  void everyEngineComputesTheVectors(Variant variant, Version version, String tag) {
    Argon2Parameters parameters = new Argon2Parameters(variant, version, 32, 3, 4, 32);
    Argon2Input input =
        Argon2Input.of(Bytes.repeated(32, 1), Bytes.repeated(16, 2))
            .withSecret(Bytes.repeated(8, 3))
            .withAssociatedData(Bytes.repeated(12, 4));

    assertThat(ENGINES)
        .allSatisfy(engine ->
            assertThat(HexFormat.of().formatHex(engine.hash(parameters, input)))
                .as(engine.name())
                .isEqualTo(tag));
  }
}
