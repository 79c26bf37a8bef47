package dev.rekey.dialect.onezone;

import dev.rekey.core.macaroon.Baked;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.Ipv4Range;
import dev.rekey.core.password.Password;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The kinds of value that the members of requests have. */
final class Kinds {

  private final NameRules rules;

  Kinds(NameRules rules) {
    this.rules = rules;
  }

  Reading<String, Objection> username(String key, JsonNode value) {
    return name(key, value, rules::isUsername, new Objection.BadUsername());
  }

  Reading<String, Objection> fullName(String key, JsonNode value) {
    return name(key, value, rules::isFullName, new Objection.BadFullName());
  }

  Reading<String, Objection> tokenName(String key, JsonNode value) {
    return name(key, value, rules::isTokenName, new Objection.BadTokenName());
  }

  /** A name that is null is none that would do. */
  private static Reading<String, Objection> name(
      String key, JsonNode value, Predicate<String> rule, Objection otherwise) {
    if (!value.isNull() && !value.isString()) {
      return new Misread<>(new Objection.NotText(key));
    }
    return value.isString() && rule.test(value.stringValue())
        ? new Read<>(value.stringValue())
        : new Misread<>(otherwise);
  }

  static Reading<Password, Objection> password(String key, JsonNode value) {
    if (value.isNull()) {
      return new Misread<>(new Objection.NoPassword());
    }
    return value.isString()
        ? new Read<>(Password.of(value.stringValue()))
        : new Misread<>(new Objection.NotText(key));
  }

  static Reading<Boolean, Objection> flag(String key, JsonNode value) {
    return value.isBoolean()
        ? new Read<>(value.booleanValue())
        : new Misread<>(new Objection.NotFlag(key));
  }

  /** An object, as its text. */
  static Reading<String, Objection> json(String key, JsonNode value) {
    return value.isObject()
        ? new Read<>(value.toString())
        : new Misread<>(new Objection.NotJson(key));
  }

  static Reading<List<String>, Objection> privileges(String key, JsonNode value) {
    if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
      return new Misread<>(new Objection.NotListOfTexts(key));
    }
    List<String> names = value.valueStream().map(JsonNode::stringValue).toList();
    return Privileges.unknown(names).isEmpty()
        ? new Read<>(names)
        : new Misread<>(new Objection.NotAllOf(key, Privileges.ALL));
  }

  static Reading<Baked, Objection> token(String key, JsonNode value) {
    return text(value)
        .flatMap(Baked::read)
        .<Reading<Baked, Objection>>map(Read::new)
        .orElseGet(() -> new Misread<>(new Objection.BadToken(key)));
  }

  /** An address; null is none. */
  static Reading<Optional<String>, Objection> address(String key, JsonNode value) {
    return orNothing(value, text(value).filter(Ipv4Range::isAddress), new Objection.NotIpv4(key));
  }

  /** An interface; null is none. */
  static Reading<Optional<Channel>, Objection> channel(String key, JsonNode value) {
    List<String> all = Stream.of(Channel.values()).map(Channel::text).toList();
    return orNothing(value, text(value).flatMap(Channel::read), new Objection.NotOneOf(key, all));
  }

  private static <T> Reading<Optional<T>, Objection> orNothing(
      JsonNode value, Optional<T> read, Objection otherwise) {
    return value.isNull() || read.isPresent() ? new Read<>(read) : new Misread<>(otherwise);
  }

  private static Optional<String> text(JsonNode value) {
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }
}
