package dev.rekey.migrate;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CSV with a header (RFC 4180, as PostgreSQL's {@code COPY ... CSV HEADER} writes it), separated by
 * commas, semicolons or tabs. A row that is broken costs its first line and no more: reading goes
 * on behind that, so that one stray quote does not swallow the rest of a file.
 */
final class CsvRecords implements RawRows {

  private static final String NULL_OF_MYSQL = "\\N";

  private final Feed feed;
  private final Piece piece = new Piece();
  private final List<String> header;
  private char separator = ',';
  private long place;

  /**
   * Reads the header at once.
   *
   * @throws Misfit when there is none
   */
  CsvRecords(Feed feed) throws IOException {
    this.feed = feed;
    if (!gather()) {
      throw new Misfit("the header is cut off");
    }
    String line = piece.text();
    this.separator = separatorOf(line);
    this.header = CsvLine.split(line, separator).stream().map(String::strip).toList();
    requireNames();
  }

  private void requireNames() {
    if (header.stream().anyMatch(String::isEmpty)
        || header.stream().distinct().count() < header.size()) {
      throw new Misfit("the first line of a CSV file names its columns, each once");
    }
  }

  /** The one that the header has most of. */
  private static char separatorOf(String line) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  List<String> header() {
    return header;
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    long line;
    boolean whole;
    do {
      if (feed.peek() == Feed.END) {
        return Optional.empty();
      }
      line = feed.line();
      whole = gather();
    } while (whole && piece.isBlank());
    return Optional.of(whole ? row(line) : broken(line, "a quote is opened and never closed"));
  }

  private RawRow row(long line) throws IOException {
    try {
      List<String> values = CsvLine.split(piece.text(), separator);
      if (values.size() != header.size()) {
        throw new Misfit(
            "the row has " + values.size() + " columns, the header has " + header.size());
      }
      return new RawRow.Whole(++place, line, fields(values));
    } catch (Misfit misfit) {
      return broken(line, misfit.why());
    }
  }

  private Map<String, Object> fields(List<String> values) {
    Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(values.size());
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      fields.put(header.get(i), value.equals(NULL_OF_MYSQL) ? "" : value);
    }
    return fields;
  }

  /** Only the first of its lines is lost. */
  private RawRow broken(long line, String why) throws IOException {
    int lineFeed = piece.firstLineFeed();
    String reason = piece.isTooLong() ? tooLong(lineFeed >= 0) : why;
    if (lineFeed >= 0) {
      feed.putBack(piece.bytes(), lineFeed + 1, piece.length());
    } else if (piece.isTooLong()) {
      skipLine();
    }
    return new RawRow.Broken(++place, line, reason);
  }

  private static String tooLong(boolean manyLines) {
    return manyLines ? "a quote is opened and not closed within 1 MiB" : Piece.TOO_LONG;
  }

  private void skipLine() throws IOException {
    int one = feed.next();
    while (one != '\n' && one != Feed.END) {
      one = feed.next();
    }
  }

  /** Gathers a row up to a line feed outside of quotes; false when it is too long or cut off. */
  private boolean gather() throws IOException {
    piece.clear();
    boolean quoted = false;
    for (int one = feed.next(); one != Feed.END; one = feed.next()) {
      if (one == '\n' && !quoted) {
        return true;
      }
      if (piece.length() == Piece.MOST) {
        feed.putBack(new byte[] {(byte) one}, 0, 1);
        piece.add(one);
        return false;
      }
      quoted ^= one == '"';
      piece.add(one);
    }
    return !quoted;
  }
}
