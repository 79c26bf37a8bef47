package dev.rekey.dialect.own;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.rekey.http.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document of the own API as a judge of answers: of the status, the media type, every header
 * field and every member, none missing and none too many.
 */
public final class Document {

  /** What the engine and the protocol of CORS add to any answer. */
  private static final Set<String> ANYWHERE =
      Set.of(
          "date",
          "connection",
          "content-length",
          "content-type",
          "vary",
          "access-control-allow-origin",
          "access-control-expose-headers");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode root;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  Document(JsonNode root) {
    this.root = root;
  }

  /** As it is kept. */
  public static Document kept() {
    try (InputStream in = OwnDialect.class.getResourceAsStream("openapi.json")) {
      return new Document(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  /** {@code GET /accounts/{id}} and the like, of all operations. */
  Set<String> operations() {
    return root.path("paths").properties().stream()
        .flatMap(path ->
            path.getValue().propertyNames().stream()
                .map(verb -> verb.toUpperCase(Locale.ROOT) + ' ' + path.getKey()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** An answer as it was seen; the path is without the mount's prefix and without a query. */
  public record Seen(String method, String path, int status, Fields headers, byte[] body) {
    @Override
    public String toString() {
      return method + ' ' + path + " answered " + status;
    }
  }

  /** What the document has against the answer. */
  public List<String> mistakes(Seen seen) {
    if (seen.status() == 200 && seen.method().equals("OPTIONS")) {
      return List.of();
    }
    return responseOf(seen)
        .map(response -> mistakes(resolved(response), seen))
        .orElseGet(() -> List.of(seen + ", which is not documented"));
  }

  /** As {@link #operations} spells it. */
  Optional<String> operationOf(String method, String path) {
    return operations().stream()
        .filter(one -> one.startsWith(method + ' '))
        .filter(one -> pattern(one.substring(method.length() + 1)).matcher(path).matches())
        .min(Comparator.comparing(one -> one.contains("{")));
  }

  private Optional<JsonNode> responseOf(Seen seen) {
    Optional<JsonNode> path = pathOf(seen.path());
    if (path.isEmpty()) {
      return beside(seen, 404, "NotFound");
    }
    JsonNode operation = path.get().path(verb(seen));
    return operation.isMissingNode()
        ? beside(seen, 405, "MethodNotAllowed")
        : Optional.ofNullable(operation.path("responses").get(Integer.toString(seen.status())));
  }

  private static String verb(Seen seen) {
    return seen.method().equals("HEAD") ? "get" : seen.method().toLowerCase(Locale.ROOT);
  }

  /** What is said where there is no operation. */
  private Optional<JsonNode> beside(Seen seen, int status, String name) {
    String response = seen.status() == status ? name : generalName(seen.status());
    return Optional.ofNullable(root.at("/components/responses").get(response));
  }

  private static String generalName(int status) {
    return switch (status) {
      case 400 -> "BadRequest";
      case 413 -> "TooLarge";
      case 431 -> "HeadTooLarge";
      case 500 -> "Incident";
      case 503 -> "Unavailable";
      default -> "undocumented";
    };
  }

  /** A path that says more comes first. */
  private Optional<JsonNode> pathOf(String path) {
    JsonNode paths = root.path("paths");
    return Optional.ofNullable(paths.get(path))
        .or(() ->
            paths.properties().stream()
                .filter(one -> pattern(one.getKey()).matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst());
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+"));
  }

  private List<String> mistakes(JsonNode response, Seen seen) {
    List<String> mistakes = new ArrayList<>();
    holdHeaders(response.path("headers"), seen, mistakes);
    holdBody(response.path("content"), seen, mistakes);
    return mistakes.stream().map(mistake -> seen + ": " + mistake).toList();
  }

  private void holdHeaders(JsonNode documented, Seen seen, List<String> mistakes) {
    documented
        .properties()
        .forEach(header -> holdHeader(header.getKey(), header.getValue(), seen, mistakes));
    seen.headers().all().stream()
        .map(Fields.Field::name)
        .filter(name -> !ANYWHERE.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> documented.propertyNames().stream().noneMatch(name::equalsIgnoreCase))
        .forEach(name -> mistakes.add("the field " + name + " is not documented"));
  }

  private void holdHeader(String name, JsonNode reference, Seen seen, List<String> mistakes) {
    JsonNode header = resolved(reference);
    List<String> values = seen.headers().every(name);
    if (values.isEmpty() && header.path("required").asBoolean(false)) {
      mistakes.add("the field " + name + " is missing");
    }
    if (values.size() > 1) {
      mistakes.add("the field " + name + " stands there twice");
    }
    values.forEach(value ->
        holdSchema("header " + name, header.path("schema"), JSON.valueToTree(value), mistakes));
  }

  private void holdBody(JsonNode content, Seen seen, List<String> mistakes) {
    Optional<String> type = seen.headers().first("content-type");
    if (content.isMissingNode()) {
      type.ifPresent(found -> mistakes.add("a body of " + found + " where none is documented"));
      if (seen.body().length > 0) {
        mistakes.add("a body where none is documented");
      }
    } else if (!content.has(type.orElse(""))) {
      mistakes.add("a body of " + type.orElse("no type"));
    } else if (!seen.method().equals("HEAD")) {
      holdJson(content.path(type.orElseThrow()).path("schema"), seen, mistakes);
    }
  }

  private void holdJson(JsonNode schema, Seen seen, List<String> mistakes) {
    try {
      holdSchema("body", schema, JSON.readTree(seen.body()), mistakes);
    } catch (JacksonException unreadable) {
      mistakes.add("a body that is no JSON");
    }
  }

  private void holdSchema(String what, JsonNode schema, JsonNode value, List<String> mistakes) {
    schemas
        .computeIfAbsent(schema.toString(), _ -> schema(schema))
        .validate(value)
        .forEach(error -> mistakes.add(what + ": " + error));
  }

  /** References lead into the document's components. */
  private Schema schema(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", root.path("components"));
    return registry.getSchema(whole);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.path("$ref").asString().substring(1)) : node;
  }
}
