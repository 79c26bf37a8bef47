package dev.rekey.argon2;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import de.mkammerer.argon2.jna.Argon2Library;
import de.mkammerer.argon2.jna.Argon2_context;
import de.mkammerer.argon2.jna.Argon2_type;
import de.mkammerer.argon2.jna.Argon2_version;
import de.mkammerer.argon2.jna.JnaUint32;

/**
 * Argon2 as the reference implementation in C computes it, all lanes on one thread. It refuses
 * salts below 8 bytes.
 *
 * <p>The library's own methods refuse empty passwords, hence the call of what lies below them.
 */
final class Reference implements Argon2Engine {

  static final int LEAST_SALT_BYTES = 8;

  @Override
  public String name() {
    return "C";
  }

  @Override
  public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
    try (Memory tag = new Memory(parameters.tagBytes());
        Memory password = copy(input.password());
        Memory salt = copy(input.salt());
        Memory secret = copy(input.secret());
        Memory data = copy(input.associatedData())) {
      Argon2_context.ByReference context = new Argon2_context.ByReference();
      context.out = tag;
      context.outlen = new JnaUint32(parameters.tagBytes());
      context.pwd = orNull(password, input.password());
      context.pwdlen = new JnaUint32(input.password().length);
      context.salt = salt;
      context.saltlen = new JnaUint32(input.salt().length);
      context.secret = orNull(secret, input.secret());
      context.secretlen = new JnaUint32(input.secret().length);
      context.ad = orNull(data, input.associatedData());
      context.adlen = new JnaUint32(input.associatedData().length);
      context.t_cost = new JnaUint32((int) parameters.passes());
      context.m_cost = new JnaUint32((int) parameters.memoryKiB());
      context.lanes = new JnaUint32(parameters.lanes());
      context.threads = new JnaUint32(1);
      context.version = new Argon2_version(parameters.version().number());
      context.flags = new JnaUint32(0);
      int result = Argon2Library.INSTANCE.argon2_ctx(context, type(parameters));
      if (result != Argon2Library.ARGON2_OK) {
        throw new IllegalArgumentException(Argon2Library.INSTANCE.argon2_error_message(result));
      }
      return tag.getByteArray(0, parameters.tagBytes());
    }
  }

  private static Argon2_type type(Argon2Parameters parameters) {
    return new Argon2_type(
        switch (parameters.variant()) {
          case ARGON2D -> 0;
          case ARGON2I -> 1;
          case ARGON2ID -> 2;
        });
  }

  /** Memory of no bytes cannot be asked for. */
  private static Memory copy(byte[] bytes) {
    Memory memory = new Memory(Math.max(1, bytes.length));
    memory.write(0, bytes, 0, bytes.length);
    return memory;
  }

  private static Pointer orNull(Memory memory, byte[] bytes) {
    return bytes.length == 0 ? Pointer.NULL : memory;
  }
}
