package dev.rekey.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request's path, cut at its slashes and percent-decoded.
 *
 * @param segments what lies between the slashes; a slash at the end or a doubled one leaves an
 *     empty segment, the path {@code /} has none
 * @param wellFormed false if it does not begin with a slash, if an encoding is broken, or if a
 *     segment would smuggle in a slash or a NUL
 */
record RawPath(List<String> segments, boolean wellFormed) {

  private static final String JSON_SUFFIX = ".json";

  static RawPath of(String path) {
    if (!path.startsWith("/")) {
      return new RawPath(List.of(), false);
    }
    if (path.length() == 1) {
      return new RawPath(List.of(), true);
    }
    return cut(path.substring(1));
  }

  private static RawPath cut(String path) {
    List<String> segments = new ArrayList<>();
    boolean wellFormed = true;
    for (String raw : path.split("/", -1)) {
      Optional<String> segment = Percent.decode(raw).filter(RawPath::harmless);
      wellFormed &= segment.isPresent();
      segments.add(segment.orElse(raw));
    }
    return new RawPath(List.copyOf(segments), wellFormed);
  }

  private static boolean harmless(String segment) {
    return segment.indexOf('/') < 0 && segment.indexOf('\0') < 0;
  }

  /** The ways in which a wire may read this path, the likeliest first. */
  List<List<String>> readings(PathRules rules) {
    List<String> whole = rules.trailingSlash() ? withoutTrailingSlash() : segments;
    if (rules.jsonSuffix() && !whole.isEmpty() && hasSuffix(whole.getLast(), rules)) {
      return List.of(withoutSuffix(whole), whole);
    }
    return List.of(whole);
  }

  private List<String> withoutTrailingSlash() {
    boolean slash = !segments.isEmpty() && segments.getLast().isEmpty();
    return slash ? segments.subList(0, segments.size() - 1) : segments;
  }

  private static boolean hasSuffix(String segment, PathRules rules) {
    String end = rules.ignoreCase() ? segment.toLowerCase(Locale.ROOT) : segment;
    return end.length() > JSON_SUFFIX.length() && end.endsWith(JSON_SUFFIX);
  }

  private static List<String> withoutSuffix(List<String> whole) {
    List<String> cut = new ArrayList<>(whole);
    String last = cut.removeLast();
    cut.add(last.substring(0, last.length() - JSON_SUFFIX.length()));
    return cut;
  }
}
