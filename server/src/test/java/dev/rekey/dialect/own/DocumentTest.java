package dev.rekey.dialect.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rekey.dialect.own.Document.Seen;
import dev.rekey.http.Fields;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document is sound, says all that there is and nothing more; and it is a strict judge. */
class DocumentTest {

  private static final Document DOCUMENT = Document.kept();
  private static final JsonNode ROOT = DOCUMENT.root();

  /** The fixed fields of OpenAPI 3.1, as far as the document uses the objects. */
  private static final Map<String, Set<String>> FIXED =
      Map.of(
          "root",
              Set.of(
                  "openapi", "info", "jsonSchemaDialect", "servers", "tags", "paths", "components"),
          "operation",
              Set.of(
                  "operationId",
                  "tags",
                  "summary",
                  "description",
                  "security",
                  "parameters",
                  "requestBody",
                  "responses"),
          "parameter", Set.of("name", "in", "required", "description", "schema", "example"),
          "header", Set.of("description", "required", "schema"),
          "response", Set.of("description", "headers", "content"));

  @Test
  void everyRouteIsDocumentedAndEveryOperationIsARoute() {
    Set<String> routes =
        new Scene()
            .dialect().routes().stream()
                .filter(route -> route.path().startsWith(Scene.PREFIX))
                .map(DocumentTest::spelt)
                .collect(Collectors.toCollection(TreeSet::new));

    assertThat(DOCUMENT.operations()).isEqualTo(routes);
  }

  private static String spelt(Route route) {
    return route.method() + ' ' + route.path().substring(Scene.PREFIX.length());
  }

  @Test
  void everyProblemIsDocumentedAsItIsSpoken() {
    List<String> documented =
        ROOT.path("x-problems")
            .valueStream()
            .map(one ->
                one.path("type").asString()
                    + one.path("status").asInt()
                    + one.path("title").asString())
            .toList();
    List<String> spoken =
        Stream.of(ProblemType.values())
            .map(type -> type.uri() + type.status() + type.title())
            .toList();

    assertThat(documented).isEqualTo(spoken);
    assertThat(texts(ROOT.at("/components/schemas/Problem/properties/type/enum")))
        .isEqualTo(Stream.of(ProblemType.values()).map(ProblemType::uri).toList());
  }

  @Test
  void itsObjectsHaveTheFieldsOfOpenApi31() {
    assertThat(ROOT.path("openapi").asString()).startsWith("3.1.");
    assertFixed("root", ROOT);
    operations().forEach(operation -> assertFixed("operation", operation));
    ROOT.at("/components/parameters").forEach(one -> assertFixed("parameter", one));
    ROOT.at("/components/headers").forEach(one -> assertFixed("header", one));
    ROOT.at("/components/responses").forEach(one -> assertFixed("response", one));
  }

  private static void assertFixed(String kind, JsonNode node) {
    assertThat(node.propertyNames().stream().filter(name -> !name.startsWith("x-")).toList())
        .as(kind + ' ' + node)
        .isSubsetOf(FIXED.get(kind));
  }

