package dev.rekey.argon2;

/** The blocks that a segment may refer to, and the choice of one (RFC 9106 section 3.4.2). */
final class Reach {

  private static final long LOW_HALF = 0xFFFFFFFFL;

  private final Layout layout;
  private int lane;
  private boolean ownLaneOnly;

  /** How many blocks of a lane were finished before this segment and stand as they are. */
  private long finished;

  /** The column that the oldest of them is in. */
  private long oldest;

  Reach(Layout layout) {
    this.layout = layout;
  }

  /** Turns to another segment. */
  void enter(long pass, int slice, int ownLane) {
    boolean firstPass = pass == 0;
    lane = ownLane;
    ownLaneOnly = layout.lanes() == 1 || (firstPass && slice == 0);
    finished = (firstPass ? slice : Layout.SLICES - 1) * layout.segmentLength();
    oldest = firstPass || slice == Layout.SLICES - 1 ? 0 : (slice + 1) * layout.segmentLength();
  }

  /**
   * The number of the block that the block at {@code index} of the segment refers to.
   *
   * @param random J_1 in the low half, J_2 in the high half
   */
  long block(long index, long random) {
    int chosen = ownLaneOnly ? lane : (int) ((random >>> 32) % layout.lanes());
    long reachable = finished + (chosen == lane ? index - 1 : index == 0 ? -1 : 0);
    long column = oldest + reachable - 1 - stepsBack(random & LOW_HALF, reachable);
    return layout.block(
        chosen, column < layout.laneLength() ? column : column - layout.laneLength());
  }

  /** Few steps more often than many: the square of a fraction. */
  private static long stepsBack(long j1, long reachable) {
    return (reachable * ((j1 * j1) >>> 32)) >>> 32;
  }
}
