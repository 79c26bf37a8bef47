package dev.rekey.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of a file, with the line and the place at which they stand; some can be put back. */
final class Feed {

  /** The end of the file. */
  static final int END = -1;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long line = 1;
  private long read;
  private final AtomicLong position = new AtomicLong();

  Feed(InputStream in) {
    this.in = in;
  }

  /** The next byte, 0 to 255, or {@link #END}. */
  int next() throws IOException {
    if (at == end && !fill()) {
      return END;
    }
    int one = buffer[at++] & 0xff;
    if (one == '\n') {
      line++;
    }
    return one;
  }

  /** The same, which stays where it is. */
  int peek() throws IOException {
    return at == end && !fill() ? END : buffer[at] & 0xff;
  }

  /** The next bytes, as many as there are of those asked for, which stay where they are. */
  byte[] peek(int count) throws IOException {
    if (at == end) {
      fill();
    }
    byte[] bytes = new byte[Math.min(count, end - at)];
    System.arraycopy(buffer, at, bytes, 0, bytes.length);
    return bytes;
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    at = 0;
    end = Math.max(count, 0);
    read += end;
    position.set(read);
    return count > 0;
  }

  /** Puts back what was read last. */
  void putBack(byte[] bytes, int from, int to) {
    int rest = end - at;
    int back = to - from;
    byte[] joined = new byte[Math.max(BUFFER, back + rest)];
    System.arraycopy(bytes, from, joined, 0, back);
    System.arraycopy(buffer, at, joined, back, rest);
    buffer = joined;
    at = 0;
    end = back + rest;
    for (int i = from; i < to; i++) {
      line -= bytes[i] == '\n' ? 1 : 0;
    }
  }

  /** The line of the next byte, counted from one. */
  long line() {
    return line;
  }

  /** How much was read of the file; may be asked from any thread. */
  long position() {
    return position.get();
  }

  /** How many bytes lie before the next one. */
  long offset() {
    return read - (end - at);
  }
}
