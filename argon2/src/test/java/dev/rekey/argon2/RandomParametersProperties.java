package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Every engine gives what Bouncy Castle and the reference implementation in C give. */
@Tag("engines")
class RandomParametersProperties {

  private static final int MOST_LANES = 16;

  private final List<Argon2Engine> engines = Argon2Engines.available(1);
  private final Argon2Engine bouncyCastle = new BouncyCastle();
  private final Argon2Engine reference = new Reference();

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.MIXIN, shrinking = ShrinkingMode.BOUNDED)
  void allGiveTheSameTag(
      @ForAll("parameters") Argon2Parameters parameters, @ForAll("inputs") Argon2Input input) {
    byte[] tag = bouncyCastle.hash(parameters, input);

    assertThat(reference.hash(parameters, input)).as("C").isEqualTo(tag);
    for (Argon2Engine engine : engines) {
      assertThat(engine.hash(parameters, input)).as(engine.name()).isEqualTo(tag);
    }
  }

  /** Memory is any number of KiB, of which a few may be too many for whole segments. */
  @Provide
  Arbitrary<Argon2Parameters> parameters() {
    return Arbitraries.integers()
        .between(1, MOST_LANES)
        .flatMap(lanes ->
            Combinators.combine(
                    Arbitraries.of(Variant.class),
                    Arbitraries.of(Version.class),
                    memory(lanes),
                    Arbitraries.longs().between(1, 4),
                    Arbitraries.integers().between(4, 128))
                .as((variant, version, memory, passes, tag) ->
                    new Argon2Parameters(variant, version, memory, passes, lanes, tag)));
  }

  private static Arbitrary<Long> memory(int lanes) {
    long least = 8L * lanes;
    return Arbitraries.frequencyOf(
        Tuple.of(60, Arbitraries.longs().between(least, least + 80)),
        Tuple.of(1, Arbitraries.longs().between(least, 2048)));
  }

  @Provide
  Arbitrary<Argon2Input> inputs() {
    return Combinators.combine(
            bytes(0, 300), bytes(Reference.LEAST_SALT_BYTES, 64), bytes(0, 64), bytes(0, 64))
        .as((password, salt, secret, data) ->
            Argon2Input.of(password, salt).withSecret(secret).withAssociatedData(data));
  }

  /** Seeds are quicker to come by than as many random bytes. */
  private static Arbitrary<byte[]> bytes(int least, int most) {
    return Combinators.combine(Arbitraries.integers().between(least, most), Arbitraries.longs())
        .as(Bytes::random);
  }
}
