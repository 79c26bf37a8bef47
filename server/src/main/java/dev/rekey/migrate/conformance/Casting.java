package dev.rekey.migrate.conformance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who plays whom: the names of a story's accounts, and those said in their place. */
final class Casting {

  /** What is no name, but a state that both have alike. */
  private static final Set<String> STATES = Set.of("role", "disabled", "basicauth");

  /** A shorter text stands in too many places by chance. */
  private static final int SHORTEST = 3;

  private final Map<String, String> names = new LinkedHashMap<>();

  /** Gives an account a part, unless another has said something else in the same words. */
  boolean take(Map<String, String> part, Map<String, String> actor) {
    Map<String, String> more = new LinkedHashMap<>();
    for (Map.Entry<String, String> attribute : part.entrySet()) {
      String written = attribute.getValue();
      String said = actor.getOrDefault(attribute.getKey(), written);
      if (STATES.contains(attribute.getKey())) {
        continue;
      }
      boolean other = !said.equals(names.getOrDefault(written, more.getOrDefault(written, said)));
      if (other || (written.length() < SHORTEST && !said.equals(written))) {
        return false;
      }
      more.put(written, said);
    }
    names.putAll(more);
    return true;
  }

  /** A text of the story in the names of those who play it. */
  String say(String text) {
    Map<String, String> all = new LinkedHashMap<>(names);
    names.forEach((written, said) -> all.put(encoded(written), encoded(said)));
    List<String> longestFirst =
        all.keySet().stream()
            .filter(name -> !name.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    if (longestFirst.isEmpty()) {
      return text;
    }
    String any = longestFirst.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile("(?<![A-Za-z0-9])(?:" + any + ")(?![A-Za-z0-9])")
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(all.getOrDefault(match.group(), match.group())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
