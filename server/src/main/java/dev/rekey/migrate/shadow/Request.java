package dev.rekey.migrate.shadow;

import dev.rekey.migrate.relay.Passed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A request that went through, with all that it says by name. */
final class Request {

  private final Passed passed;
  private final Body body;
  private final Map<String, String> named = new HashMap<>();
  private final Set<String> values = new HashSet<>();

  Request(Passed passed) {
    this.passed = passed;
    this.body = Body.of(passed.request().headers(), passed.asked().bytes(), passed.asked().whole());
    String target = passed.request().target();
    Arrays.stream(target.split("[?#]", 2)[0].split("/"))
        .map(Parameters::decoded)
        .forEach(this::add);
    int query = target.indexOf('?');
    if (query >= 0) {
      addAll(Parameters.in(target.substring(query + 1)));
    }
    passed.request().headers().forEach(header -> addHeader(header.name(), header.value()));
    switch (body) {
      case Body.Form(String text) -> addAll(Parameters.in(text));
      case Body.Json(JsonNode node) -> addJson("", node);
      case Body.Other(String text) -> add(Latin.unicode(text));
      case Body.Empty(), Body.Unread() -> {}
    }
  }

  private void addAll(Map<String, String> parameters) {
    parameters.forEach((name, value) -> {
      add(value.isEmpty() ? name : value);
      named.put(name.replaceFirst("^.*\\[(.+)]$", "$1"), value);
    });
  }

  private void addHeader(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("authorization") || Credentials.NAMES.contains(lower)) {
      String credential = value.substring(value.indexOf(' ') + 1);
      add(credential);
      named.put(lower, credential);
      decoded(credential).ifPresent(pair -> Arrays.stream(pair.split(":", 2)).forEach(this::add));
    } else if (lower.equals("cookie")) {
      Arrays.stream(value.split(";\\s*"))
          .forEach(cookie -> add(cookie.substring(cookie.indexOf('=') + 1)));
    } else if (lower.equals("uid")) {
      add(Latin.unicode(value));
    }
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void addJson(String name, JsonNode node) {
    if (node.isContainer()) {
      node.properties().forEach(member -> addJson(member.getKey(), member.getValue()));
      if (node.isArray()) {
        node.forEach(item -> addJson(name, item));
      }
    } else if (node.isString() || node.isNumber()) {
      String text = node.isString() ? node.stringValue() : node.toString();
      add(text);
      named.put(name, text);
    }
  }

  private void add(String value) {
    if (!value.isBlank()) {
      values.add(value);
    }
  }

  Passed passed() {
    return passed;
  }

  Body body() {
    return body;
  }

  /** Every value that it has anywhere. */
  Set<String> values() {
    return Set.copyOf(values);
  }

  /** What it says under a name, wherever that stands. */
  Optional<String> named(String name) {
    return Optional.ofNullable(named.get(name)).filter(value -> !value.isBlank());
  }
}
