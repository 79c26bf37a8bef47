package dev.rekey.bench.kernel;

import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Input;
import dev.rekey.argon2.Argon2Parameters;
import java.math.BigInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** Argon2id in Bouncy Castle's pure Java. */
record BouncyCastle() implements Argon2Engine {

  @Override
  public String name() {
    return Engines.BOUNCY_CASTLE;
  }

  @Override
  public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
            .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(BigInteger.valueOf(parameters.memoryKiB()).intValueExact())
            .withIterations(BigInteger.valueOf(parameters.passes()).intValueExact())
            .withParallelism(parameters.lanes())
            .withSalt(input.salt())
            .build());
    byte[] tag = new byte[parameters.tagBytes()];
    generator.generateBytes(input.password(), tag);
    return tag;
  }
}
