package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Words.CHILDREN;

import dev.rekey.core.account.Handle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** From the children of a family or a group, ids or objects that have one, to their ids. */
final class DecodeChildren {

  private DecodeChildren() {}

  /** At least one. */
  static List<Handle.Hex24> required(FieldReader fields) {
    List<Handle.Hex24> children = optional(fields).orElseGet(List::of);
    if (children.isEmpty()) {
      fields.lack(Words.COLLECTION_OF_CHILDREN);
    }
    return children;
  }

  static Optional<List<Handle.Hex24>> optional(FieldReader fields) {
    return fields.value(CHILDREN).map(value -> children(value, fields));
  }

  private static List<Handle.Hex24> children(JsonNode value, FieldReader fields) {
    if (!value.isArray()) {
      fields.reject(new Mistake.NotArray(CHILDREN));
      return List.of();
    }
    List<String> ids = value.valueStream().flatMap(child -> id(child, fields)).toList();
    List<String> bad = ids.stream().filter(id -> !PathId.isId(id)).toList();
    if (!bad.isEmpty()) {
      fields.reject(new Mistake.BadChildIds(bad));
    }
    return ids.stream().map(PathId::canonical).map(Handle.Hex24::new).toList();
  }

  private static Stream<String> id(JsonNode child, FieldReader fields) {
    Optional<JsonNode> id =
        child.isObject() ? Optional.ofNullable(child.get("id")) : Optional.of(child);
    Optional<String> text =
        id.filter(JsonNode::isString).map(JsonNode::stringValue).filter(one -> !one.isEmpty());
    if (text.isEmpty()) {
      fields.reject(new Mistake.NoChildId());
    }
    return text.stream();
  }
}
