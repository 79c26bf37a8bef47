package dev.rekey.http.engine;

import dev.rekey.http.Fault;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import io.helidon.http.DirectHandler;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.jspecify.annotations.Nullable;

/** Lets the front door speak where Helidon refuses a request by itself. */
final class Refusals implements DirectHandler {

  private final FrontDoor door;
  private final Incoming incoming;
  private final int bodyLimit;

  Refusals(FrontDoor door, Incoming incoming, int bodyLimit) {
    this.door = door;
    this.incoming = incoming;
    this.bodyLimit = bodyLimit;
  }

  DirectHandlers everywhere() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, this);
    }
    return handlers.build();
  }

  /** What Helidon's status says was wrong. */
  static Fault fault(Status status, int bodyLimit) {
    return switch (status.code()) {
      case 413 -> new Fault.TooLarge(bodyLimit);
      case 414, 431 -> new Fault.HeadTooLarge();
      default -> new Fault.Malformed();
    };
  }

  @Override
  public TransportResponse handle(
      TransportRequest asked,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      Throwable thrown,
      System.@Nullable Logger logger) {
    return answer(asked, type, status, thrown);
  }

  @Override
  public TransportResponse handle(
      TransportRequest asked,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    return answer(asked, type, status, new IllegalStateException("Helidon says " + status));
  }

  private TransportResponse answer(
      TransportRequest asked, EventType type, Status status, Throwable cause) {
    Line line = Line.current();
    Request request = incoming.request(line, asked.method(), path(asked));
    Response response =
        type == EventType.INTERNAL_ERROR && !line.inHead()
            ? door.apologise(request, cause)
            : door.refuse(request, fault(line, status));
    line.cutOff();
    line.answering();
    return TransportResponse.builder()
        .status(Status.create(response.status()))
        .header(OrderedHead.besideLength(response))
        .entity(asked.method().equals("HEAD") ? new byte[0] : response.body())
        .keepAlive(false)
        .build();
  }

  private Fault fault(Line line, Status status) {
    return line.headersOverflow() ? new Fault.HeadTooLarge() : fault(status, bodyLimit);
  }

  /** As far as it is known: what was read of a bad request line may be anything. */
  private static String path(TransportRequest asked) {
    String path = asked.path();
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    boolean visible = plain.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return visible && plain.startsWith("/") ? plain : "/";
  }
}
