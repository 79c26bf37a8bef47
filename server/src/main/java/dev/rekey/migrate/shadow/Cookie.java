package dev.rekey.migrate.shadow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A cookie that an answer sets.
 *
 * @param attributes without the times at which it ends
 */
record Cookie(String name, String value, Set<String> attributes) {

  static Cookie of(String field) {
    String[] parts = field.split(";");
    String[] pair = parts[0].split("=", 2);
    Set<String> attributes = new TreeSet<>();
    Arrays.stream(parts)
        .skip(1)
        .map(part -> part.strip().toLowerCase(Locale.ROOT))
        .filter(part -> !part.isEmpty())
        .map(part -> part.replaceFirst("^(expires|max-age)=.*", "$1"))
        .forEach(attributes::add);
    return new Cookie(pair[0].strip(), pair.length > 1 ? pair[1].strip() : "", attributes);
  }

  Optional<Cookie> named(List<Cookie> others) {
    return others.stream().filter(other -> other.name().equals(name)).findFirst();
  }

  /** Its value lets somebody in. */
  @Override
  public String toString() {
    return "Cookie[" + name + ']';
  }
}
