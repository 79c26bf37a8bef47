package dev.rekey.web;

import dev.rekey.core.visit.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What the pages say, in one language. */
final class Phrases {

  private final Language language;
  private final Map<String, String> texts;

  private Phrases(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  static Phrases of(Language language) {
    return new Phrases(language, read(language));
  }

  Language language() {
    return language;
  }

  /** What there are phrases for. */
  Set<String> keys() {
    return texts.keySet();
  }

  /** A phrase, with what it has places for ({@link MessageFormat}). */
  String say(String key, Object... places) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("nothing is said for " + key + " in " + language);
    }
    return places.length == 0 ? text : new MessageFormat(text, language.locale()).format(places);
  }

  private static Map<String, String> read(Language language) {
    String name = "phrases/" + language.tag() + ".properties";
    Properties properties = new Properties();
    try (InputStream stream = Phrases.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing: " + name);
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
