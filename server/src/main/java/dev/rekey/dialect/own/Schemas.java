package dev.rekey.dialect.own;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The shapes of the document as the manual shows them. */
final class Schemas {

  private static final String PREFIX = "#/components/schemas/";

  private final JsonNode document;

  Schemas(JsonNode document) {
    this.document = document;
  }

  /** What a reference leads to, or the node itself. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
  }

  /** To where the shape is shown. */
  String link(String ref) {
    String name = ref.substring(PREFIX.length());
    return "<a href=\"#shape-%s\">%s</a>".formatted(name, name);
  }

  String all() {
    return "<section id=\"schemas\"><h2>Shapes</h2>"
        + document.at("/components/schemas").properties().stream()
            .map(this::shape)
            .collect(Collectors.joining())
        + "</section>";
  }

  private String shape(Map.Entry<String, JsonNode> schema) {
    return "<article id=\"shape-%s\"><h3>%s</h3>%s%s</article>"
        .formatted(
            schema.getKey(),
            schema.getKey(),
            Html.prose(schema.getValue().path("description").asString()),
            members(schema.getValue()));
  }

  /** The members of an object. */
  String members(JsonNode schema) {
    return "<dl>"
        + schema.path("properties").properties().stream()
            .map(member -> member(schema, member))
            .collect(Collectors.joining())
        + "</dl>";
  }

  private String member(JsonNode schema, Map.Entry<String, JsonNode> member) {
    boolean required =
        schema
            .path("required")
            .valueStream()
            .anyMatch(name -> name.asString().equals(member.getKey()));
    return member(
        member.getKey(),
        member.getValue(),
        required,
        member.getValue().path("description").asString(""));
  }

  String member(String name, JsonNode schema, boolean required, String description) {
    return "<dt>%s <span>%s%s</span></dt><dd>%s%s</dd>"
        .formatted(
            Html.code(name),
            type(schema),
            required ? "" : ", optional",
            Html.inline(description),
            bounds(schema));
  }

  private String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return link(schema.path("$ref").asString());
    }
    if (schema.has("const")) {
      return Html.code(schema.path("const").asString());
    }
    if (schema.path("type").asString("").equals("array")) {
      return "array of " + type(schema.path("items"));
    }
    return schema.path("type").isArray()
        ? schema
            .path("type")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.joining(" or "))
        : schema.path("type").asString("one of a few words");
  }

  private static String bounds(JsonNode schema) {
    if (schema.has("enum") && schema.path("enum").size() < 25) {
      return " One of "
          + schema
              .path("enum")
              .valueStream()
              .map(one -> Html.code(one.asString()))
              .collect(Collectors.joining(", "))
          + '.';
    }
    if (schema.has("minimum") && schema.has("maximum")) {
      return " From %s to %s, %s by default."
          .formatted(
              schema.path("minimum").asString(),
              schema.path("maximum").asString(),
              schema.path("default").asString("none"));
    }
    return "";
  }
}
