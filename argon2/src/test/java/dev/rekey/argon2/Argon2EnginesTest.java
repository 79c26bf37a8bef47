package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jdk.incubator.vector.LongVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engines")
class Argon2EnginesTest {

  private static final boolean HAS_MODULE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  @Test
  void twoEnginesWorkEverywhere() {
    assertThat(Argon2Engines.available().stream().map(Argon2Engine::name))
        .endsWith("loops", "scalar");
    assertThat(Argon2Engines.scalar().name()).isEqualTo("scalar");
    assertThat(Argon2Engines.loops().name()).isEqualTo("loops");
  }

  @Test
  void theVectorEngineComesFirstWhereThereIsOne() {
    Optional<String> vector = Argon2Engines.vector().map(Argon2Engine::name);

    assertThat(Argon2Engines.available().getFirst().name()).isEqualTo(vector.orElse("loops"));
  }

  /** The build runs this in a JVM with the module and in one without. */
  @Test
  void theVectorEngineIsAsWideAsTheLanesOfTheMachine() {
    assertThat(Argon2Engines.vector().map(Argon2Engine::name)).isEqualTo(expected());
  }

  private static Optional<String> expected() {
    return HAS_MODULE ? Lanes.preferred() : Optional.empty();
  }

  /** Not touched without the module. */
  private static final class Lanes {

    static Optional<String> preferred() {
      return Optional.of(LongVector.SPECIES_PREFERRED.vectorBitSize())
          .filter(bits -> bits == 256 || bits == 512)
          .map(bits -> "vector-" + bits);
    }
  }
}
