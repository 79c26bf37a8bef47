package dev.rekey.http.engine;

import dev.rekey.http.Fields;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Ids;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import dev.rekey.http.ToyMount;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** A server on a free port with a small wire behind it. */
final class ToyServer implements AutoCloseable {

  static final int BODY_LIMIT = 1_000;
  static final String FRESH_ID = "3f43bbda-5604-4186-aee8-a1f8d1ad8628";

  /** Somebody waits in {@code GET /toy/wait}. */
  final CountDownLatch waiting = new CountDownLatch(1);

  /** Lets everybody in {@code GET /toy/wait} go on. */
  final CountDownLatch go = new CountDownLatch(1);

  final FrontDoor door;
  final HelidonServer server;

  ToyServer() {
    this(Duration.ofSeconds(5), List.of(), System::nanoTime);
  }

  ToyServer(Duration timeout, List<String> trustedProxies, LongSupplier nanoTime) {
    ToyMount toy =
        ToyMount.strict("toy", "/toy")
            .route("GET", "/toy/hello", _ -> ToyMount.text(200, "hello"))
            .route("GET", "/toy/fields", _ -> fields())
            .route("DELETE", "/toy/thing", _ -> Response.of(204).with("x-one", "1"))
            .route("GET", "/toy/same", _ -> Response.of(304).with("etag", "W/\"1\""))
            .route("GET", "/toy/crash", _ -> crash())
            .route("GET", "/toy/crlf", _ -> Response.of(200).with("x-a", "1\r\nx-b: 2"))
            .route("GET", "/toy/wait", _ -> waitForIt())
            .route("POST", "/toy/echo", r -> ToyMount.text(200, "").withBody(r.body()))
            .route("PUT", "/toy/{id}/name", r -> ToyMount.text(200, r.parameter("id")))
            .route("GET", "/toy/query", r -> ToyMount.text(200, values(r.query())))
            .route("GET", "/toy/uid", r -> ToyMount.text(200, r.header("uid").orElse("none")))
            .route("GET", "/toy/origin", r -> ToyMount.text(200, r.origin().toString()))
            .route("GET", "/toy/id", r -> ToyMount.text(200, r.id()));
    door = new FrontDoor(Router.of(List.of(toy)), () -> "incident-1", nanoTime);
    EngineSettings settings =
        new EngineSettings(
            "127.0.0.1", 0, BODY_LIMIT, 2_000, 500, timeout, timeout, trustedProxies, 1_000);
    Ids ids = new Ids(() -> UUID.fromString(FRESH_ID));
    server = HelidonServer.start(settings, door, ids, nanoTime);
  }

  RawClient client() throws IOException {
    return new RawClient(server.port());
  }

  private static Response fields() {
    return Response.of(200)
        .with("x-zebra", "1")
        .with("content-type", "application/json; charset=utf-8")
        .with("vary", "Accept, Origin")
        .with("set-cookie", "a=1")
        .with("access-token", " ")
        .with("set-cookie", "b=2")
        .with("uid", "ä@example.org")
        .with("cache-control", "no-cache")
        .with("x-apple", "")
        .with("x-runtime", "0.019114")
        .withBody("{}");
  }

  private static Response crash() {
    throw new IllegalStateException("s3cret detail");
  }

  private Response waitForIt() {
    waiting.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      return ToyMount.text(200, "interrupted");
    }
    return ToyMount.text(200, "waited");
  }

  private static String values(Fields fields) {
    StringBuilder text = new StringBuilder();
    fields.all().forEach(f -> text.append(f.name()).append('=').append(f.value()).append('|'));
    return text.toString();
  }

  @Override
  public void close() {
    go.countDown();
    server.stop(Duration.ofSeconds(2));
  }
}
