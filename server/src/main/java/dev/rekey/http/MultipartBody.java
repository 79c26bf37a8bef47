package dev.rekey.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the texts of {@code multipart/form-data} (RFC 7578), strictly: what is not cut as its
 * boundary says, a part without a name, or a text that is no UTF-8 makes the whole body unreadable.
 * Files are passed over.
 */
public final class MultipartBody {

  private static final int MOST_PARTS = 100;
  private static final int LONGEST_HEAD = 4_096;

  private static final byte[] BLANK_LINE = bytes("\r\n\r\n");
  private static final byte[] END = bytes("--");
  private static final byte[] LINE = bytes("\r\n");

  /** RFC 2046 section 5.1.1. */
  private static final Pattern BOUNDARY =
      Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

  private static final Pattern DISPOSITION =
      Pattern.compile("(?i)content-disposition:[ \\t]*form-data((?:[ \\t]*;[^\\r\\n]*)?)");

  private static final Pattern PARAMETER =
      Pattern.compile("[ \\t]*;[ \\t]*([A-Za-z*]+)=(?:\"([^\"]*)\"|([^\";\\s]+))[ \\t]*");

  private final byte[] body;
  private final byte[] delimiter;
  private final List<Fields.Field> texts = new ArrayList<>();
  private int parts;

  /** The opening delimiter has no line before it: one is lent to the body. */
  private MultipartBody(byte[] body, String boundary) {
    this.body = joined(LINE, body);
    this.delimiter = bytes("\r\n--" + boundary);
  }

  /** The texts as a tree, see {@link FormBody#nest}. */
  public static Json.Parsed parseNested(Request request, FormBody.Doubled doubled) {
    return MediaType.boundaryOf(request)
        .filter(boundary -> BOUNDARY.matcher(boundary).matches())
        .flatMap(boundary -> parse(request.body(), boundary))
        .flatMap(texts -> FormBody.nest(texts, doubled))
        .<Json.Parsed>map(Json.Parsed.Value::new)
        .orElseGet(Json.Parsed.Unreadable::new);
  }

  /** The texts in their order; empty if the body is unreadable. */
  static Optional<Fields> parse(byte[] body, String boundary) {
    MultipartBody reading = new MultipartBody(body, boundary);
    return reading.reads() ? Optional.of(new Fields(reading.texts)) : Optional.empty();
  }

  /** Part by part; what stands before the first and behind the last delimiter is no part. */
  private boolean reads() {
    int at = indexOf(delimiter, 0);
    while (at >= 0) {
      int behind = at + delimiter.length;
      if (startsWith(END, behind)) {
        return true;
      }
      int next = indexOf(delimiter, behind);
      if (next < 0 || !startsWith(LINE, behind) || !readsPart(behind, next)) {
        return false;
      }
      at = next;
    }
    return false;
  }

  /** A part from the end of its delimiter to the next one. */
  private boolean readsPart(int from, int to) {
    int blank = indexOf(BLANK_LINE, from);
    if (blank < 0 || blank + BLANK_LINE.length > to || blank - from > LONGEST_HEAD) {
      return false;
    }
    return ++parts <= MOST_PARTS
        && Utf8.decode(Arrays.copyOfRange(body, from, blank))
            .flatMap(MultipartBody::label)
            .filter(label -> label.file() || keeps(label.name(), blank + BLANK_LINE.length, to))
            .isPresent();
  }

  private boolean keeps(String name, int from, int to) {
    Optional<String> text = Utf8.decode(Arrays.copyOfRange(body, from, to));
    text.ifPresent(value -> texts.add(new Fields.Field(name, value)));
    return text.isPresent();
  }

  /** What a part's head says of it. */
  private record Label(String name, boolean file) {}

  private static Optional<Label> label(String head) {
    List<String> dispositions =
        head.lines()
            .map(DISPOSITION::matcher)
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .toList();
    return dispositions.size() == 1 ? labelOf(dispositions.getFirst()) : Optional.empty();
  }

  private static Optional<Label> labelOf(String parameters) {
    Optional<String> name = Optional.empty();
    boolean file = false;
    int end = 0;
    Matcher parameter = PARAMETER.matcher(parameters);
    while (end < parameters.length()) {
      if (!parameter.region(end, parameters.length()).lookingAt()) {
        return Optional.empty();
      }
      String called = parameter.group(1);
      if (called.equalsIgnoreCase("name")) {
        name = name.or(() -> Optional.of(valueOf(parameter)));
      }
      file |= called.equalsIgnoreCase("filename") || called.equalsIgnoreCase("filename*");
      end = parameter.end();
    }
    boolean isFile = file;
    return name.map(text -> new Label(text, isFile));
  }

  private static String valueOf(Matcher parameter) {
    String quoted = parameter.group(2);
    return quoted != null ? quoted : parameter.group(3);
  }

  private int indexOf(byte[] wanted, int from) {
    for (int at = from; at <= body.length - wanted.length; at++) {
      if (startsWith(wanted, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean startsWith(byte[] wanted, int at) {
    return at + wanted.length <= body.length
        && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
