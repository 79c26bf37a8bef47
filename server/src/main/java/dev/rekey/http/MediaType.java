package dev.rekey.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a body says it is: the type and, where it says so, the character set (RFC 9110 section 8.3).
 *
 * @param type type and subtype in lower case, such as {@code application/json}
 * @param charset the value of the parameter {@code charset} in lower case
 */
public record MediaType(String type, Optional<String> charset) {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
  private static final Pattern PARAMETER =
      Pattern.compile(
          "[ \\t]*;[ \\t]*(?:(" + TOKEN + ")=(?:(" + TOKEN + ")|\"([^\"\\\\\\p{Cntrl}]*)\"))?");

  /**
   * What the request's {@code Content-Type} says; empty if it has none, two or an ill-formed one.
   */
  public static Optional<MediaType> of(Request request) {
    var fields = request.headers().every("content-type");
    return fields.size() == 1 ? parse(fields.getFirst()) : Optional.empty();
  }

  public static Optional<MediaType> parse(String value) {
    return read(value, "charset")
        .map(found -> new MediaType(lower(found.type()), found.parameter().map(MediaType::lower)));
  }

  /** What the parts of the request's body are cut at, if it says so; letter case counts. */
  static Optional<String> boundaryOf(Request request) {
    return Optional.of(request.headers().every("content-type"))
        .filter(fields -> fields.size() == 1)
        .flatMap(fields -> read(fields.getFirst(), "boundary"))
        .flatMap(Found::parameter);
  }

  /** A type and one of its parameters as written. */
  private record Found(String type, Optional<String> parameter) {}

  private static Optional<Found> read(String value, String name) {
    Matcher type = TYPE.matcher(value);
    if (!type.lookingAt()) {
      return Optional.empty();
    }
    Optional<String> wanted = Optional.empty();
    int end = type.end();
    Matcher parameter = PARAMETER.matcher(value);
    while (end < value.length()) {
      if (!parameter.region(end, value.length()).lookingAt()) {
        return Optional.empty();
      }
      if (name.equalsIgnoreCase(parameter.group(1))) {
        wanted = wanted.or(() -> Optional.of(valueOf(parameter)));
      }
      end = parameter.end();
    }
    return Optional.of(new Found(type.group(), wanted));
  }

  public boolean is(String other) {
    return type.equals(other);
  }

  private static String valueOf(Matcher parameter) {
    String token = parameter.group(2);
    return token != null ? token : parameter.group(3);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
