package dev.rekey.migrate.shadow;

import dev.rekey.transcript.Wire.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Messages as a recording may hold them: names and structure as they are, and a place for each
 * value, which says nothing of it but where else the same one stands.
 */
final class Veil {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The fixed parts of the paths of all wires. */
  private static final Set<String> WORDS =
      Set.of(
          ("api v1 v2 v3 auth users user account accounts password passwords sign_in sign_out"
                  + " sign_up confirmation unlock edit cancel new validate_token login logout"
                  + " session sessions register reset forgot forgotten me profile current_user"
                  + " onezone oneprovider zone token tokens named temporary basic client_tokens"
                  + " privileges configuration health admins educators children families"
                  + " healthprofessionals applications institutions groups associations types"
                  + " verify verify_access_token infer_access_token_scope examine identity"
                  + " provider_token access_token rekey letters policy access invalidate omniauth"
                  + " callbacks clinic staff drivers operators members member public")
              .split(" "));

  private static final String TYPE =
      "(application/(json|xml|javascript|octet-stream|x-www-form-urlencoded|vnd\\.api\\+json"
          + "|problem\\+json|xhtml\\+xml|\\*)|text/(html|plain|css|csv|xml|javascript|\\*)"
          + "|multipart/form-data|image/(png|gif|jpeg|webp|svg\\+xml|\\*)|\\*/\\*)"
          + "(;\\s*charset=[\"]?(utf-8|us-ascii|iso-8859-1)[\"]?|;\\s*q=[01](\\.\\d{1,3})?)*";

  /** Header fields whose values tell nothing about anybody, as long as they are what they seem. */
  private static final Map<String, Pattern> HARMLESS =
      Map.of(
          "content-type", anyCase(TYPE),
          "accept", anyCase(TYPE + "(,\\s*" + TYPE + ")*"),
          "allow", anyCase("((GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(,\\s*|$))*"),
          "token-type", anyCase("bearer|mac|basic"));

  private static Pattern anyCase(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  private final Digests digests;

  Veil(Digests digests) {
    this.digests = digests;
  }

  /** The place of a value: its digest, and what it looks like. */
  String place(String value) {
    return value.isEmpty() ? "" : "{{x" + digests.of(value) + ':' + kind(value) + "}}";
  }

  private static String kind(String value) {
    if (value.matches("[^\\s@]+@[^\\s@]+")) {
      return "email";
    }
    return value.matches("\\d{1,18}") ? "int" : Shape.of(value).map(Shape::kind).orElse("any");
  }

  /** A name, which might be a secret itself where somebody confused the two. */
  String name(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_.\\[\\]-]{0,39}") && !looksMade(name)
        ? name
        : place(name);
  }

  /** By chance, and not by somebody: digits amid it, or capitals all over it. */
  private static boolean looksMade(String name) {
    long changes =
        name.replaceAll("[^A-Za-z]", "")
            .replaceAll("[a-z]+", "a")
            .replaceAll("[A-Z]+", "A")
            .length();
    return name.length() >= 12
        && (name.matches(".*\\d.*[A-Za-z].*") || changes * 3 > name.length());
  }

  /** A path and query: known words as they are. */
  String target(String target) {
    int query = target.indexOf('?');
    String path = path(query < 0 ? target : target.substring(0, query));
    return query < 0 ? path : path + '?' + form(target.substring(query + 1));
  }

  private String path(String path) {
    return Arrays.stream(path.split("/", -1)).map(this::segment).collect(Collectors.joining("/"));
  }

  private String segment(String segment) {
    String plain = segment.replaceFirst("\\.json$", "");
    return plain.isEmpty() || WORDS.contains(plain.toLowerCase(Locale.ROOT))
        ? segment
        : place(Parameters.decoded(segment));
  }

  /** A path in which what varies is a pair of braces. */
  static String route(String method, String target) {
    String path =
        Arrays.stream(target.split("[?#]", 2)[0].split("/", -1))
            .map(segment ->
                segment.isEmpty()
                        || WORDS.contains(
                            segment.replaceFirst("\\.json$", "").toLowerCase(Locale.ROOT))
                    ? segment
                    : "{}")
            .collect(Collectors.joining("/"));
    return (method.matches("[A-Z]{3,8}") ? method : "{}") + ' ' + path;
  }

  /** A method is the client's own word as well. */
  String method(String method) {
    return method.matches("[A-Z]{3,8}") ? method : "OTHER";
  }

