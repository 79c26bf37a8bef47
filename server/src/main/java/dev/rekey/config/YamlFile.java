package dev.rekey.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a configuration file into flat settings; a list becomes its items with commas between. */
final class YamlFile {

  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private final Path file;
  private final List<Mistake> mistakes;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final Deque<String> path = new ArrayDeque<>();

  private YamlFile(Path file, List<Mistake> mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  /** The file's settings by key; what cannot be read is added to the mistakes. */
  static Map<String, Setting> read(Path file, List<Mistake> mistakes) {
    return new YamlFile(file, mistakes).read();
  }

  private Map<String, Setting> read() {
    try (JsonParser parser = YAML.createParser(Files.readString(file))) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readObject(parser);
      } else if (parser.currentToken() != null) {
        mistakes.add(new Mistake("the file", file.toString(), "expected keys with values"));
      }
    } catch (IOException e) {
      mistakes.add(new Mistake("the file", file.toString(), "it cannot be read"));
    } catch (JacksonException e) {
      mistakes.add(
          new Mistake(
              "the file",
              file + ":" + e.getLocation().getLineNr(),
              "this is not YAML: " + e.getOriginalMessage().lines().findFirst().orElse("")));
    }
    return settings;
  }

  private void readObject(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      path.addLast(parser.currentName());
      String where = file + ":" + parser.currentTokenLocation().getLineNr();
      readValue(parser, parser.nextToken(), where);
      path.removeLast();
    }
  }

  private void readValue(JsonParser parser, JsonToken token, String where) {
    if (token == JsonToken.START_OBJECT) {
      readObject(parser);
    } else if (token == JsonToken.START_ARRAY) {
      put(readList(parser, where), where);
    } else {
      put(token == JsonToken.VALUE_NULL ? "" : parser.getString(), where);
    }
  }

  private String readList(JsonParser parser, String where) {
    StringBuilder items = new StringBuilder();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token.isStructStart()) {
        mistakes.add(new Mistake(key(), where, "a list holds plain values"));
        parser.skipChildren();
      } else {
        items.append(items.isEmpty() ? "" : ",").append(parser.getString());
      }
    }
    return items.toString();
  }

  private void put(String text, String where) {
    if (settings.putIfAbsent(key(), new Setting(text, where)) != null) {
      mistakes.add(new Mistake(key(), where, "it stands twice in the file"));
    }
  }

  private String key() {
    return String.join(".", path);
  }
}
