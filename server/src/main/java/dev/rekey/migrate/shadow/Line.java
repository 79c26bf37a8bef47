package dev.rekey.migrate.shadow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a recording that holds an exchange, as it was written.
 *
 * @param node the line
 */
record Line(JsonNode node) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A difference as the recording tells it. */
  record Told(String place, String upstream, String rekey) {}

  /** What a recording says at its end. */
  record End(boolean ended, long tokens, long otherIds, long missed) {}

  /**
   * Reads a recording from its beginning.
   *
   * @return what it says of itself
   * @throws IllegalArgumentException if it is none, with the number of the first line that is wrong
   */
  static End readAll(Path file, Consumer<Line> reader) {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      End end = new End(false, 0, 0, 0);
      int number = 0;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        number++;
        JsonNode node = parse(text, number);
        if (number == 1 && !node.path("recording").stringValue("").equals(Recording.FORMAT)) {
          throw new IllegalArgumentException("it is no recording of rekey shadow");
        }
        if (node.has("route")) {
          reader.accept(new Line(node));
          end = new End(false, 0, 0, Math.max(end.missed(), node.path("missed").longValue(0)));
        } else if (node.has("ended")) {
          end =
              new End(
                  true,
                  node.path("tokens").longValue(0),
                  node.path("otherIds").longValue(0),
                  node.path("missed").longValue(0));
        }
      }
      if (number == 0) {
        throw new IllegalArgumentException("it is empty");
      }
      return end;
    } catch (IOException e) {
      throw new UncheckedIOException("the recording cannot be read", e);
    }
  }

  private static JsonNode parse(String text, int number) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("line " + number + " is cut short or no JSON", e);
    }
  }

  String route() {
    return node.path("route").stringValue("");
  }

  String verdict() {
    return node.path("verdict").stringValue("");
  }

  String why() {
    return node.path("why").stringValue("");
  }

  String at() {
    return node.path("at").stringValue("");
  }

  int status(String who) {
    return node.path(who).path("status").intValue(0);
  }

  String body(String who) {
    return node.path(who).path("body").stringValue("");
  }

  String requestLine() {
    return node.path("request").path("line").stringValue("");
  }

  List<String> headers(String who) {
    List<String> headers = new ArrayList<>();
    node.path(who).path("headers").forEach(header -> headers.add(header.stringValue("")));
    return headers;
  }

  List<Told> differences() {
    List<Told> all = new ArrayList<>();
    node.path("differences")
        .forEach(one ->
            all.add(
                new Told(
                    one.path("place").stringValue(""),
                    one.path("upstream").stringValue(""),
                    one.path("rekey").stringValue(""))));
    return all;
  }
}
