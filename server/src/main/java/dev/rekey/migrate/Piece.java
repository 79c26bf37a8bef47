package dev.rekey.migrate;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one row while they are being gathered, up to the most that a row may have. */
final class Piece {

  /** No row of any of these systems comes near it. */
  static final int MOST = 1 << 20;

  static final String TOO_LONG = "the row is longer than 1 MiB";

  private static final int USUAL = 4096;

  private byte[] bytes = new byte[USUAL];
  private int length;
  private boolean overflown;

  void clear() {
    length = 0;
    overflown = false;
    if (bytes.length > 16 * USUAL) {
      bytes = new byte[USUAL];
    }
  }

  /** Adds a byte; what is too much is counted as that and dropped. */
  void add(int one) {
    if (length == MOST) {
      overflown = true;
      return;
    }
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * length, MOST));
    }
    bytes[length++] = (byte) one;
  }

  boolean isTooLong() {
    return overflown;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
        return false;
      }
    }
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void shorten(int to) {
    length = to;
  }

  /** Where the first line ends; -1 when it does not. */
  int firstLineFeed() {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Its text; {@link Misfit} where it is none in UTF-8. */
  String text() {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      requireUtf8();
    }
    return text;
  }

  private void requireUtf8() {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    CoderResult result = decoder.decode(in, CharBuffer.allocate(length), true);
    if (result.isError()) {
      throw new Misfit("the row is not in UTF-8, at its byte " + (in.position() + 1));
    }
  }
}
