package dev.rekey.core.password;

import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Input;
import dev.rekey.argon2.Argon2Parameters;
import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import java.util.function.Supplier;

/** Argon2id as whoever is the engine at that moment computes it. */
record EngineArgon2(Supplier<Argon2Engine> engine) implements Argon2 {

  @Override
  public byte[] tag(byte[] password, byte[] salt, int version, HashCost cost, int length) {
    return engine
        .get()
        .hash(parameters(version, cost).withTagBytes(length), Argon2Input.of(password, salt));
  }

  private static Argon2Parameters parameters(int version, HashCost cost) {
    return parameters(cost)
        .withVariant(Variant.ARGON2ID)
        .withVersion(version == VERSION ? Version.V13 : Version.V10);
  }

  static Argon2Parameters parameters(HashCost cost) {
    return Argon2Parameters.argon2id(cost.memoryKiB(), cost.passes(), cost.lanes());
  }
}
