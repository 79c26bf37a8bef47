package dev.rekey.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what is given and is no key.
 *
 * @param known the keys that there are
 * @param excused what passes, with everything under it
 */
record Strays(Set<String> known, Set<String> excused) {

  /** Never a value: what is misspelt may be a secret. */
  List<Mistake> among(Sources sources) {
    List<Mistake> mistakes = new ArrayList<>();
    sources.commandLine().forEach((name, given) -> judge(name, given).ifPresent(mistakes::add));
    sources.file().forEach((name, given) -> judge(name, given).ifPresent(mistakes::add));
    mistakes.addAll(amongVariables(sources.environment()));
    return mistakes;
  }

  private Optional<Mistake> judge(String name, Given given) {
    if (known.contains(name) || isExcused(name)) {
      return Optional.empty();
    }
    return isSection(name) ? judgeSection(name, given) : Optional.of(stray(name, given));
  }

  private boolean isExcused(String name) {
    return excused.stream().anyMatch(key -> (name + '.').startsWith(key + '.'));
  }

  private boolean isSection(String name) {
    return known.stream().anyMatch(key -> key.startsWith(name + '.'));
  }

  /** A heading with nothing under it does no harm. */
  private static Optional<Mistake> judgeSection(String name, Given given) {
    return given.text().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Mistake(
                name,
                given.place().words(),
                "found a value where a section is",
                "keys under it would do"));
  }

  private Mistake stray(String name, Given given) {
    return new Mistake(
        name, given.place().words(), "there is no such key", hint(Nearest.to(name, known)));
  }

  private List<Mistake> amongVariables(Map<String, Given> environment) {
    Map<String, String> keys = new TreeMap<>();
    known.forEach(key -> keys.put(Key.variable(key), key));
    return environment.entrySet().stream()
        .filter(entry -> !keys.containsKey(entry.getKey()))
        .filter(entry -> !isExcusedVariable(entry.getKey()))
        .map(entry -> strayVariable(entry.getKey(), keys.keySet()))
        .toList();
  }

  private boolean isExcusedVariable(String name) {
    return excused.stream().anyMatch(key -> (name + '_').startsWith(Key.variable(key) + '_'));
  }

  private static Mistake strayVariable(String name, Set<String> variables) {
    return new Mistake(
        name, "environment", "there is no such variable", hint(Nearest.to(name, variables)));
  }

  private static String hint(Optional<String> nearest) {
    return nearest
        .map(name -> name + " may be what is meant")
        .orElse("none is like it, so it should go");
  }
}
