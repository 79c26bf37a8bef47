package dev.rekey.core.password;

/**
 * How many turns have which tag: a binary indexed tree (Fenwick 1994) over the window of tags that
 * can be in use at a time, which moves along with the virtual time.
 */
final class TagCounts {

  private final int[] tree;
  private final int[] counts;
  private final int mask;
  private long base;
  private int due;
  private int ahead;

  /**
   * @param span how far a tag may lie ahead of the virtual time
   */
  TagCounts(int span) {
    int size = Math.multiplyExact(2, Integer.highestOneBit(span));
    this.tree = new int[size + 1];
    this.counts = new int[size];
    this.mask = size - 1;
  }

  void add(long tag) {
    change(tag, 1);
  }

  void remove(long tag) {
    change(tag, -1);
  }

  /** How many have this tag or a smaller one. */
  int upTo(long tag) {
    if (tag <= base) {
      return due;
    }
    int first = prefix(base);
    int last = prefix(tag);
    boolean wrapped = (tag & mask) < (base & mask);
    return due + last - first + (wrapped ? ahead : 0);
  }

  /** The virtual time goes on; what has a smaller tag is due from now on. */
  void moveTo(long tag) {
    for (long passed = base + 1; passed <= tag; passed++) {
      settle((int) (passed & mask));
    }
    base = Math.max(base, tag);
  }

  private void settle(int index) {
    int count = counts[index];
    if (count != 0) {
      update(index, -count);
      ahead -= count;
      due += count;
    }
  }

  private void change(long tag, int by) {
    if (tag <= base) {
      due += by;
    } else {
      update((int) (tag & mask), by);
      ahead += by;
    }
  }

  private void update(int index, int by) {
    counts[index] += by;
    for (int node = index + 1; node < tree.length; node += node & -node) {
      tree[node] += by;
    }
  }

  private int prefix(long tag) {
    int sum = 0;
    for (int node = (int) (tag & mask) + 1; node > 0; node -= node & -node) {
      sum += tree[node];
    }
    return sum;
  }
}
