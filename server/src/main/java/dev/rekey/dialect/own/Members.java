package dev.rekey.dialect.own;

import dev.rekey.core.account.Role;
import dev.rekey.core.password.Password;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Json;
import dev.rekey.http.MediaType;
import dev.rekey.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The members of a request's body, read strictly: what is missing, of another type or unknown is
 * noted, all of it at once. A member that would not do is read as if it stood there empty: whoever
 * asks for it never sees the command that comes of it.
 */
final class Members {

  private static final String TEXT = "a string";
  private static final String FLAG = "true or false";
  private static final String OBJECT = "an object";
  private static final String LIST = "an array of strings";

  private final JsonNode body;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Complaint> complaints = new ArrayList<>();

  private Members(JsonNode body) {
    this.body = body;
  }

  /** What the decoder makes of the body's members, or the problem that the body is. */
  static <C> Reading<C, Problem> read(Request request, Function<Members, C> decode) {
    if (!isJson(request)) {
      return new Reading.Misread<>(
          Problem.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body has to be application/json in UTF-8."));
    }
    return switch (Json.parse(request.body())) {
      case Json.Parsed.Value(JsonNode node) when node.isObject() -> read(node, decode);
      case Json.Parsed.Value _, Json.Parsed.Unreadable _ ->
          new Reading.Misread<>(
              Problem.of(
                  ProblemType.MALFORMED_REQUEST,
                  "The body has to be one JSON object, in UTF-8, no member twice."));
    };
  }

  private static <C> Reading<C, Problem> read(JsonNode node, Function<Members, C> decode) {
    Members members = new Members(node);
    C command = decode.apply(members);
    members.complainOfUnknown();
    return members.complaints.isEmpty()
        ? new Reading.Read<>(command)
        : new Reading.Misread<>(
            Problem.of(
                ProblemType.INVALID_BODY,
                "The body is of another shape than documented.",
                members.complaints));
  }

  private static boolean isJson(Request request) {
    return MediaType.of(request)
        .filter(type -> type.is(Words.JSON))
        .filter(type -> type.charset().filter(charset -> !charset.equals("utf-8")).isEmpty())
        .isPresent();
  }

  private void complainOfUnknown() {
    body.propertyNames().stream()
        .filter(name -> !asked.contains(name))
        .map(this::unknown)
        .forEach(complaints::add);
  }

  private Complaint unknown(String name) {
    return Spelling.nearest(name, asked)
        .map(known ->
            Complaint.of(
                name,
                "unknown_member",
                "There is no such member. Did you mean " + known + "?",
                "nearest",
                known))
        .orElseGet(() -> Complaint.of(name, "unknown_member", "There is no such member."));
  }

  /** Notes what the types alone do not show. */
  void complain(Complaint complaint) {
    complaints.add(complaint);
  }

  /** At least one member has to be there. */
  void needAny() {
    if (body.isEmpty()) {
      complain(Complaint.of("", "missing", "At least one member is needed."));
    }
  }

  Optional<String> maybeText(String name) {
    return find(name).map(node -> node.isString() ? node.stringValue() : mistyped(name, TEXT));
  }

  String text(String name) {
    return maybeText(name).orElseGet(() -> missing(name));
  }

  /** A text that is not empty. */
  String filled(String name) {
    String text = text(name);
    if (text.isEmpty() && complaints.stream().noneMatch(one -> one.field().equals(name))) {
      complain(Complaint.of(name, "blank", name + " must not be empty."));
    }
    return text;
  }

  Optional<Password> maybePassword(String name) {
    return maybeText(name).map(Password::of);
  }

  Password password(String name) {
    return Password.of(text(name));
  }

  Optional<Boolean> maybeFlag(String name) {
    Optional<JsonNode> node = find(name);
    node.filter(one -> !one.isBoolean()).ifPresent(_ -> mistyped(name, FLAG));
    return node.filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  /** Whether nothing was found wrong so far. */
  boolean isSound() {
    return complaints.isEmpty();
  }

  /** A role that has to be there; empty only when something was noted. */
  Optional<Role> neededRole(String name) {
    if (!body.has(name)) {
      complain(Complaint.missing(name));
    }
    return maybeRole(name);
  }

  Optional<Role> maybeRole(String name) {
    return find(name)
        .flatMap(node -> node.isString() ? role(name, node.stringValue()) : noRole(name));
  }

  private Optional<Role> noRole(String name) {
    mistyped(name, TEXT);
    return Optional.empty();
  }

  private Optional<Role> role(String name, String text) {
    try {
      return Optional.of(new Role(text));
    } catch (IllegalArgumentException notOne) {
      complain(Complaint.invalid(name, "the name of a role"));
      return Optional.empty();
    }
  }

  List<String> texts(String name) {
    Optional<JsonNode> node = find(name);
    boolean sound =
        node.map(one -> one.isArray() && one.valueStream().allMatch(JsonNode::isString))
            .orElse(true);
    if (!sound) {
      mistyped(name, LIST);
    }
    return sound
        ? node.stream().flatMap(JsonNode::valueStream).map(JsonNode::stringValue).toList()
        : List.of();
  }

  /** Fields and their texts. */
  Map<String, String> profile() {
    Map<String, String> fields = new LinkedHashMap<>();
    profileNodes().forEach(field -> fields.put(field.getKey(), textOf(field)));
    return fields;
  }

  /** Fields and what each becomes; a null takes the field away. */
  Map<String, Optional<String>> profileEdit() {
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    profileNodes()
        .forEach(field ->
            fields.put(
                field.getKey(),
                field.getValue().isNull() ? Optional.empty() : Optional.of(textOf(field))));
    return fields;
  }

  private Stream<Map.Entry<String, JsonNode>> profileNodes() {
    Optional<JsonNode> node = find("profile");
    node.filter(one -> !one.isObject()).ifPresent(_ -> mistyped("profile", OBJECT));
    return node.filter(JsonNode::isObject).stream().flatMap(one -> one.properties().stream());
  }

  private String textOf(Map.Entry<String, JsonNode> field) {
    return field.getValue().isString()
        ? field.getValue().stringValue()
        : mistyped("profile." + field.getKey(), TEXT);
  }

  private Optional<JsonNode> find(String name) {
    asked.add(name);
    return Optional.ofNullable(body.get(name));
  }

  private String mistyped(String name, String expected) {
    complain(Complaint.wrongType(name, expected));
    return "";
  }

  private String missing(String name) {
    complain(Complaint.missing(name));
    return "";
  }
}
