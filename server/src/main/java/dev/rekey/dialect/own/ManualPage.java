package dev.rekey.dialect.own;

import dev.rekey.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The manual as a page for people, made of the document once: no script, no other host. */
final class ManualPage {

  private static final JsonMapper PRETTY =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter(
                  Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER)))
          .build();

  private final JsonNode document;
  private final Schemas schemas;
  private final String place;

  /**
   * @param place the page's own path
   */
  ManualPage(JsonNode document, String place) {
    this.document = document;
    this.schemas = new Schemas(document);
    this.place = place;
  }

  static Response guarded(String type) {
    return Response.of(200)
        .with(Words.CONTENT_TYPE, type)
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'")
        .with("Referrer-Policy", "no-referrer");
  }

  static byte[] style() {
    try (InputStream in = ManualPage.class.getResourceAsStream("manual.css")) {
      return Objects.requireNonNull(in, "the jar lacks manual.css").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] write() {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s API</title>
    <link rel="stylesheet" href="%2$s/style.css">
    <header><a href="#top">%1$s</a> <span>API %3$s</span></header>
    <nav aria-label="Operations">%4$s</nav>
    <main id="top">
    <h1>%1$s API</h1>
    %5$s
    <p class="address">%6$s <a href="%7$s">openapi.json</a></p>
    %8$s
    %9$s
    %10$s
    </main>
    </html>
    """
        .formatted(
            Html.text(document.at("/info/title").asString()),
            place,
            Html.text(document.at("/info/version").asString()),
            contents(),
            Html.prose(document.at("/info/description").asString()),
            Html.code(document.at("/servers/0/url").asString()),
            place.substring(0, place.lastIndexOf('/')) + "/openapi.json",
            tags(),
            problems(),
            schemas.all())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** One operation, with where it stands. */
  private record Operation(String verb, String path, JsonNode node) {

    String id() {
      return node.path("operationId").asString();
    }

    boolean hasTag(String tag) {
      return node.at("/tags/0").asString().equals(tag);
    }
  }

  private Stream<Operation> operations(String tag) {
    return document.path("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream()
                .map(verb -> new Operation(verb.getKey(), path.getKey(), verb.getValue())))
        .filter(operation -> operation.hasTag(tag));
  }

  private Stream<String> tagNames() {
    return document.path("tags").valueStream().map(tag -> tag.path("name").asString());
  }

  private String contents() {
    String operations =
        tagNames()
            .map(tag -> "<h2>" + Html.text(tag) + "</h2><ul>" + entries(tag) + "</ul>")
            .collect(Collectors.joining());
    return operations
        + "<h2>Reference</h2><ul><li><a href=\"#problems\">Problems</a></li>"
        + "<li><a href=\"#schemas\">Shapes</a></li></ul>";
  }

  private String entries(String tag) {
    return operations(tag)
        .map(operation ->
            "<li><a href=\"#%s\">%s</a></li>"
                .formatted(operation.id(), Html.text(operation.node().path("summary").asString())))
        .collect(Collectors.joining());
  }

  private String tags() {
    return document.path("tags").valueStream().map(this::tag).collect(Collectors.joining());
  }

  private String tag(JsonNode tag) {
    String name = tag.path("name").asString();
    return "<section><h2>%s</h2>%s%s</section>"
        .formatted(
            Html.text(name),
            Html.prose(tag.path("description").asString()),
            operations(name).map(this::operation).collect(Collectors.joining()));
  }

  private String operation(Operation operation) {
    JsonNode node = operation.node();
    return """
    <article id="%s">
    <h3>%s</h3>
    <p class="line"><b class="%s">%s</b> %s</p>
    %s
    %s%s%s%s
    </article>
    """
        .formatted(
            operation.id(),
            Html.text(node.path("summary").asString()),
            operation.verb(),
            operation.verb().toUpperCase(Locale.ROOT),
            Html.code(operation.path()),
            Html.prose(node.path("description").asString()),
            who(node.path("security")),
            parameters(node),
            body(node),
            answers(node));
  }

  private static String who(JsonNode security) {
    List<JsonNode> ways = security.valueStream().toList();
    String words = "Wants a bearer token.";
    if (ways.isEmpty()) {
      words = "Anybody may.";
    } else if (ways.stream().anyMatch(JsonNode::isEmpty)) {
      words = "With a bearer token or without.";
    }
    return "<p class=\"who\">" + words + "</p>";
  }

  /** What every operation takes is said once, at the top. */
  private String parameters(JsonNode node) {
    String rows =
        node.path("parameters")
            .valueStream()
            .map(schemas::resolved)
            .filter(parameter -> !parameter.path("in").asString().equals("header"))
            .map(this::parameter)
            .collect(Collectors.joining());
    return rows.isEmpty() ? "" : "<h4>Parameters</h4><dl>" + rows + "</dl>";
  }

  private String parameter(JsonNode parameter) {
    return schemas.member(
        parameter.path("name").asString(),
        parameter.path("schema"),
        parameter.path("required").asBoolean(false),
        parameter.path("description").asString());
  }

  private String body(JsonNode node) {
    JsonNode json = node.at("/requestBody/content/application~1json");
    return json.isMissingNode()
        ? ""
        : "<h4>Body</h4>" + schemas.members(json.path("schema")) + example(json.path("example"));
  }

  private static String example(JsonNode example) {
    return example.isMissingNode()
        ? ""
        : "<pre><code>" + Html.text(PRETTY.writeValueAsString(example)) + "</code></pre>";
  }

  private String answers(JsonNode node) {
    return "<h4>Answers</h4><dl class=\"answers\">"
        + node.path("responses").properties().stream()
            .filter(one -> !isEverywhere(one))
            .map(this::answer)
            .collect(Collectors.joining())
        + "</dl>";
  }

  /** What any request may be answered is listed among the problems alone. */
  private static boolean isEverywhere(Map.Entry<String, JsonNode> answer) {
    return List.of("304", "400", "406", "413", "415", "431", "500", "503")
        .contains(answer.getKey());
  }

  private String answer(Map.Entry<String, JsonNode> answer) {
    JsonNode node = schemas.resolved(answer.getValue());
    Optional<String> shape =
        Optional.of(node.at("/content/application~1json/schema/$ref"))
            .filter(ref -> !ref.isMissingNode())
            .map(ref -> " " + schemas.link(ref.asString()));
    return "<dt>%s</dt><dd>%s%s</dd>"
        .formatted(
            answer.getKey(), Html.inline(node.path("description").asString()), shape.orElse(""));
  }

  private String problems() {
    String rows =
        document
            .path("x-problems")
            .valueStream()
            .map(ManualPage::problem)
            .collect(Collectors.joining());
    return """
    <section id="problems"><h2>Problems</h2>
    %s
    <dl class="answers">%s</dl></section>
    """
        .formatted(
            Html.prose(
                "What goes wrong is answered as `application/problem+json` (RFC 9457). The member"
                    + " `type` is `urn:rekey:problem:` and one of these names. Any request may be"
                    + " answered 400, 406, 413, 415, 431, 500 or 503; they are listed here alone."),
            rows);
  }

  private static String problem(JsonNode problem) {
    String name = problem.path("type").asString().substring(Words.PROBLEM.length());
    return "<dt id=\"problem-%s\">%s</dt><dd>%s %s</dd>"
        .formatted(
            name,
            problem.path("status").asString(),
            Html.code(name),
            Html.inline(problem.path("description").asString()));
  }
}
