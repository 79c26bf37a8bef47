package dev.rekey.argon2;

import java.util.Optional;
import jdk.incubator.vector.LongVector;

/** The forms that need the Vector API; not to be touched in a JVM without it. */
final class VectorForms {

  private VectorForms() {}

  /** The engine whose lanes are as wide as this machine likes them. */
  static Optional<Argon2Engine> preferred(int idle) {
    return switch (LongVector.SPECIES_PREFERRED.vectorBitSize()) {
      case 512 -> Optional.of(new PooledEngine("vector-512", Vector512Compression::new, idle));
      case 256 -> Optional.of(new PooledEngine("vector-256", Vector256Compression::new, idle));
      default -> Optional.empty();
    };
  }
}
