package dev.rekey.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;

/** One migration as it came along with the server. */
record Script(String version, String sql) {

  /** Reads {@code V2__the_roster.sql}, whose version is 2. */
  static Script read(String folder, String name) {
    return new Script(name.substring(1, name.indexOf("__")), text(folder + '/' + name));
  }

  private static String text(String path) {
    try (InputStream in = Script.class.getResourceAsStream(path)) {
      byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + path, broken);
    }
  }

  /** As Flyway computes it: CRC-32 of the lines without what ends them. */
  int checksum() {
    CRC32 crc = new CRC32();
    sql.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    return (int) crc.getValue();
  }
}
