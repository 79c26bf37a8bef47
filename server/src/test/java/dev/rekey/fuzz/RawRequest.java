package dev.rekey.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rekey.core.visit.Origin;
import dev.rekey.http.Fields;
import dev.rekey.http.FormBody;
import dev.rekey.http.Request;
import dev.rekey.http.Utf8;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as bytes, without much ado: a line with verb and target, header lines, an empty line,
 * the body. Whatever does not fit is left away, so that most mutations are still requests.
 */
final class RawRequest {

  private RawRequest() {}

  /** The request in these bytes; empty if its query is one that the engine refuses. */
  static Optional<Request> of(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    byte[] body = (end < 0 ? "" : text.substring(end + 2)).getBytes(ISO_8859_1);
    return of(readable(head).split("\n", -1), body);
  }

  private static Optional<Request> of(String[] lines, byte[] body) {
    String[] words = lines[0].split(" ", 2);
    String target = words.length > 1 ? words[1] : "/";
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Fields headers = headers(List.of(lines).subList(1, lines.length));
    return FormBody.parse(mark < 0 ? "" : target.substring(mark + 1))
        .map(query -> request(words[0], path, query, headers, body));
  }

  private static Request request(
      String method, String path, Fields query, Fields headers, byte[] body) {
    return new Request(
        "request", new Origin("192.0.2.7", ""), method, path, Map.of(), query, headers, body, 0);
  }

  private static Fields headers(List<String> lines) {
    Fields fields = Fields.none();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields = fields.with(line.substring(0, colon), line.substring(colon + 1).trim());
      }
    }
    return fields;
  }

  /** As the engine reads a header section. */
  private static String readable(String head) {
    return Utf8.decode(head.getBytes(ISO_8859_1)).orElse(head);
  }
}
