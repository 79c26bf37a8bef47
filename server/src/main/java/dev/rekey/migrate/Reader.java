package dev.rekey.migrate;

import dev.rekey.core.arrival.Arrival;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes chunks of a file's rows. */
final class Reader {

  private static final int MOST_ROWS = 32_000;
  private static final long MOST_BYTES = 12L << 20;

  /** A field of a profile may be short in the file and is never small in memory. */
  private static final long MOST_FIELDS = 320_000;

  private final Feed feed;
  private final RawRows rows;
  private final Format format;
  private final long behind;
  private long fields;

  /**
   * @param behind the place of the last row that was dealt with already
   */
  Reader(Feed feed, RawRows rows, Format format, long behind) {
    this.feed = feed;
    this.rows = rows;
    this.format = format;
    this.behind = behind;
  }

  /** The next chunk; it is the last one when the file ends in it. */
  Chunk next() throws IOException {
    List<Arrival> arrivals = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    long start = feed.offset();
    long upTo = behind;
    int count = 0;
    fields = 0;
    while (count < MOST_ROWS && feed.offset() - start < MOST_BYTES && fields < MOST_FIELDS) {
      Optional<RawRow> row = rows.next();
      if (row.isEmpty()) {
        return new Chunk(upTo, arrivals, remarks, feed.offset(), true);
      }
      if (row.get().place() > behind) {
        upTo = row.get().place();
        read(row.get(), arrivals, remarks);
        count++;
      } else {
        start = feed.offset();
      }
    }
    return new Chunk(upTo, arrivals, remarks, feed.offset(), false);
  }

  private void add(Arrival arrival, List<Arrival> arrivals) {
    arrivals.add(arrival);
    fields += arrival.profile().fields().size();
  }

  private void read(RawRow row, List<Arrival> arrivals, List<Remark> remarks) {
    switch (row) {
      case RawRow.Broken(long place, long line, String why) ->
          remarks.add(Remark.refused(place, line, why));
      case RawRow.Whole(long place, long line, var values) -> {
        try {
          format.read(new Row(place, line, values)).ifPresent(arrival -> add(arrival, arrivals));
        } catch (Misfit misfit) {
          remarks.add(Remark.refused(place, line, misfit.why()));
        }
      }
    }
  }
}
