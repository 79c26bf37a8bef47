package dev.rekey.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Resolves keys: command line before environment before file before default; collects every mistake
 * on the way.
 */
final class Reader {

  private final Map<String, String> overrides;
  private final Map<String, String> environment;
  private final Map<String, Setting> file;
  private final List<Mistake> mistakes;
  private final Map<String, Key<?>> asked = new LinkedHashMap<>();
  private final Map<String, String> effective = new TreeMap<>();

  Reader(
      Map<String, String> overrides,
      Map<String, String> environment,
      Map<String, Setting> file,
      List<Mistake> mistakes) {
    this.overrides = overrides;
    this.environment = new HashMap<>(environment);
    this.file = file;
    this.mistakes = mistakes;
  }

  /** The key's value; a wrong one is written down as a mistake and its default goes on. */
  <T> T read(Key<T> key) {
    asked.put(key.name(), key);
    Setting setting = find(key.name()).orElseGet(() -> new Setting(key.standard(), "default"));
    effective.put(
        key.name(), key.secret() && !setting.text().isEmpty() ? "(secret)" : setting.text());
    Optional<T> value = key.kind().reader().apply(setting.text());
    if (value.isEmpty()) {
      String found = key.secret() ? "it" : "`" + setting.text() + "`";
      mistakes.add(
          new Mistake(
              key.name(), setting.where(), found + " will not do, expected " + key.kind().range()));
    }
    return value
        .or(() -> key.kind().reader().apply(key.standard()))
        .orElseThrow(() -> new IllegalStateException("the default of " + key.name() + " is wrong"));
  }

  /** The same where a default of its own may be computed. */
  <T> T read(Key<T> key, String standard) {
    return read(new Key<>(key.name(), key.sentence(), key.kind(), standard, key.secret()));
  }

  boolean isSet(String name) {
    return find(name).isPresent();
  }

  /** What stands between the prefix and the next dot in any setting's name. */
  Set<String> namesUnder(String prefix) {
    Set<String> names = new TreeSet<>();
    for (Map<String, ?> source : List.of(file, overrides)) {
      source.keySet().stream()
          .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
          .map(name -> name.substring(prefix.length()))
          .map(rest -> rest.substring(0, (rest + '.').indexOf('.')))
          .forEach(names::add);
    }
    return names;
  }

  /** The names of variables that begin so, in lower case, without the beginning. */
  List<String> variablesUnder(String prefix) {
    String start = Key.variable(prefix);
    return environment.keySet().stream()
        .filter(name -> name.startsWith(start))
        .map(name -> name.substring(start.length()).toLowerCase(Locale.ROOT))
        .toList();
  }

  void mistake(String key, String problem) {
    String where = find(key).map(Setting::where).orElse("default");
    mistakes.add(new Mistake(key, where, problem));
  }

  Map<String, Key<?>> asked() {
    return asked;
  }

  Map<String, String> effective() {
    return effective;
  }

  /** Whatever was set and no key has asked for. */
  void refuseStrangers(Set<String> tolerated) {
    List<String> known = new ArrayList<>(asked.keySet());
    file.forEach((name, setting) -> refuseUnknown(name, setting.where(), known));
    overrides.keySet().forEach(name -> refuseUnknown(name, "command line", known));
    List<String> variables = asked.keySet().stream().map(Key::variable).toList();
    environment.keySet().stream()
        .filter(name -> name.startsWith("REKEY_"))
        .filter(name -> !tolerated.contains(name) && !variables.contains(name))
        .sorted()
        .forEach(name ->
            mistakes.add(
                new Mistake(
                    name,
                    "environment",
                    "no key has this variable; did you mean "
                        + Spelling.nearest(name, variables)
                        + "?")));
  }

  private void refuseUnknown(String name, String where, List<String> known) {
    if (!asked.containsKey(name)) {
      mistakes.add(
          new Mistake(
              name,
              where,
              "there is no such key; did you mean " + Spelling.nearest(name, known) + "?"));
    }
  }

  private Optional<Setting> find(String name) {
    String override = overrides.get(name);
    if (override != null) {
      return Optional.of(new Setting(override, "command line"));
    }
    String variable = environment.get(Key.variable(name));
    if (variable != null) {
      return Optional.of(new Setting(variable, Key.variable(name)));
    }
    return Optional.ofNullable(file.get(name));
  }
}
