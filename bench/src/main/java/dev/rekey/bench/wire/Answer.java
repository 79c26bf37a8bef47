package dev.rekey.bench.wire;

import java.util.Optional;

/**
 * What came back.
 *
 * @param head the status line and header fields
 * @param body the body as text
 */
public record Answer(int status, String head, String body) {

  /** A header field's value, whatever its letter case. */
  public Optional<String> field(String name) {
    return field(head, name);
  }

  /** The value, which must be there. */
  String need(String name) {
    return field(name).orElseThrow(() -> new WrongAnswer("no " + name, this));
  }

  /** The text between these two, which must be there, in the body. */
  String between(String before, String after) {
    int from = body.indexOf(before);
    int to = from < 0 ? -1 : body.indexOf(after, from + before.length());
    if (to < 0) {
      throw new WrongAnswer("no " + before + '…' + after, this);
    }
    return body.substring(from + before.length(), to);
  }

  /** The same answer, if it has this status and its body this text. */
  Answer must(int expected, String text) {
    if (status != expected || !body.contains(text)) {
      throw new WrongAnswer("expected " + expected + " with " + text, this);
    }
    return this;
  }

  static Optional<String> field(String head, String name) {
    int line = head.indexOf("\r\n") + 2;
    while (line < head.length()) {
      int end = head.indexOf("\r\n", line);
      int colon = line + name.length();
      if (head.regionMatches(true, line, name, 0, name.length()) && head.charAt(colon) == ':') {
        return Optional.of(head.substring(colon + 1, end).strip());
      }
      line = end + 2;
    }
    return Optional.empty();
  }
}
