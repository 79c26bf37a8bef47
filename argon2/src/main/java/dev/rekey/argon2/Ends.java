package dev.rekey.argon2;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Where bytes become blocks and blocks become bytes: both ends of RFC 9106 section 3.2. */
final class Ends {

  /** How many blocks of each lane are made of the input alone. */
  static final int FIRST_BLOCKS = 2;

  private static final int BLOCK_BYTES = Long.BYTES * Compression.BLOCK_WORDS;
  private static final int SEED_BYTES = Blake2b.MOST_DIGEST_BYTES;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Argon2Parameters parameters;
  private final Layout layout;
  private final Memory memory;
  private final Compression compression;
  private final Blake2b blake = new Blake2b();
  private final VariableHash hash = new VariableHash(blake);
  private final byte[] bytes = new byte[BLOCK_BYTES];

  /** H_0, with room behind it for the column and the lane. */
  private final byte[] seed = new byte[SEED_BYTES + 2 * Integer.BYTES];

  Ends(Argon2Parameters parameters, Layout layout, Workspace workspace) {
    this.parameters = parameters;
    this.layout = layout;
    this.memory = workspace.memory();
    this.compression = workspace.compression();
  }

  /** Steps 1 to 4: makes the first two blocks of every lane. */
  void begin(Argon2Input input) {
    seed(input);
    for (int lane = 0; lane < layout.lanes(); lane++) {
      Blake2b.put(lane, seed, SEED_BYTES + Integer.BYTES);
      for (int column = 0; column < FIRST_BLOCKS; column++) {
        Blake2b.put(column, seed, SEED_BYTES);
        hash.hash(seed, bytes);
        store(layout.block(lane, column));
      }
    }
  }

  /** Steps 7 and 8: hashes the sum of the last block of every lane. */
  byte[] finish() {
    Arrays.fill(bytes, (byte) 0);
    for (int lane = 0; lane < layout.lanes(); lane++) {
      add(layout.lastBlock(lane));
    }
    byte[] tag = new byte[parameters.tagBytes()];
    hash.hash(bytes, tag);
    return tag;
  }

  /** Forgets the bytes that were read and written. */
  void wipe() {
    Arrays.fill(seed, (byte) 0);
    Arrays.fill(bytes, (byte) 0);
    hash.wipe();
    blake.wipe();
  }

  private void seed(Argon2Input input) {
    blake
        .begin(SEED_BYTES)
        .update(parameters.lanes())
        .update(parameters.tagBytes())
        .update((int) parameters.memoryKiB())
        .update((int) parameters.passes())
        .update(parameters.version().number())
        .update(parameters.variant().number())
        .updateSized(input.password())
        .updateSized(input.salt())
        .updateSized(input.secret())
        .updateSized(input.associatedData())
        .finish(seed, 0);
  }

  private void store(long block) {
    long[] array = memory.array(block);
    int at = Memory.at(block);
    for (int word = 0; word < Compression.BLOCK_WORDS; word++) {
      array[at + compression.place(word)] = (long) WORDS.get(bytes, Long.BYTES * word);
    }
  }

  private void add(long block) {
    long[] array = memory.array(block);
    int at = Memory.at(block);
    for (int word = 0; word < Compression.BLOCK_WORDS; word++) {
      long sum = (long) WORDS.get(bytes, Long.BYTES * word);
      WORDS.set(bytes, Long.BYTES * word, sum ^ array[at + compression.place(word)]);
    }
  }
}
