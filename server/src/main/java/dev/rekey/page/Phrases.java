package dev.rekey.page;

import dev.rekey.core.visit.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What the pages say, in one language. */
public final class Phrases {

  /** One of the owner's pages, and one of each part of the console. */
  static final List<String> BUNDLES =
      List.of(
          "account",
          "console",
          "overview",
          "accounts",
          "bulk",
          "cases",
          "audit",
          "server",
          "adoption",
          "letters");

  private final Language language;
  private final Map<String, String> texts;

  private Phrases(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  public static Phrases of(Language language) {
    return new Phrases(language, read(language));
  }

  public Language language() {
    return language;
  }

  /** What there are phrases for. */
  public Set<String> keys() {
    return texts.keySet();
  }

  /** A phrase, with what it has places for ({@link MessageFormat}). */
  public String say(String key, Object... places) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("nothing is said for " + key + " in " + language);
    }
    return places.length == 0 ? text : new MessageFormat(text, language.locale()).format(places);
  }

  private static Map<String, String> read(Language language) {
    Map<String, String> texts = new HashMap<>();
    BUNDLES.forEach(bundle -> texts.putAll(read(bundle, language)));
    return texts;
  }

  private static Map<String, String> read(String bundle, Language language) {
    String name = "phrases/" + bundle + '/' + language.tag() + ".properties";
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
