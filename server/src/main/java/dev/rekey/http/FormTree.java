package dev.rekey.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A form's pairs growing into an object, by the brackets in their names. */
final class FormTree {

  private static final int DEEPEST = 32;
  private static final JsonNodeFactory nodes = JsonNodeFactory.instance;

  private final ObjectNode root = nodes.objectNode();
  private final FormBody.Doubled doubled;

  FormTree(FormBody.Doubled doubled) {
    this.doubled = doubled;
  }

  JsonNode root() {
    return root;
  }

  /** Puts a value in its place; false if the place is taken or the name makes no sense. */
  boolean put(String name, String value) {
    List<String> steps = steps(name);
    if (steps.size() > DEEPEST) {
      return false;
    }
    boolean list = steps.size() > 1 && steps.getLast().isEmpty();
    List<String> way = list ? steps.subList(0, steps.size() - 1) : steps;
    if (way.subList(1, way.size()).contains("")) {
      return false;
    }
    ObjectNode parent = descend(way.subList(0, way.size() - 1));
    if (parent == null) {
      return false;
    }
    return list ? append(parent, way.getLast(), value) : set(parent, way.getLast(), value);
  }

  /** {@code a[b][]} is three steps, the last one empty; what is not bracketed like this is one. */
  private static List<String> steps(String name) {
    int open = name.indexOf('[');
    if (open < 1 || !name.endsWith("]")) {
      return List.of(name);
    }
    List<String> steps = new ArrayList<>();
    steps.add(name.substring(0, open));
    for (String step : name.substring(open + 1, name.length() - 1).split("]\\[", -1)) {
      if (step.indexOf('[') >= 0 || step.indexOf(']') >= 0) {
        return List.of(name);
      }
      steps.add(step);
    }
    return steps;
  }

  private @Nullable ObjectNode descend(List<String> way) {
    ObjectNode place = root;
    for (String step : way) {
      JsonNode next = place.get(step);
      if (next == null) {
        next = place.putObject(step);
      }
      if (!(next instanceof ObjectNode deeper)) {
        return null;
      }
      place = deeper;
    }
    return place;
  }

  private boolean append(ObjectNode parent, String name, String value) {
    JsonNode there = parent.get(name);
    if (there == null) {
      parent.putArray(name).add(value);
      return true;
    }
    if (there instanceof ArrayNode list) {
      list.add(value);
      return true;
    }
    return doubled == FormBody.Doubled.ARRAY && gather(parent, name, there, value);
  }

  private boolean set(ObjectNode parent, String name, String value) {
    JsonNode there = parent.get(name);
    if (there == null) {
      parent.put(name, value);
      return true;
    }
    return switch (doubled) {
      case REFUSE -> false;
      case LAST_WINS -> {
        parent.put(name, value);
        yield true;
      }
      case ARRAY -> gather(parent, name, there, value);
    };
  }

  private static boolean gather(ObjectNode parent, String name, JsonNode there, String value) {
    if (there instanceof ArrayNode list) {
      list.add(value);
      return true;
    }
    if (!there.isString()) {
      return false;
    }
    parent.set(name, nodes.arrayNode().add(there).add(value));
    return true;
  }
}
