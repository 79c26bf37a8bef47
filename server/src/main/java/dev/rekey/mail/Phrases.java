package dev.rekey.mail;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in the frame of letters in one language: on buttons, and below them. */
final class Phrases {

  static final String FILE = "phrases.properties";

  /** Below a button. */
  static final String COPY = "copy";

  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              COPY,
              "button.reset-link",
              "button.confirm-link",
              "button.unlock-link",
              "button.way-back",
              "button.alarm",
              "button.reset-page"));

  private final Map<String, String> phrases = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private Phrases() {}

  static Phrases read(Source.Found found) {
    Phrases phrases = new Phrases();
    phrases.load(found);
    return phrases;
  }

  /** What stands on the button that leads there. */
  String button(Form form, String place) {
    return get("button." + (place.equals("link") ? form.title() : place));
  }

  String get(String key) {
    return phrases.getOrDefault(key, "");
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  private void load(Source.Found found) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(found.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      faults.add(found.place() + ": a \\u is followed by four hexadecimal digits");
    }
    properties.stringPropertyNames().forEach(key -> phrases.put(key, properties.getProperty(key)));
    KEYS.stream()
        .filter(key -> get(key).isBlank())
        .forEach(key -> faults.add(found.place() + ": " + key + " has to be in it"));
    phrases.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(
            key -> faults.add(found.place() + ": " + key + " is not known; known are " + KEYS));
  }
}
