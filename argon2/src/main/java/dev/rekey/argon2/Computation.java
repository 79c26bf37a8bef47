package dev.rekey.argon2;

import dev.rekey.argon2.Argon2Parameters.Version;

/**
 * One hash under way: the steps of RFC 9106 section 3.2.
 *
 * <p>Lanes are filled one after the other by the calling thread; who hashes much has other hashes
 * for the other cores.
 */
final class Computation {

  private final Argon2Parameters parameters;
  private final Layout layout;
  private final Memory memory;
  private final Compression compression;
  private final Reach reach;
  private final Addresses addresses;
  private final Ends ends;

  Computation(Argon2Parameters parameters, Workspace workspace) {
    this.parameters = parameters;
    this.layout = Layout.of(parameters);
    this.memory = workspace.memory(layout.blocks());
    this.compression = workspace.compression();
    this.reach = new Reach(layout);
    this.addresses = new Addresses(parameters, layout, compression);
    this.ends = new Ends(parameters, layout, workspace);
  }

  /** Leaves nothing behind but what is in the workspace. */
  byte[] run(Argon2Input input) {
    try {
      ends.begin(input);
      fill();
      return ends.finish();
    } finally {
      ends.wipe();
    }
  }

  private void fill() {
    for (long pass = 0; pass < parameters.passes(); pass++) {
      for (int slice = 0; slice < Layout.SLICES; slice++) {
        for (int lane = 0; lane < layout.lanes(); lane++) {
          fill(pass, slice, lane);
        }
      }
    }
  }

  private void fill(long pass, int slice, int lane) {
    boolean onto = pass > 0 && parameters.version() == Version.V13;
    long start = layout.block(lane, slice * layout.segmentLength());
    long first = pass == 0 && slice == 0 ? Ends.FIRST_BLOCKS : 0;
    long previous = slice == 0 && first == 0 ? layout.lastBlock(lane) : start + first - 1;
    reach.enter(pass, slice, lane);
    if (isIndependent(pass, slice)) {
      addresses.enter(pass, slice, lane);
      fillByAddresses(start, first, previous, onto);
    } else {
      fillByContent(start, first, previous, onto);
    }
  }

  private boolean isIndependent(long pass, int slice) {
    return switch (parameters.variant()) {
      case ARGON2D -> false;
      case ARGON2I -> true;
      case ARGON2ID -> pass == 0 && slice < Layout.SLICES / 2;
    };
  }

  private void fillByAddresses(long start, long first, long last, boolean onto) {
    long previous = last;
    for (long index = first; index < layout.segmentLength(); index++) {
      long reference = reach.block(index, addresses.at(index));
      fill(start + index, previous, reference, onto);
      previous = start + index;
    }
  }

  private void fillByContent(long start, long first, long last, boolean onto) {
    long previous = last;
    for (long index = first; index < layout.segmentLength(); index++) {
      long random = memory.array(previous)[Memory.at(previous)];
      fill(start + index, previous, reach.block(index, random), onto);
      previous = start + index;
    }
  }

  private void fill(long block, long previous, long reference, boolean onto) {
    long[] x = memory.array(previous);
    long[] y = memory.array(reference);
    long[] result = memory.array(block);
    int xAt = Memory.at(previous);
    int yAt = Memory.at(reference);
    int resultAt = Memory.at(block);
    if (onto) {
      compression.compressOnto(x, xAt, y, yAt, result, resultAt);
    } else {
      compression.compress(x, xAt, y, yAt, result, resultAt);
    }
  }
}
