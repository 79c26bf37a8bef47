package dev.rekey.migrate;

import java.io.IOException;
import java.util.Optional;

/** JSON lines: an object on each. */
final class JsonLines implements RawRows {

  private final Feed feed;
  private final Piece piece = new Piece();
  private final JsonText json = new JsonText();
  private long place;

  JsonLines(Feed feed) {
    this.feed = feed;
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    long line;
    do {
      if (feed.peek() == Feed.END) {
        return Optional.empty();
      }
      line = feed.line();
      gatherLine();
    } while (piece.isBlank() && !piece.isTooLong());
    return Optional.of(row(++place, line));
  }

  private void gatherLine() throws IOException {
    piece.clear();
    int one = feed.next();
    while (one != '\n' && one != Feed.END) {
      piece.add(one);
      one = feed.next();
    }
  }

  private RawRow row(long at, long line) {
    if (piece.isTooLong()) {
      return new RawRow.Broken(at, line, Piece.TOO_LONG);
    }
    try {
      return new RawRow.Whole(at, line, json.read(piece.text()));
    } catch (Misfit misfit) {
      return new RawRow.Broken(at, line, misfit.why());
    }
  }
}
