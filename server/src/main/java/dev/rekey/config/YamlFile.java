package dev.rekey.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * The configuration file: every value in it with its line, under the names of all that it is nested
 * in, joined with dots. What says something else than it seems to (tags, aliases, a second
 * document) is a mistake.
 */
final class YamlFile {

  private static final Pattern LINE = Pattern.compile("in reader, line ([0-9]+)");
  private static final String WHOLE = "the file";

  private final Path path;
  private final Map<String, Given> values = new LinkedHashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private YamlFile(Path path) {
    this.path = path;
  }

  static YamlFile read(Path path) {
    YamlFile file = new YamlFile(path);
    try {
      file.parse(Files.readString(path));
    } catch (CharacterCodingException e) {
      file.refuse("found bytes that are not UTF-8", "a YAML file in UTF-8 would do");
    } catch (IOException e) {
      file.refuse("it cannot be read", "the path of a file that this user may read would do");
    }
    return file;
  }

  /** By the names of the keys, in the order of the file. */
  Map<String, Given> values() {
    return values;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  private void refuse(String found, String remedy) {
    mistakes.add(new Mistake(WHOLE, path.toString(), found, remedy));
  }

  private void parse(String text) {
    try (YAMLParser parser = open(text)) {
      parseDocument(parser);
    } catch (JacksonException e) {
      mistakes.add(notYaml(e));
    }
  }

  private static YAMLParser open(String text) {
    return (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text);
  }

  /** Nothing of the parser's own message, which quotes the line, and a secret may be in it. */
  private Mistake notYaml(JacksonException e) {
    return new Mistake(
        WHOLE,
        Place.line(path, line(e)).words(),
        "this is not YAML",
        "blanks for indentation, and quotes around a text with special characters, would do");
  }

  private static int line(JacksonException e) {
    Matcher matcher = LINE.matcher(String.valueOf(e.getOriginalMessage()));
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    while (matcher.find()) {
      line = Integer.parseInt(matcher.group(1));
    }
    return line;
  }

  private void parseDocument(YAMLParser parser) {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      parseSection(parser, "");
    } else if (first != null && first != JsonToken.VALUE_NULL) {
      wrong(parser, WHOLE, "found no keys", "lines such as `http.port: 8080` would do");
      return;
    }
    if (parser.nextToken() != null) {
      wrong(parser, WHOLE, "found a second document", "one would do");
    }
  }

  private void parseSection(YAMLParser parser, String prefix) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix + parser.currentName();
      Place place = here(parser);
      parser.nextToken();
      parseValue(parser, name, place);
    }
  }

  private void parseValue(YAMLParser parser, String name, Place place) {
    switch (parser.currentToken()) {
      case START_OBJECT -> parseSection(parser, name + '.');
      case START_ARRAY -> put(parser, name, new Given.Items(parseItems(parser, name), place));
      default -> put(parser, name, new Given.Text(scalar(parser, name), place));
    }
  }

  private List<String> parseItems(YAMLParser parser, String name) {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isScalarValue()) {
        items.add(scalar(parser, name));
      } else {
        wrong(parser, name, "found an item that has parts", "a list of plain items would do");
        parser.skipChildren();
      }
    }
    return items;
  }

  /** The text as it stands in the file, so that {@code 25.0} stays that. */
  private String scalar(YAMLParser parser, String name) {
    if (parser.isCurrentAlias() || parser.getTypeId() != null) {
      wrong(parser, name, "found an alias or a tag", "the value itself would do");
    }
    return isNothing(parser) ? "" : parser.getString();
  }

  /** The parser takes one of the words that YAML has for it as a text. */
  private static boolean isNothing(YAMLParser parser) {
    return parser.currentToken() == JsonToken.VALUE_NULL || parser.getString().equals("~");
  }

  private void put(YAMLParser parser, String name, Given given) {
    Given earlier = values.putIfAbsent(name, given);
    if (earlier != null) {
      wrong(parser, name, "found a second time after " + earlier.place().words(), "one would do");
    }
  }

  private void wrong(YAMLParser parser, String key, String found, String remedy) {
    mistakes.add(new Mistake(key, here(parser).words(), found, remedy));
  }

  private Place here(YAMLParser parser) {
    return Place.line(path, parser.currentTokenLocation().getLineNr());
  }
}
