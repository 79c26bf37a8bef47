package dev.rekey.http.engine;

import java.util.HexFormat;

/**
 * Follows a body in chunks, byte by byte, and stops at the first that is out of place (RFC 9112
 * section 7.1); extensions and trailers are.
 *
 * <p>Helidon takes any two bytes for the end of a chunk, a sign before its size and a size line of
 * any length; a proxy in front may see other requests in the same bytes.
 */
final class ChunkedFraming {

  /** The body's framing is not that of chunks. */
  static final class OutOfPlace extends RuntimeException {}

  private static final int MOST_DIGITS = 8;

  private enum Expecting {
    SIZE,
    END_OF_SIZE,
    DATA,
    CR_AFTER_DATA,
    END_OF_DATA,
    CR_AT_LAST,
    END_AT_LAST,
    NOTHING
  }

  private Expecting expecting = Expecting.SIZE;
  private int digits;
  private long left;

  void follow(byte[] bytes) {
    for (byte next : bytes) {
      expecting = after(next);
    }
  }

  private Expecting after(byte next) {
    return switch (expecting) {
      case SIZE -> next == '\r' && digits > 0 ? Expecting.END_OF_SIZE : digit(next);
      case END_OF_SIZE -> must(next, '\n', left == 0 ? Expecting.CR_AT_LAST : Expecting.DATA);
      case DATA -> --left == 0 ? Expecting.CR_AFTER_DATA : Expecting.DATA;
      case CR_AFTER_DATA -> must(next, '\r', Expecting.END_OF_DATA);
      case END_OF_DATA -> {
        digits = 0;
        yield must(next, '\n', Expecting.SIZE);
      }
      case CR_AT_LAST -> must(next, '\r', Expecting.END_AT_LAST);
      case END_AT_LAST -> must(next, '\n', Expecting.NOTHING);
      case NOTHING -> Expecting.NOTHING;
    };
  }

  private Expecting digit(byte next) {
    digits++;
    if (!HexFormat.isHexDigit(next) || digits > MOST_DIGITS) {
      throw new OutOfPlace();
    }
    left = left * 16 + HexFormat.fromHexDigit(next);
    return Expecting.SIZE;
  }

  private static Expecting must(byte next, char be, Expecting then) {
    if (next != be) {
      throw new OutOfPlace();
    }
    return then;
  }
}
