package dev.rekey.migrate.shadow;

import dev.rekey.migrate.shadow.Difference.Side;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Two answers to one request held beside each other: JSON by meaning, and what chance and clocks
 * make by its form. What both have handed out is learned on the way.
 */
final class Comparison {

  /** Where a name stands for somebody or something, and its value is the system's own. */
  private static final String ID = "(?i)(.*_)?u?id";

  private final Set<String> headers;
  private final Substitutions substitutions;
  private final Said old;
  private final Said own;
  private final List<Difference> differences = new ArrayList<>();

  Comparison(Set<String> headers, Substitutions substitutions, Said old, Said own) {
    this.headers = headers;
    this.substitutions = substitutions;
    this.old = old;
    this.own = own;
  }

  List<Difference> differences() {
    if (old.status() != own.status()) {
      differences.add(
          Difference.plain("status", String.valueOf(old.status()), String.valueOf(own.status())));
    }
    headers.forEach(this::compareHeader);
    compareCookies();
    compareBodies();
    return List.copyOf(differences);
  }

  private void compareHeader(String name) {
    Optional<String> one = old.first(name);
    Optional<String> other = own.first(name);
    if (one.isEmpty() && other.isEmpty()) {
      return;
    }
    if (one.isEmpty() || other.isEmpty()) {
      differences.add(new Difference("header " + name, side(one), side(other)));
    } else if (!Credentials.NAMES.contains(name)
        ? !headerAlike(name, one.get(), other.get())
        : !handedOut(one.get(), other.get())) {
      differences.add(Difference.found("header " + name, one.get(), other.get()));
    }
  }

  private static Side side(Optional<String> value) {
    return value.<Side>map(_ -> new Side.Plain("(a value)")).orElseGet(Side.Nothing::new);
  }

  private boolean headerAlike(String name, String one, String other) {
    return switch (name) {
      case "content-type" -> normal(one).equals(normal(other));
      case "location" -> locationAlike(origin(one), origin(other));
      default -> alike(name, one, other);
    };
  }

  /** A link may hand out credentials in its query. */
  private boolean locationAlike(String one, String other) {
    String[] first = one.split("[?&#]");
    String[] second = other.split("[?&#]");
    if (first.length != second.length || !alike("", first[0], second[0])) {
      return false;
    }
    Map<String, String> others = Parameters.of(second);
    return Parameters.of(first).entrySet().stream()
        .allMatch(parameter ->
            Optional.ofNullable(others.get(parameter.getKey()))
                .filter(value -> parameterAlike(parameter.getKey(), parameter.getValue(), value))
                .isPresent());
  }

  private boolean parameterAlike(String name, String one, String other) {
    boolean credential =
        Credentials.NAMES.contains(name) || Set.of("token", "client_id").contains(name);
    return credential ? handedOut(one, other) : alike(name, one, other);
  }

  private static String normal(String type) {
    return type.toLowerCase(Locale.ROOT).replaceAll("[\"\\s]", "");
  }

  /** Each names itself in its own way. */
  private static String origin(String location) {
    return location.replaceFirst("^https?://[^/?#]*(?=/(api|auth|v1|users)\\b)", "");
  }

  /**
   * A credential is whatever it is, so long as both have one of one scheme; that of a batch is
   * blank, and when a batch ends is a matter of time.
   */
  private boolean handedOut(String one, String other) {
    String[] first = one.split(" ", 2);
    String[] second = other.split(" ", 2);
    if (first.length == 2 && second.length == 2) {
      substitutions.learnToken(first[1], second[1]);
      return first[0].equals(second[0]);
    }
    if (!one.equals(other)) {
      substitutions.learnToken(one, other);
    }
    return first.length == second.length;
  }

