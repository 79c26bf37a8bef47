package dev.rekey.dialect.own;

import dev.rekey.http.Json;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document of this wire, and the page that is made of it when somebody first asks. */
final class Manual {

  private static final String DOCUMENT = "openapi.json";

  private final OwnDialect.Settings settings;
  private final Once<byte[]> json = new Once<>(() -> Json.write(document()));
  private final Once<byte[]> html = new Once<>(this::write);

  Manual(OwnDialect.Settings settings) {
    this.settings = settings;
  }

  private byte[] write() {
    return new ManualPage(document(), place(settings, "docs")).write();
  }

  /** As it is kept, with the server's own address in it. */
  private ObjectNode document() {
    ObjectNode document = read();
    String url = settings.publicUrl() + settings.prefix();
    document.putArray("servers").addObject().put("url", url);
    return document;
  }

  private static ObjectNode read() {
    try (InputStream in = Manual.class.getResourceAsStream(DOCUMENT)) {
      return switch (Json.parse(Objects.requireNonNull(in, DOCUMENT).readAllBytes())) {
        case Json.Parsed.Value(JsonNode node) -> (ObjectNode) node;
        case Json.Parsed.Unreadable() -> throw new IllegalStateException("unsound " + DOCUMENT);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** None of its own where it lies under the wire's. */
  Stream<String> prefixes() {
    return settings.manual().equals(settings.prefix())
        ? Stream.of()
        : Stream.of(place(settings, DOCUMENT), place(settings, "docs"));
  }

  Stream<Route> routes() {
    return Stream.of(
        new Route("GET", place(settings, DOCUMENT), this::document),
        new Route("GET", place(settings, "docs"), this::page),
        new Route("GET", place(settings, "docs/style.css"), Manual::stylesheet));
  }

  private static String place(OwnDialect.Settings settings, String what) {
    return settings.manual() + '/' + what;
  }

  private Response document(Request request) {
    return Finish.of(
        request, Response.of(200).with(Words.CONTENT_TYPE, Words.JSON).withBody(json.get()));
  }

  private Response page(Request request) {
    return Finish.of(request, ManualPage.guarded("text/html; charset=utf-8").withBody(html.get()));
  }

  private static Response stylesheet(Request request) {
    return Finish.of(
        request, ManualPage.guarded("text/css; charset=utf-8").withBody(ManualPage.style()));
  }
}
