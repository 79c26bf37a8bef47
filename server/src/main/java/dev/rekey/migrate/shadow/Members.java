package dev.rekey.migrate.shadow;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a recorded request says by name, whether in JSON or in a form. */
final class Members {

  private static final Pattern JSON =
      Pattern.compile("\"([\\w-]+)\":\"?(\\{\\{x[0-9a-f]{20}:\\w+}})");
  private static final Pattern FORM =
      Pattern.compile("(?:^|&)(?:\\w+\\[)?([\\w-]+)]?=(\\{\\{x[0-9a-f]{20}:\\w+}})");

  private Members() {}

  static Map<String, String> of(String body) {
    Map<String, String> members = new HashMap<>();
    Stream.of(JSON, FORM)
        .flatMap(pattern -> pattern.matcher(body).results())
        .forEach(match -> members.putIfAbsent(match.group(1), match.group(2)));
    return members;
  }
}