  private void compareCookies() {
    List<Cookie> one = old.every("set-cookie").stream().map(Cookie::of).toList();
    List<Cookie> other = own.every("set-cookie").stream().map(Cookie::of).toList();
    for (Cookie cookie : one) {
      Optional<Cookie> match = cookie.named(other);
      match.ifPresent(found -> substitutions.learnToken(cookie.value(), found.value()));
      if (match.isEmpty()) {
        differences.add(
            new Difference("cookie " + cookie.name(), new Side.Plain("set"), new Side.Nothing()));
      } else if (!cookie.attributes().equals(match.get().attributes())) {
        differences.add(
            Difference.plain(
                "cookie " + cookie.name(),
                String.join("; ", cookie.attributes()),
                String.join("; ", match.get().attributes())));
      }
    }
    other.stream()
        .filter(cookie -> cookie.named(one).isEmpty())
        .forEach(cookie ->
            differences.add(
                new Difference(
                    "cookie " + cookie.name(), new Side.Nothing(), new Side.Plain("set"))));
  }

  private void compareBodies() {
    if (old.body() instanceof Body.Unread || own.body() instanceof Body.Unread) {
      return;
    }
    if (old.body() instanceof Body.Json(JsonNode one)
        && own.body() instanceof Body.Json(JsonNode other)) {
      compare("", "", one, other);
    } else if (!old.body().equals(own.body())) {
      differences.add(Difference.plain("body", word(old.body()), word(own.body())));
    }
  }

  private static String word(Body body) {
    return switch (body) {
      case Body.Empty() -> "(nothing)";
      case Body.Json _ -> "(JSON)";
      case Body.Form _ -> "(a form)";
      case Body.Other _ -> "(a text)";
      case Body.Unread() -> "(not read)";
    };
  }

  private void compare(String place, String name, JsonNode one, JsonNode other) {
    if (one.isObject() && other.isObject()) {
      compareMembers(place, one, other);
    } else if (one.isArray() && other.isArray()) {
      compareItems(place, name, one, other);
    } else if (one.isContainer() || other.isContainer()) {
      differences.add(Difference.plain(at(place), type(one), type(other)));
    } else if (!one.equals(other)
        && !(sameType(one, other) && alike(name, text(one), text(other)))) {
      differences.add(Difference.found(at(place), one.toString(), other.toString()));
    }
  }

  private static boolean sameType(JsonNode one, JsonNode other) {
    return one.getNodeType() == other.getNodeType();
  }

  private static String at(String place) {
    return place.isEmpty() ? "body" : place;
  }

  private static String type(JsonNode node) {
    return "(" + node.getNodeType().name().toLowerCase(Locale.ROOT) + ')';
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : node.toString();
  }

  private void compareMembers(String place, JsonNode one, JsonNode other) {
    Set<String> names = new TreeSet<>(one.propertyNames());
    names.addAll(other.propertyNames());
    for (String name : names) {
      String there = place + '/' + name;
      if (!other.has(name)) {
        differences.add(
            new Difference(there, new Side.Plain(type(one.get(name))), new Side.Nothing()));
      } else if (!one.has(name)) {
        differences.add(
            new Difference(there, new Side.Nothing(), new Side.Plain(type(other.get(name)))));
      } else {
        compare(there, name, one.get(name), other.get(name));
      }
    }
  }

  private void compareItems(String place, String name, JsonNode one, JsonNode other) {
    if (one.size() != other.size()) {
      differences.add(Difference.plain(at(place), one.size() + " items", other.size() + " items"));
      return;
    }
    Iterator<JsonNode> others = other.iterator();
    int index = 0;
    for (JsonNode item : one) {
      compare(place + '/' + index++, name, item, others.next());
    }
  }

  /**
   * The same, or what both call the same, or two things that only chance or a clock tells apart.
   */
  private boolean alike(String name, String one, String other) {
    if (one.equals(other) || substitutions.own(one).equals(other)) {
      return true;
    }
    if (name.matches(ID) && one.matches("\\d{1,18}") && other.matches("\\d{1,18}")) {
      return idsAlike(one, other);
    }
    if (!Shape.alike(one, other)) {
      return substitutions.header(one).equals(other);
    }
    if (Shape.of(one).filter(Shape::isToken).isPresent()) {
      substitutions.learnToken(one, other);
    }
    return true;
  }

  /** Another number is fine once; who is number 5 here and 7 there is so in every answer. */
  private boolean idsAlike(String one, String other) {
    Optional<String> before = substitutions.ownId(one);
    if (before.isEmpty()) {
      substitutions.learnId(one, other);
    }
    return before.isEmpty() || before.get().equals(other);
  }
}
