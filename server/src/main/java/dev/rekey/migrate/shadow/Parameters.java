package dev.rekey.migrate.shadow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values as a query or a form has them. */
final class Parameters {

  private Parameters() {}

  /** Those of a query or a form; one without a value has an empty one. */
  static Map<String, String> in(String text) {
    return of(("?" + text).split("[?&]"));
  }

  /**
   * @param parts of a link: first what leads to the query, which is left out
   */
  static Map<String, String> of(String... parts) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      all.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
    }
    return all;
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
