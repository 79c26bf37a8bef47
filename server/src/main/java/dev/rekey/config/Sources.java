package dev.rekey.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everywhere a key can be set: the command line and the file by the key's name, the environment by
 * the variable's.
 */
record Sources(
    Map<String, Given> commandLine, Map<String, Given> environment, Map<String, Given> file) {

  /** Variables for others than this room. */
  private static final Set<String> FOREIGN =
      Set.of(
          "REKEY_JAVA_OPTS",
          "REKEY_HOME",
          "REKEY_CONFIG",
          "REKEY_IMPORT_PEPPER",
          "REKEY_IMPORT_FIREBASE_KEY",
          "REKEY_IMPORT_OCARIOT_KEY");

  static Sources of(
      Map<String, String> overrides, Map<String, String> environment, Map<String, Given> file) {
    Map<String, Given> commandLine = new TreeMap<>();
    overrides.forEach(
        (name, text) -> commandLine.put(name, new Given.Text(text, Place.COMMAND_LINE)));
    Map<String, Given> variables = new TreeMap<>();
    environment.forEach(
        (name, text) -> variables.put(name, new Given.Text(text, Place.variable(name))));
    variables
        .keySet()
        .removeIf(name -> !name.startsWith(Key.VARIABLE_PREFIX) || FOREIGN.contains(name));
    return new Sources(commandLine, variables, new LinkedHashMap<>(file));
  }

  /** All that is said about a key, the word that counts last. */
  List<Given> of(String name) {
    return Stream.of(
            Optional.ofNullable(file.get(name)),
            Optional.ofNullable(environment.get(Key.variable(name))),
            Optional.ofNullable(commandLine.get(name)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Where this key, or one under it, is given. */
  Place place(String name) {
    return Stream.of(
            under(commandLine, name, '.'),
            under(environment, Key.variable(name), '_'),
            under(file, name, '.'))
        .flatMap(Function.identity())
        .findFirst()
        .map(Given::place)
        .orElse(Place.STANDARD);
  }

  private static Stream<Given> under(Map<String, Given> given, String name, char separator) {
    return given.entrySet().stream()
        .filter(entry -> (entry.getKey() + separator).startsWith(name + separator))
        .map(Map.Entry::getValue);
  }

  /** What follows this prefix in the names of keys, in the file or on the command line. */
  Set<String> keysUnder(String prefix) {
    return rests(Stream.concat(file.keySet().stream(), commandLine.keySet().stream()), prefix);
  }

  /** What follows this prefix in the names of variables. */
  Set<String> variablesUnder(String prefix) {
    return rests(environment.keySet().stream(), Key.variable(prefix));
  }

  private static Set<String> rests(Stream<String> names, String prefix) {
    return names
        .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
        .map(name -> name.substring(prefix.length()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
