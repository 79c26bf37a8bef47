package dev.rekey.migrate.relay;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body that passes from one connection to another, byte for byte, as it comes.
 *
 * <p>Before its last bytes go on it is said that this is the end: whoever has got them may do the
 * next thing at once, and must be told of after this.
 */
final class Passing {

  private static final int BUFFER = 16 * 1024;
  private static final int LONGEST_LINE = 16 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final Glimpse glimpse;
  private final Runnable end;
  private final byte[] buffer = new byte[BUFFER];

  /**
   * @param end told when all was seen, just before the receiver has all
   */
  Passing(InputStream in, OutputStream out, Glimpse glimpse, Runnable end) {
    this.in = in;
    this.out = out;
    this.glimpse = glimpse;
    this.end = end;
  }

  void pass(Framing framing) throws IOException {
    switch (framing) {
      case Framing.None() -> end();
      case Framing.Length(long bytes) -> passAll(bytes);
      case Framing.Chunked() -> passChunks();
      case Framing.UntilClose() -> passRest();
    }
    out.flush();
  }

  private void end() {
    glimpse.end();
    end.run();
  }

  private void passAll(long count) throws IOException {
    if (count > 0) {
      int last = passBytes(count);
      end();
      give(last);
    } else {
      end();
    }
  }

  /** Passes all but what was read last, which is in the buffer: so many bytes. */
  private int passBytes(long count) throws IOException {
    int read = take(count);
    for (long left = count - read; left > 0; left -= read) {
      give(read);
      read = take(left);
    }
    return read;
  }

  private int take(long atMost) throws IOException {
    int read = in.read(buffer, 0, (int) Math.min(atMost, buffer.length));
    if (read < 0) {
      throw new EOFException("a body ended " + atMost + " bytes early");
    }
    glimpse.see(buffer, read);
    return read;
  }

  private void give(int read) throws IOException {
    out.write(buffer, 0, read);
    out.flush();
  }

  private void passRest() throws IOException {
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      glimpse.see(buffer, read);
      give(read);
    }
    end();
  }

  private void passChunks() throws IOException {
    for (long size = passSize(); size > 0; size = passSize()) {
      give(passBytes(size));
      if (!passLine().isEmpty()) {
        throw new Malformed("a chunk is longer than it says");
      }
    }
    while (!passLine().isEmpty()) {
      // A trailer field.
    }
    end();
  }

  private long passSize() throws IOException {
    String size = passLine().split(";", 2)[0].strip();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new Malformed("a chunk has no size");
    }
    return Long.parseLong(size, 16);
  }

  private String passLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() == LONGEST_LINE) {
        throw new EOFException("a body ended amid its chunks");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return text;
  }
}
