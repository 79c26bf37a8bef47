package dev.rekey.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route with its path cut into segments once, at the start. */
record PathPattern(Route route, List<Segment> segments) {

  /** Routes that say more come first: {@code /users/me} before {@code /users/{id}}. */
  static final Comparator<PathPattern> MOST_SPECIFIC_FIRST = PathPattern::compare;

  /** One step of a path: a word, or the name of a parameter that takes any one. */
  sealed interface Segment {
    record Word(String text) implements Segment {}

    record Parameter(String name) implements Segment {}
  }

  static PathPattern of(Route route) {
    List<Segment> segments =
        RawPath.of(route.path()).segments().stream().map(PathPattern::segment).toList();
    return new PathPattern(route, segments);
  }

  private static Segment segment(String text) {
    boolean parameter = text.startsWith("{") && text.endsWith("}");
    return parameter
        ? new Segment.Parameter(text.substring(1, text.length() - 1))
        : new Segment.Word(text);
  }

  /** The parameters' values if the path is one of this route, else nothing. */
  Optional<Map<String, String>> match(List<String> path, PathRules rules) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String asked = path.get(i);
      switch (segments.get(i)) {
        case Segment.Word(String text) when !same(text, asked, rules) -> {
          return Optional.empty();
        }
        case Segment.Word _ -> {}
        case Segment.Parameter _ when asked.isEmpty() -> {
          return Optional.empty();
        }
        case Segment.Parameter(String name) -> parameters.put(name, asked);
      }
    }
    return Optional.of(parameters);
  }

  static boolean same(String text, String asked, PathRules rules) {
    return rules.ignoreCase() ? text.equalsIgnoreCase(asked) : text.equals(asked);
  }

  private static int compare(PathPattern one, PathPattern other) {
    int shared = Math.min(one.segments.size(), other.segments.size());
    for (int i = 0; i < shared; i++) {
      int order = Boolean.compare(one.isOpenAt(i), other.isOpenAt(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private boolean isOpenAt(int index) {
    return segments.get(index) instanceof Segment.Parameter;
  }
}
