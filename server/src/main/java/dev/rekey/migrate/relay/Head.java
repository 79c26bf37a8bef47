package dev.rekey.migrate.relay;

import dev.rekey.transcript.Wire.Header;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first line of a message and its header fields, each byte a character.
 *
 * @param line the request line or the status line
 */
public record Head(String line, List<Header> headers) {

  private static final int LONGEST = 128 * 1024;
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern REQUEST = Pattern.compile("\\S+ \\S+ HTTP/1\\.[01]");
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] [1-9]\\d\\d( .*)?");

  /** What is said to the next hop only (RFC 9110 section 7.6.1), but for the body's framing. */
  private static final Set<String> HOP =
      Set.of("connection", "proxy-connection", "keep-alive", "te", "upgrade");

  public Head {
    headers = List.copyOf(headers);
  }

  /** The next request; empty if the client has no other. */
  static Optional<Head> request(InputStream in) throws IOException {
    Optional<Head> head = read(in);
    if (head.isPresent() && !REQUEST.matcher(head.get().line()).matches()) {
      throw new Malformed("the request line is none of HTTP/1.1");
    }
    return head;
  }

  static Head answer(InputStream in) throws IOException {
    Head head = read(in).orElseThrow(() -> new EOFException("it closed without an answer"));
    if (!STATUS.matcher(head.line()).matches()) {
      throw new Malformed("its status line is none of HTTP/1.1");
    }
    return head;
  }

  private static Optional<Head> read(InputStream in) throws IOException {
    Budget budget = new Budget(in);
    Optional<String> first = budget.line();
    while (first.isPresent() && first.get().isEmpty()) {
      first = budget.line();
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<Header> headers = new ArrayList<>();
    for (String line = budget.next(); !line.isEmpty(); line = budget.next()) {
      headers.add(field(line));
    }
    return Optional.of(new Head(first.get(), headers));
  }

  private static Header field(String line) throws Malformed {
    int colon = line.indexOf(':');
    if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches()) {
      throw new Malformed("a header field is none of HTTP/1.1");
    }
    String value = line.substring(colon + 1).strip();
    if (value.chars().anyMatch(c -> c == 0 || c == '\r')) {
      throw new Malformed("a header field holds a control character");
    }
    return new Header(line.substring(0, colon), value);
  }

  /** Lines, until a head is longer than any should be. */
  private static final class Budget {

    private final InputStream in;
    private int left = LONGEST;

    Budget(InputStream in) {
      this.in = in;
    }

    String next() throws IOException {
      return line().orElseThrow(() -> new EOFException("it closed amid its header fields"));
    }

    Optional<String> line() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          return Optional.empty();
        }
        if (--left < 0) {
          throw new Malformed("the header section is too long");
        }
        bytes.write(b);
      }
      String line = bytes.toString(StandardCharsets.ISO_8859_1);
      return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
  }

  /** The method of a request. */
  public String method() {
    return line.substring(0, line.indexOf(' '));
  }

  /** The target of a request: path and query, as they came. */
  public String target() {
    return line.split(" ", 3)[1];
  }

  /** The status of an answer. */
  public int status() {
    return Integer.parseInt(line.split(" ", 3)[1]);
  }

  /** All values of a field. */
  public List<String> every(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** Whether a field that is a list has this word. */
  boolean says(String name, String word) {
    return words(name).anyMatch(word::equals);
  }

  private Stream<String> words(String name) {
    return every(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(word -> word.strip().toLowerCase(Locale.ROOT));
  }

  boolean modern() {
    return line.contains("HTTP/1.1");
  }

  /** Without what was said to this hop only, and with these fields for the next. */
  Head forNextHop(Set<String> alsoWithout, Header... more) {
    Set<String> gone = words("connection").collect(Collectors.toSet());
    gone.addAll(HOP);
    gone.addAll(alsoWithout);
    return new Head(
        line,
        Stream.concat(
                headers.stream()
                    .filter(header -> !gone.contains(header.name().toLowerCase(Locale.ROOT))),
                Arrays.stream(more))
            .toList());
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder(line).append("\r\n");
    headers.forEach(
        header -> text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
