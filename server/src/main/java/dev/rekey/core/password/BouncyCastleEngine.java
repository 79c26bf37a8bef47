package dev.rekey.core.password;

import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Input;
import dev.rekey.argon2.Argon2Parameters;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** Argon2 as Bouncy Castle computes it, for comparison and as the last resort. */
final class BouncyCastleEngine implements Argon2Engine {

  @Override
  public String name() {
    return "bouncycastle";
  }

  @Override
  public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(inItsTerms(parameters, input));
    byte[] tag = new byte[parameters.tagBytes()];
    generator.generateBytes(input.password(), tag);
    return tag;
  }

  private static org.bouncycastle.crypto.params.Argon2Parameters inItsTerms(
      Argon2Parameters parameters, Argon2Input input) {
    return new org.bouncycastle.crypto.params.Argon2Parameters.Builder(type(parameters.variant()))
        .withVersion(parameters.version().number())
        .withMemoryAsKB(Math.toIntExact(parameters.memoryKiB()))
        .withIterations(Math.toIntExact(parameters.passes()))
        .withParallelism(parameters.lanes())
        .withSalt(input.salt())
        .withSecret(input.secret())
        .withAdditional(input.associatedData())
        .build();
  }

  private static int type(Argon2Parameters.Variant variant) {
    return switch (variant) {
      case ARGON2D -> org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_d;
      case ARGON2I -> org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_i;
      case ARGON2ID -> org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id;
    };
  }
}
