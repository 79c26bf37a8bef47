package dev.rekey.migrate;

/** How many rows of a file were dealt with, and what became of them. */
public record Tally(long rows, long taken, long merged, long refused) {

  Tally plus(long upTo, long moreTaken, long moreMerged, long moreRefused) {
    return new Tally(upTo, taken + moreTaken, merged + moreMerged, refused + moreRefused);
  }

  /** Rows that are nobody, such as deleted documents. */
  public long nobody() {
    return rows - taken - merged - refused;
  }
}
