package dev.rekey.argon2;

/**
 * How memory is divided (RFC 9106 section 3.2): into lanes side by side, and across them into four
 * slices; where a lane crosses a slice is a segment.
 *
 * @param lanes how many lanes there are
 * @param segmentLength how many blocks a segment has
 */
record Layout(int lanes, long segmentLength) {

  /** How many slices there are. */
  static final int SLICES = 4;

  static Layout of(Argon2Parameters parameters) {
    int lanes = parameters.lanes();
    return new Layout(lanes, parameters.memoryKiB() / ((long) SLICES * lanes));
  }

  /** How many blocks there are in all: the memory, without the rest that fills no segment. */
  long blocks() {
    return lanes * laneLength();
  }

  long laneLength() {
    return SLICES * segmentLength;
  }

  /** The number of a block in memory, where lane comes after lane. */
  long block(int lane, long column) {
    return lane * laneLength() + column;
  }

  /** The number of the last block of a lane. */
  long lastBlock(int lane) {
    return block(lane, laneLength() - 1);
  }
}
