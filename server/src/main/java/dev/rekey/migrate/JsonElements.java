package dev.rekey.migrate;

import java.io.IOException;
import java.util.Optional;

/**
 * The objects in an array of a JSON document, without ever reading the document whole: those of the
 * document itself, or those of every member {@code users} near its top, as Keycloak exports a realm
 * or several.
 */
final class JsonElements implements RawRows {

  private static final int DEEPEST_USERS = 2;
  private static final int LONGEST_NAME = 64;

  private final Feed feed;
  private final boolean onlyUsers;
  private final Piece piece = new Piece();
  private final JsonText json = new JsonText();
  private final StringBuilder name = new StringBuilder();
  private long place;
  private int depth;
  private boolean inside;
  private boolean over;

  private JsonElements(Feed feed, boolean onlyUsers) {
    this.feed = feed;
    this.onlyUsers = onlyUsers;
  }

  /** Those of the array that the document is. */
  static JsonElements ofArray(Feed feed) {
    return new JsonElements(feed, false);
  }

  /** Those of the arrays called {@code users} in the object, or objects, that the document is. */
  static JsonElements ofUsers(Feed feed) {
    return new JsonElements(feed, true);
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    while (!over) {
      if (!inside && !findArray()) {
        return end();
      }
      int one = skipBlanks();
      if (one == ']') {
        feed.next();
        inside = false;
        over = !onlyUsers;
      } else if (one == Feed.END) {
        return cutOff();
      } else {
        return Optional.of(element());
      }
    }
    return Optional.empty();
  }

  private int skipBlanks() throws IOException {
    int one = feed.peek();
    while (one == ' ' || one == '\t' || one == '\r' || one == '\n' || one == ',') {
      feed.next();
      one = feed.peek();
    }
    return one;
  }

  /** A document that ends before all is closed has lost something. */
  private Optional<RawRow> end() {
    over = true;
    return depth > 0 ? cutOff() : Optional.empty();
  }

  private Optional<RawRow> cutOff() {
    over = true;
    return Optional.of(
        new RawRow.Broken(
            ++place, feed.line(), "the file ends here in the midst of it: it was cut off"));
  }

  /** Goes on to the inside of the next array that is meant. */
  private boolean findArray() throws IOException {
    boolean isName = false;
    for (int one = feed.next(); one != Feed.END; one = feed.next()) {
      switch (one) {
        case '"' -> isName = false;
        case ':' -> isName = true;
        default -> {}
      }
      if (one == '"') {
        readName();
      } else if (one == '[' && isMeant(isName)) {
        inside = true;
        return true;
      } else if (one == '{' || one == '[') {
        depth++;
        isName = false;
      } else if (one == '}' || one == ']') {
        depth--;
        isName = false;
      } else if (one == ',') {
        isName = false;
      }
    }
    return false;
  }

  private boolean isMeant(boolean isName) {
    return onlyUsers
        ? isName && depth <= DEEPEST_USERS && name.toString().equals("users")
        : depth == 0;
  }

  private void readName() throws IOException {
    name.setLength(0);
    int one = feed.next();
    while (one != '"' && one != Feed.END) {
      if (name.length() < LONGEST_NAME) {
        name.append((char) one);
      }
      one = one == '\\' ? skipOne() : feed.next();
    }
  }

  private int skipOne() throws IOException {
    feed.next();
    return feed.next();
  }

  private RawRow element() throws IOException {
    long line = feed.line();
    piece.clear();
    boolean whole = gather();
    if (piece.isTooLong()) {
      return new RawRow.Broken(++place, line, Piece.TOO_LONG);
    }
    if (!whole) {
      return new RawRow.Broken(++place, line, "the file ends within this row: it was cut off");
    }
    try {
      return new RawRow.Whole(++place, line, json.read(piece.text()));
    } catch (Misfit misfit) {
      return new RawRow.Broken(place, line, misfit.why());
    }
  }

  /** Gathers one element; false when the file ends before it does. */
  private boolean gather() throws IOException {
    int open = 0;
    boolean text = false;
    while (true) {
      int one = feed.peek();
      if (one == Feed.END) {
        over = true;
        return false;
      }
      if (open == 0 && !text && (one == ',' || one == ']')) {
        return true;
      }
      piece.add(feed.next());
      if (text && one == '\\') {
        addIfAny(feed.next());
      } else if (one == '"') {
        text = !text;
      } else if (!text && (one == '{' || one == '[')) {
        open++;
      } else if (!text && (one == '}' || one == ']')) {
        open--;
      }
    }
  }

  private void addIfAny(int one) {
    if (one != Feed.END) {
      piece.add(one);
    }
  }
}
