package dev.rekey.argon2;

import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters.Builder;

/** Argon2 as Bouncy Castle computes it. */
final class BouncyCastle implements Argon2Engine {

  @Override
  public String name() {
    return "bouncy-castle";
  }

  @Override
  public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Builder(number(parameters.variant()))
            .withVersion(number(parameters.version()))
            .withMemoryAsKB((int) parameters.memoryKiB())
            .withIterations((int) parameters.passes())
            .withParallelism(parameters.lanes())
            .withSalt(input.salt())
            .withSecret(input.secret())
            .withAdditional(input.associatedData())
            .build());
    byte[] tag = new byte[parameters.tagBytes()];
    generator.generateBytes(input.password(), tag);
    return tag;
  }

  private static int number(Variant variant) {
    return switch (variant) {
      case ARGON2D -> org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_d;
      case ARGON2I -> org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_i;
      case ARGON2ID -> org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id;
    };
  }

  private static int number(Version version) {
    return switch (version) {
      case V10 -> org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_10;
      case V13 -> org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13;
    };
  }
}
