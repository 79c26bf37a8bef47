package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies at the ends of what RFC 9106 allows. */
@Tag("engines")
class EdgesTest {

  private static final byte[] PASSWORD = Bytes.random(20, 1);
  private static final byte[] SALT = Bytes.random(16, 2);

  private final List<Argon2Engine> engines = Argon2Engines.available(1);
  private final Argon2Engine bouncyCastle = new BouncyCastle();
  private final Argon2Engine reference = new Reference();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void theLeastMemoryOfSoManyLanesWillDo(int lanes) {
    for (Variant variant : Variant.values()) {
      for (Version version : Version.values()) {
        agree(
            new Argon2Parameters(variant, version, 8L * lanes, 3, lanes, 32),
            Argon2Input.of(PASSWORD, SALT));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"9, 1", "11, 1", "15, 1", "67, 2", "101, 3", "255, 5", "1023, 16"})
  void memoryThatFillsNoSegmentIsHashedAndLeftAlone(long memoryKiB, int lanes) {
    for (Variant variant : Variant.values()) {
      agree(
          Argon2Parameters.argon2id(memoryKiB, 2, lanes).withVariant(variant),
          Argon2Input.of(PASSWORD, SALT));
    }
  }

  /** A segment of more than 128 blocks takes more than one block of addresses. */
  @ParameterizedTest
  @EnumSource(Variant.class)
  void longSegmentsTakeMoreAddresses(Variant variant) {
    for (long memoryKiB : new long[] {508, 511, 512, 516, 520, 1024, 1536, 4100}) {
      agree(
          Argon2Parameters.argon2id(memoryKiB, 2, 1).withVariant(variant),
          Argon2Input.of(PASSWORD, SALT));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1 << 20})
  void aPasswordMayHaveSoManyBytes(int length) {
    agree(small(), Argon2Input.of(Bytes.random(length, length), SALT));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 31, 32, 33, 63, 64, 65, 95, 96, 97, 127, 128, 129, 1024, 1 << 16})
  void aTagMayHaveSoManyBytes(int length) {
    agree(small().withTagBytes(length), Argon2Input.of(PASSWORD, SALT));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 16, 48, 64, 1000})
  void aSaltMayHaveSoManyBytes(int length) {
    agree(small(), Argon2Input.of(PASSWORD, Bytes.random(length, length)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32, 64, 1000})
  void aSecretAndDataMayHaveSoManyBytes(int length) {
    agree(small(), Argon2Input.of(PASSWORD, SALT).withSecret(Bytes.random(length, 3)));
    agree(small(), Argon2Input.of(PASSWORD, SALT).withAssociatedData(Bytes.random(length, 4)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 17, 1000})
  void soManyPasses(long passes) {
    agree(Argon2Parameters.argon2id(8, passes, 1), Argon2Input.of(PASSWORD, SALT));
  }

  @ParameterizedTest
  @CsvSource({"19456, 2, 1", "47104, 1, 1", "65536, 1, 4"})
  void whatServersUse(long memoryKiB, long passes, int lanes) {
    agree(Argon2Parameters.argon2id(memoryKiB, passes, lanes), Argon2Input.of(PASSWORD, SALT));
  }

  private static Argon2Parameters small() {
    return Argon2Parameters.argon2id(32, 2, 2);
  }

  private void agree(Argon2Parameters parameters, Argon2Input input) {
    byte[] tag = bouncyCastle.hash(parameters, input);
    if (input.salt().length >= Reference.LEAST_SALT_BYTES) {
      assertThat(reference.hash(parameters, input)).as("C").isEqualTo(tag);
    }
    assertThat(engines)
        .allSatisfy(
            engine -> assertThat(engine.hash(parameters, input)).as(engine.name()).isEqualTo(tag));
  }
}
