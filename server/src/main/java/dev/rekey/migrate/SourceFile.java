package dev.rekey.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file that is to be imported, known by its content wherever it lies. */
record SourceFile(Path path, long size, String key) {

  private static final int HEAD = 1 << 20;
  private static final int TAIL = 1 << 16;

  /** Its key is a digest of how long it is, how it begins and how it ends. */
  static SourceFile of(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long size = file.length();
      MessageDigest digest = sha256();
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
      digest.update(read(file, 0, (int) Math.min(size, HEAD)));
      int tail = (int) Math.min(size, TAIL);
      digest.update(read(file, size - tail, tail));
      return new SourceFile(path, size, HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static byte[] read(RandomAccessFile file, long from, int count) throws IOException {
    byte[] bytes = new byte[count];
    file.seek(from);
    file.readFully(bytes);
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  String name() {
    return String.valueOf(path.getFileName());
  }
}
