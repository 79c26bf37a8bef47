package dev.rekey.http.engine;

import dev.rekey.http.Fields;
import dev.rekey.http.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A header section's bytes read into fields, after Helidon has found it well-formed.
 *
 * <p>Helidon itself reads values as US-ASCII and forgets the order; clients send UTF-8 in theirs,
 * such as an e-mail address in {@code uid}.
 */
final class RawHead {

  private RawHead() {}

  static Fields fields(byte[] section) {
    List<Fields.Field> fields = new ArrayList<>();
    text(section).lines().filter(line -> !line.isEmpty()).forEach(line -> fields.add(field(line)));
    return new Fields(fields);
  }

  private static Fields.Field field(String line) {
    int colon = line.indexOf(':');
    return new Fields.Field(line.substring(0, colon), line.substring(colon + 1).trim());
  }

  private static String text(byte[] section) {
    return Utf8.decode(section).orElseGet(() -> new String(section, StandardCharsets.ISO_8859_1));
  }
}
