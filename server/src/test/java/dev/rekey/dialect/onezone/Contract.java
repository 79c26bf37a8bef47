package dev.rekey.dialect.onezone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Onezone's published API description with its corrections, as far as it speaks of shapes. */
final class Contract {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectNode description;

  Contract() {
    description = (ObjectNode) read("onezone-21.02.7-user-and-token-routes.swagger2.json");
    read("contract-corrections.jsonpatch.json").forEach(this::correct);
    read("more-corrections.jsonpatch.json").forEach(this::correct);
  }

  static JsonNode read(String file) {
    try (InputStream in = Contract.class.getResourceAsStream("contract/" + file)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documented path that this one is an example of; both are without the base path. */
  Optional<String> template(String path) {
    List<String> asked = List.of(path.split("/", -1));
    return description.path("paths").propertyNames().stream()
        .filter(template -> isExample(List.of(template.split("/", -1)), asked))
        .min(Comparator.comparing(template -> template.contains("{")));
  }

  private static boolean isExample(List<String> template, List<String> asked) {
    return template.size() == asked.size()
        && IntStream.range(0, asked.size())
            .allMatch(i ->
                template.get(i).equals(asked.get(i))
                    || template.get(i).startsWith("{") && !asked.get(i).isEmpty());
  }

  /** Whether there is such an operation at all. */
  boolean knows(String method, String path) {
    return description.path("paths").path(path).path(method.toLowerCase(Locale.ROOT)).isObject();
  }

  /** Whether the operation is documented to answer with this status. */
  boolean knows(String method, String path, int status) {
    return response(method, path, status).isObject();
  }

  /** What the description has against this answer; the path is without the base path. */
  List<String> mistakes(String method, String path, int status, byte[] body) {
    JsonNode schema = response(method, path, status).path("schema");
    if (schema.isMissingNode()) {
      return status == 204 && body.length > 0 ? List.of("a body") : List.of();
    }
    return mistakes(schema, JSON.readTree(body));
  }

  /** What there is against an error of a status that is not documented for every route. */
  List<String> mistakesOfError(byte[] body) {
    return mistakes(description.path("definitions").path("Error"), JSON.readTree(body));
  }

  private JsonNode response(String method, String path, int status) {
    return description
        .path("paths")
        .path(path)
        .path(method.toLowerCase(Locale.ROOT))
        .path("responses")
        .path(String.valueOf(status));
  }

  private List<String> mistakes(JsonNode schema, JsonNode value) {
    List<String> mistakes = new ArrayList<>();
    hold(schema, value, "", mistakes);
    return mistakes;
  }

  private void hold(JsonNode schema, JsonNode value, String at, List<String> mistakes) {
    if (schema.has("$ref")) {
      hold(description.at(schema.path("$ref").asString().substring(1)), value, at, mistakes);
    } else if (value.isNull() && schema.path("x-nullable").asBoolean(false)) {
      return;
    } else if (!isOf(schema.path("type").asString("object"), value)) {
      mistakes.add(at + " is no " + schema.path("type").asString());
    } else if (!isListed(schema.path("enum"), value)) {
      mistakes.add(at + " is none of " + schema.path("enum"));
    } else {
      holdMembers(schema, value, at, mistakes);
    }
  }

  private static boolean isListed(JsonNode allowed, JsonNode value) {
    return allowed.isMissingNode() || allowed.valueStream().anyMatch(value::equals);
  }

  private void holdMembers(JsonNode schema, JsonNode value, String at, List<String> mistakes) {
    schema
        .path("required")
        .forEach(name -> {
          if (!value.has(name.asString())) {
            mistakes.add(at + '/' + name.asString() + " is missing");
          }
        });
    schema
        .path("properties")
        .properties()
        .forEach(member ->
            Optional.ofNullable(value.get(member.getKey()))
                .ifPresent(
                    one -> hold(member.getValue(), one, at + '/' + member.getKey(), mistakes)));
    if (value.isArray()) {
      value.forEach(item -> hold(schema.path("items"), item, at + "/-", mistakes));
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalArgumentException("a schema of type " + type);
    };
  }

  /** Carries out one operation of the patch (RFC 6902 section 4). */
  private void correct(JsonNode operation) {
    String path = operation.path("path").asString();
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1).replace("~1", "/").replace("~0", "~");
    JsonNode parent = description.at(path.substring(0, slash));
    switch (operation.path("op").asString() + ' ' + parent.getNodeType()) {
      case "add OBJECT" -> ((ObjectNode) parent).set(name, operation.path("value"));
      case "add ARRAY" -> ((ArrayNode) parent).add(operation.path("value"));
      case "remove OBJECT" -> ((ObjectNode) parent).remove(name);
      default -> throw new IllegalArgumentException("cannot " + operation);
    }
  }
}
