package dev.rekey.dialect.devise;

import dev.rekey.core.password.Password;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a body says of the user, by attribute; passwords may be among it. */
final class Attributes {

  static final Attributes NONE = new Attributes(JsonNodeFactory.instance.objectNode());

  private final ObjectNode node;

  Attributes(ObjectNode node) {
    this.node = node;
  }

  /** Whether it is there at all, if only as null. */
  boolean has(String name) {
    return node.has(name);
  }

  /** The value of an attribute that is there. */
  JsonNode value(String name) {
    return node.path(name);
  }

  /** The text; empty when absent, null or none. */
  Optional<String> text(String name) {
    return value(name).isString() ? Optional.of(value(name).stringValue()) : Optional.empty();
  }

  Optional<Password> password(String name) {
    return text(name).map(Password::of);
  }

  /** Whether somebody wrote something there. */
  boolean says(String name) {
    return password(name).filter(one -> !one.isBlank()).isPresent();
  }

  /** Whether it is there and is no text. */
  boolean isNoText(String name) {
    return node.hasNonNull(name) && !value(name).isString();
  }

  /** Whether it is there and can be nobody's name: no database takes one with a NUL in it. */
  boolean isNoName(String name) {
    return isNoText(name) || text(name).filter(text -> text.indexOf('\0') >= 0).isPresent();
  }
}
