package dev.rekey.migrate.shadow;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a value looks like when it was made by chance or by a clock, and not by somebody. */
enum Shape {
  JWT("jwt", "[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]{8,}"),
  UUID("uuid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
  HEX("hex", "(?=[0-9a-f]*\\d)[0-9a-f]{16,}"),
  DATE(
      "time", "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d| UTC)?"),
  HTTP_DATE("time", "[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"),
  EPOCH("int", "1\\d{9}(\\d{3})?"),
  COOKIE("cookie", "[A-Za-z0-9%._~-]+--[A-Za-z0-9%._~-]+(--[A-Za-z0-9%._~-]+)?"),
  RANDOM("any", "(?=.*[A-Za-z])(?=.*(\\d|[a-z][A-Z]))[\\w.+/=-]{16,}");

  private final String kind;
  private final Pattern pattern;

  Shape(String kind, String pattern) {
    this.kind = kind;
    this.pattern = Pattern.compile(pattern);
  }

  /** What a transcript calls it. */
  String kind() {
    return kind;
  }

  /** Something that is handed out and brought back, unlike a time. */
  boolean isToken() {
    return switch (this) {
      case JWT, UUID, HEX, COOKIE, RANDOM -> true;
      case DATE, HTTP_DATE, EPOCH -> false;
    };
  }

  static Optional<Shape> of(String text) {
    for (Shape shape : values()) {
      if (shape.pattern.matcher(text).matches()) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  /** Whether two values differ as chance and clocks make them differ: the form is one. */
  static boolean alike(String one, String other) {
    Optional<Shape> shape = of(one);
    return shape.isPresent() && shape.equals(of(other)) && form(shape.get(), one, other);
  }

  /** A time with milliseconds is read otherwise than one without. */
  private static boolean form(Shape shape, String one, String other) {
    boolean free = shape != DATE && shape != HEX && shape != EPOCH;
    return free || one.replaceAll("\\w", "0").equals(other.replaceAll("\\w", "0"));
  }
}
