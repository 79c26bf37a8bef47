package dev.rekey.migrate.relay;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A body that passes from one connection to another, byte for byte, as it comes. */
final class Passing {

  private static final int BUFFER = 16 * 1024;
  private static final int LONGEST_LINE = 16 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final Glimpse glimpse;
  private final byte[] buffer = new byte[BUFFER];

  Passing(InputStream in, OutputStream out, Glimpse glimpse) {
    this.in = in;
    this.out = out;
    this.glimpse = glimpse;
  }

  void pass(Framing framing) throws IOException {
    switch (framing) {
      case Framing.None() -> {}
      case Framing.Length(long bytes) -> passBytes(bytes);
      case Framing.Chunked() -> passChunks();
      case Framing.UntilClose() -> passRest();
    }
    out.flush();
    glimpse.end();
  }

  private void passBytes(long count) throws IOException {
    long left = count;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException("a body ended " + left + " bytes early");
      }
      take(read);
      left -= read;
    }
  }

  private void passRest() throws IOException {
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      take(read);
    }
  }

  private void take(int read) throws IOException {
    out.write(buffer, 0, read);
    out.flush();
    glimpse.see(buffer, read);
  }

  private void passChunks() throws IOException {
    for (long size = passSize(); size > 0; size = passSize()) {
      passBytes(size);
      if (!passLine().isEmpty()) {
        throw new Malformed("a chunk is longer than it says");
      }
    }
    while (!passLine().isEmpty()) {
      // A trailer field.
    }
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
