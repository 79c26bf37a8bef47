package dev.rekey.migrate.relay;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How it is told where a body ends (RFC 9112 section 6.3). */
sealed interface Framing {

  /** There is no body. */
  record None() implements Framing {}

  /** After so many bytes. */
  record Length(long bytes) implements Framing {}

  /** After the chunk of length 0. */
  record Chunked() implements Framing {}

  /** Where the connection ends. */
  record UntilClose() implements Framing {}

  static Framing ofRequest(Head head) throws Malformed {
    List<String> codings = head.every("transfer-encoding");
    if (codings.isEmpty()) {
      return head.every("content-length").isEmpty() ? new None() : length(head);
    }
    boolean plain = codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked");
    if (!plain || !head.every("content-length").isEmpty() || !head.modern()) {
      throw new Malformed("the end of the body is told in two ways");
    }
    return new Chunked();
  }

  static Framing ofAnswer(Head head, String method) throws Malformed {
    int status = head.status();
    if (method.equals("HEAD") || status < 200 || status == 204 || status == 304) {
      return new None();
    }
    List<String> codings = head.every("transfer-encoding");
    if (!codings.isEmpty()) {
      return codings.getLast().toLowerCase(Locale.ROOT).endsWith("chunked")
          ? new Chunked()
          : new UntilClose();
    }
    return head.every("content-length").isEmpty() ? new UntilClose() : length(head);
  }

  private static Length length(Head head) throws Malformed {
    Set<String> lengths = Set.copyOf(head.every("content-length"));
    String only = lengths.iterator().next();
    if (lengths.size() > 1 || !only.matches("\\d{1,18}")) {
      throw new Malformed("the length of the body is no number");
    }
    return new Length(Long.parseLong(only));
  }
}
