package dev.rekey.bench.kernel;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Input;
import dev.rekey.argon2.Argon2Parameters;

/** Argon2id in C, as {@code argon2-jvm} brings it along. */
final class CLibrary implements Argon2Engine {

  private final Argon2Advanced library = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);

  @Override
  public String name() {
    return Engines.C_LIBRARY;
  }

  @Override
  public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
    return library.rawHash(
        Math.toIntExact(parameters.passes()),
        Math.toIntExact(parameters.memoryKiB()),
        parameters.lanes(),
        input.password(),
        input.salt());
  }
}
