package dev.rekey.core.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id as Bouncy Castle computes it. */
final class BouncyCastleArgon2 implements Argon2 {

  @Override
  public byte[] tag(byte[] password, byte[] salt, int version, HashCost cost, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters(salt, version, cost));
    byte[] tag = new byte[length];
    generator.generateBytes(password, tag);
    return tag;
  }

  private static Argon2Parameters parameters(byte[] salt, int version, HashCost cost) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(version)
        .withMemoryAsKB(cost.memoryKiB())
        .withIterations(cost.passes())
        .withParallelism(cost.lanes())
        .withSalt(salt)
        .build();
  }
}
