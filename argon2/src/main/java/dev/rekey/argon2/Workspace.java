package dev.rekey.argon2;

/** What one computation works in, and nobody else meanwhile: a compression, and memory. */
final class Workspace {

  private static final Memory NONE = new Memory(0);

  private final Compression compression;
  private Memory memory = NONE;
  private long used;

  Workspace(Compression compression) {
    this.compression = compression;
  }

  Compression compression() {
    return compression;
  }

  /** What memory there is. */
  Memory memory() {
    return memory;
  }

  /**
   * Makes room for so many blocks. Memory that is too small is let go of before the larger one is
   * made, so that the heap need not hold both.
   */
  Memory memory(long blocks) {
    if (memory.blocks() < blocks) {
      memory = NONE;
      memory = new Memory(blocks);
    }
    used = blocks;
    return memory;
  }

  /** Writes zeros over all that was worked on. */
  void wipe() {
    memory.wipe(used);
    compression.wipe();
    used = 0;
  }
}
