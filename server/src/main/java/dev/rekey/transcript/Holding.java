package dev.rekey.transcript;

import dev.rekey.transcript.Transcript.Expected;
import dev.rekey.transcript.Wire.Answer;
import dev.rekey.transcript.Wire.Header;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer held to the written one: JSON by meaning, places for what varies. */
final class Holding {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NOTHING = "(nothing)";

  private final Captures captures;

  Holding(Captures captures) {
    this.captures = captures;
  }

  List<Complaint> complaints(Expected expected, Answer answer) {
    List<Complaint> all = new ArrayList<>();
    if (answer.status() != expected.status()) {
      all.add(
          new Complaint(
              "status",
              String.valueOf(expected.status()),
              answer.status() + " with the body " + answer.text()));
    }
    expected.headers().forEach(line -> holdHeader(line, answer, all));
    expected.absent().forEach(name -> holdAbsent(name, answer, all));
    if (expected.ordered()) {
      holdOrder(expected, answer, all);
    }
    if (!expected.anyBody()) {
      holdBody(expected, answer.text(), all);
    }
    return List.copyOf(all);
  }

  private void holdHeader(String line, Answer answer, List<Complaint> all) {
    int colon = line.indexOf(':');
    String name = line.substring(0, colon).strip();
    String value = captures.fillKnown(line.substring(colon + 1).strip());
    List<String> found = values(name, answer);
    if (found.stream().noneMatch(one -> captures.matches(value, one))) {
      all.add(
          new Complaint(
              "header " + name, value, found.isEmpty() ? NOTHING : String.join(" and ", found)));
    }
  }

  private static void holdAbsent(String name, Answer answer, List<Complaint> all) {
    List<String> found = values(name, answer);
    if (!found.isEmpty()) {
      all.add(new Complaint("header " + name, NOTHING, String.join(" and ", found)));
    }
  }

  private static List<String> values(String name, Answer answer) {
    return answer.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  private static void holdOrder(Expected expected, Answer answer, List<Complaint> all) {
    List<String> written =
        expected.headers().stream()
            .map(line -> line.substring(0, line.indexOf(':')).strip())
            .toList();
    List<String> found =
        answer.headers().stream().map(Header::name).filter(written::contains).toList();
    if (!found.equals(written)) {
      all.add(new Complaint("order of header fields", written.toString(), found.toString()));
    }
  }

  private void holdBody(Expected expected, String found, List<Complaint> all) {
    if (expected.exact() || expected.body().isEmpty()) {
      holdText("body", expected.body(), found, all);
      return;
    }
    try {
      holdJson(JSON.readTree(expected.body()), JSON.readTree(found), "", all);
    } catch (JacksonException e) {
      holdText("body", expected.body(), found, all);
    }
  }

  private void holdText(String what, String written, String found, List<Complaint> all) {
    if (!captures.matches(written, found)) {
      all.add(new Complaint(what, shown(captures.fillKnown(written)), shown(found)));
    }
  }

  private static String shown(String text) {
    return text.isEmpty() ? NOTHING : text;
  }

  private void holdJson(JsonNode written, JsonNode found, String at, List<Complaint> all) {
    if (written.isString()) {
      String text = found.isString() ? found.stringValue() : found.toString();
      holdText("body at " + at, written.stringValue(), text, all);
    } else if (found.getNodeType() != written.getNodeType()) {
      all.add(new Complaint("body at " + at, written.toString(), shown(found.toString())));
    } else if (written.isObject()) {
      holdMembers(written, found, at, all);
    } else if (written.isArray()) {
      holdItems(written, found, at, all);
    } else if (!found.equals(written)) {
      all.add(new Complaint("body at " + at, written.toString(), found.toString()));
    }
  }

  private void holdMembers(JsonNode written, JsonNode found, String at, List<Complaint> all) {
    Set<String> names = new TreeSet<>(written.propertyNames());
    names.addAll(found.propertyNames());
    for (String name : names) {
      String place = at + '/' + name;
      if (!found.has(name)) {
        all.add(new Complaint("body at " + place, written.get(name).toString(), NOTHING));
      } else if (!written.has(name)) {
        all.add(new Complaint("body at " + place, NOTHING, found.get(name).toString()));
      } else {
        holdJson(written.get(name), found.get(name), place, all);
      }
    }
  }

  private void holdItems(JsonNode written, JsonNode found, String at, List<Complaint> all) {
    if (found.size() != written.size()) {
      all.add(new Complaint("body at " + at, written.toString(), found.toString()));
      return;
    }
    Iterator<JsonNode> items = found.iterator();
    int index = 0;
    for (JsonNode item : written) {
      holdJson(item, items.next(), at + '/' + index++, all);
    }
  }
}