  private String form(String text) {
    return Arrays.stream(text.split("&", -1))
        .map(pair -> {
          String[] parts = pair.split("=", 2);
          return parts.length < 2
              ? place(Parameters.decoded(pair))
              : name(Parameters.decoded(parts[0])) + '=' + place(Parameters.decoded(parts[1]));
        })
        .collect(Collectors.joining("&"));
  }

  List<String> headers(List<Header> headers) {
    return headers.stream()
        .map(header -> name(header.name()) + ": " + header(header.name(), header.value()))
        .toList();
  }

  private String header(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("cookie") || lower.equals("set-cookie")) {
      return cookies(value);
    }
    String shown = value.replaceFirst("(?i);\\s*boundary=.*", "");
    if (HARMLESS.containsKey(lower) && HARMLESS.get(lower).matcher(shown).matches()) {
      return shown;
    }
    String[] scheme = value.split(" ", 2);
    boolean schemed = scheme.length == 2 && scheme[0].matches("(?i)bearer|basic|token|digest");
    return schemed ? scheme[0] + ' ' + place(scheme[1]) : place(value);
  }

  /** The names of cookies, and what else is said that is no value. */
  private String cookies(String value) {
    return Arrays.stream(value.split(";\\s*"))
        .map(part -> {
          String[] pair = part.split("=", 2);
          if (pair.length < 2) {
            return part.matches("(?i)httponly|secure|partitioned") ? part : place(part);
          }
          return pair[0].matches("(?i)path|samesite|max-age|expires|domain")
              ? pair[0]
              : name(pair[0]) + '=' + place(pair[1]);
        })
        .collect(Collectors.joining("; "));
  }

  /** A request's body: no value of it stays. */
  String asked(Body body) {
    return switch (body) {
      case Body.Empty() -> "";
      case Body.Unread() -> "@unread";
      case Body.Form(String text) -> form(text);
      case Body.Other(String text) -> "@bytes " + text.length() + ' ' + place(text);
      case Body.Json(JsonNode node) -> json(node, "", Wording.NONE, true);
    };
  }

  /** An answer's body: what is written for people stays, word by word. */
  String answered(Body body, Wording wording) {
    return body instanceof Body.Json(JsonNode node) ? json(node, "", wording, false) : asked(body);
  }

  private String json(JsonNode node, String path, Wording wording, boolean bare) {
    if (node.isObject()) {
      return node.properties().stream()
          .map(member ->
              quoted(name(member.getKey()))
                  + ':'
                  + json(member.getValue(), path + '/' + member.getKey(), wording, bare))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node.isArray()) {
      return Stream.iterate(0, i -> i < node.size(), i -> i + 1)
          .map(i -> json(node.get(i), path, wording, bare))
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (node.isString()) {
      return quoted(text(path, node.stringValue(), wording));
    }
    if (!node.isNumber()) {
      return node.toString();
    }
    return wording.isCode(path, node.toString())
        ? node.toString()
        : bare ? place(node.toString()) : quoted(place(node.toString()));
  }

  private String text(String path, String text, Wording wording) {
    return wording.isForPeople(path) ? wording.masked(text, this) : place(text);
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(JsonNodeFactory.instance.stringNode(text));
  }

  /** A side of a difference, as it may be shown. */
  String shown(String place, Difference.Side side, Wording wording) {
    return switch (side) {
      case Difference.Side.Nothing() -> "(nothing)";
      case Difference.Side.Plain(String text) -> text;
      case Difference.Side.Found(String text) -> found(place, text, wording);
    };
  }

  private String found(String place, String text, Wording wording) {
    if (place.equals("header content-type") || place.equals("header allow")) {
      return header(place.substring("header ".length()), text);
    }
    if (text.startsWith("\"") && text.endsWith("\"") && wording.isForPeople(place)) {
      return wording.masked(text, this);
    }
    return text.matches("true|false|null") || wording.isCode(place, text) ? text : place(text);
  }

  /** Where it is, without what may be a secret in it. */
  String where(String place) {
    if (!place.startsWith("/")) {
      String[] words = place.split(" ", 2);
      return words.length < 2 ? place : words[0] + ' ' + name(words[1]);
    }
    return Arrays.stream(place.split("/", -1))
        .map(part -> part.matches("\\d{0,4}") ? part : name(part))
        .collect(Collectors.joining("/"));
  }
}