  @Test
  void everySchemaIsASchema() {
    var meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));

    assertThat(ROOT.findValues("schema")).isNotEmpty();
    ROOT.findValues("schema").forEach(one -> assertThat(meta.validate(one)).isEmpty());
    ROOT.at("/components/schemas").forEach(one -> assertThat(meta.validate(one)).isEmpty());
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
    Set<String> used = new TreeSet<>(ROOT.findValuesAsString("$ref"));
    Set<String> there =
        Stream.of("parameters", "headers", "responses", "schemas")
            .flatMap(kind ->
                ROOT.path("components").path(kind).propertyNames().stream()
                    .map(name -> "#/components/" + kind + '/' + name))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(there).containsAll(used);
    there.removeAll(used);
    assertThat(there)
        .as("spoken where there is no operation")
        .containsExactly("#/components/responses/MethodNotAllowed");
  }

  @Test
  void everyOperationHasANameOfItsOwnAndSaysWhoMay() {
    List<String> names = operations().map(one -> one.path("operationId").asString()).toList();

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    assertThat(operations()).allMatch(one -> one.has("security") && one.has("summary"));
  }

  @Test
  void everyExampleIsOfItsShape() {
    operations()
        .map(one -> one.at("/requestBody/content/application~1json"))
        .filter(one -> !one.isMissingNode())
        .forEach(body ->
            assertThat(
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(body.path("schema"))
                        .validate(body.path("example")))
                .as(body.toString())
                .isEmpty());
  }

  @Test
  void everyShapeOfAnAnswerIsClosed() {
    ROOT.at("/components/schemas")
        .properties()
        .forEach(schema ->
            assertThat(schema.getValue().path("additionalProperties").asBoolean(true))
                .as(schema.getKey())
                .isFalse());
  }

  // The judge

  private static final Fields GOOD =
      Fields.none()
          .with("Content-Type", "application/json")
          .with("X-Request-Id", "1")
          .with("X-Content-Type-Options", "nosniff")
          .with("Cache-Control", "no-store");

  @Test
  void theJudgeHasNothingAgainstWhatIsDocumented() {
    assertThat(judged("DELETE", "/sessions", 200, GOOD, "{\"ended\":1}")).isEmpty();
  }

  @Test
  void theJudgeMindsWhatIsNot() {
    assertThat(judged("DELETE", "/sessions", 201, GOOD, "{\"ended\":1}"))
        .singleElement()
        .asString()
        .contains("not documented");
    assertThat(judged("DELETE", "/sessions", 200, GOOD, "{\"ended\":1,\"more\":2}"))
        .singleElement()
        .asString()
        .contains("more");
    assertThat(judged("DELETE", "/sessions", 200, GOOD, "{}")).hasSize(1);
    assertThat(judged("DELETE", "/sessions", 200, GOOD, "{\"ended\":\"1\"}")).hasSize(1);
    assertThat(judged("DELETE", "/sessions", 200, GOOD, "ended")).hasSize(1);
    assertThat(judged("DELETE", "/sessions", 200, GOOD.without("Cache-Control"), "{\"ended\":1}"))
        .singleElement()
        .asString()
        .contains("Cache-Control is missing");
    assertThat(judged("DELETE", "/sessions", 200, GOOD.with("X-More", "1"), "{\"ended\":1}"))
        .singleElement()
        .asString()
        .contains("X-More is not documented");
    assertThat(
            judged(
                "DELETE",
                "/sessions",
                200,
                GOOD.without("Content-Type").with("Content-Type", "text/plain"),
                "{\"ended\":1}"))
        .hasSize(1);
    assertThat(judged("DELETE", "/sessions/current", 204, GOOD, "{}")).hasSize(2);
    assertThat(judged("DELETE", "/nowhere", 200, GOOD, "{}")).hasSize(1);
    assertThat(judged("TRACE", "/sessions", 404, GOOD, "{}")).hasSize(1);
  }

  @Test
  void theJudgeMindsATimeThatIsNone() {
    String body = "{\"expires_at\":\"tomorrow\"}";
    assertThat(judged("POST", "/password-resets/check", 200, GOOD, body)).hasSize(1);
  }

  private static List<String> judged(
      String method, String path, int status, Fields headers, String body) {
    return DOCUMENT.mistakes(new Seen(method, path, status, headers, body.getBytes(UTF_8)));
  }

  private static Stream<JsonNode> operations() {
    return ROOT.path("paths").valueStream().flatMap(JsonNode::valueStream);
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void theServersAddressIsThatOfTheConfiguration() {
    String text =
        new String(new Scene().manual("/rekey/openapi.json", Fields.none()).body(), UTF_8);

    assertThat(text).contains("\"servers\":[{\"url\":\"https://id.example.org/rekey/v1\"}]");
    assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("localhost");
  }
}
