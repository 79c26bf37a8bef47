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
    String text = text(section);
    List<Fields.Field> fields = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = endOfLine(text, start);
      if (end > start) {
        fields.add(field(text, start, end));
      }
      start = end + 1;
    }
    return new Fields(fields);
  }

  private static int endOfLine(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  private static Fields.Field field(String text, int start, int end) {
    int colon = text.indexOf(':', start, end);
    return new Fields.Field(text.substring(start, colon), text.substring(colon + 1, end).trim());
  }

  private static String text(byte[] section) {
    return Utf8.decode(section).orElseGet(() -> new String(section, StandardCharsets.ISO_8859_1));
  }
}
