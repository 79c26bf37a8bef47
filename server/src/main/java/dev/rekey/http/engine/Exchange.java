package dev.rekey.http.engine;

import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.Optional;

/** Takes a request whose head Helidon has read to the front door, and the answer back. */
final class Exchange implements Handler {

  private static final byte[] NO_BODY = {};

  private final FrontDoor door;
  private final Incoming incoming;
  private final int bodyLimit;

  Exchange(FrontDoor door, Incoming incoming, int bodyLimit) {
    this.door = door;
    this.incoming = incoming;
    this.bodyLimit = bodyLimit;
  }

  /** A request read to its end, or what was wrong with it. */
  private sealed interface Reading {
    record Whole(Request request) implements Reading {}

    record Broken(Request request, Fault fault) implements Reading {}
  }

  @Override
  public void handle(ServerRequest in, ServerResponse out) {
    try (FrontDoor.Passage passage = door.enter()) {
      handle(in, out, passage);
    }
  }

  private void handle(ServerRequest in, ServerResponse out, FrontDoor.Passage passage) {
    Line line = Line.current();
    Reading reading = read(line, in);
    line.requestRead();
    Response response =
        switch (reading) {
          case Reading.Whole(var request) -> door.answer(request, passage);
          case Reading.Broken(var request, var fault) -> {
            line.cutOff();
            yield door.refuse(request, fault);
          }
        };
    boolean last = reading instanceof Reading.Broken || door.draining() || saysClose(in);
    line.answering();
    write(response, in, out, last);
    line.answered();
    if (last) {
      throw new CloseConnectionException("this was the last request");
    }
  }

  private Reading read(Line line, ServerRequest in) {
    HttpPrologue prologue = in.prologue();
    Request request =
        incoming.request(line, prologue.method().text(), prologue.uriPath().rawPath());
    Optional<Fields> query = Incoming.query(prologue.query().rawValue());
    if (query.isEmpty() || request.headers().has("")) {
      return new Reading.Broken(request, new Fault.Malformed());
    }
    try {
      line.bodyBegins();
      byte[] body = in.content().hasEntity() ? in.content().inputStream().readAllBytes() : NO_BODY;
      return new Reading.Whole(Incoming.with(request, query.get(), body));
    } catch (RequestException e) {
      return new Reading.Broken(request, Refusals.fault(e.status(), bodyLimit));
    } catch (ChunkedFraming.OutOfPlace e) {
      return new Reading.Broken(request, new Fault.Malformed());
    } catch (DataReader.InsufficientDataAvailableException | IOException e) {
      throw new CloseConnectionException("the client has gone amid its body", e);
    }
  }

  private static boolean saysClose(ServerRequest in) {
    return in.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
  }

  private static void write(Response response, ServerRequest in, ServerResponse out, boolean last) {
    boolean bare = response.status() == 204 || response.status() == 304;
    boolean head = in.prologue().method().text().equals("HEAD");
    byte[] body = bare || head ? NO_BODY : response.body();
    out.header(
        bare
            ? OrderedHead.withoutLength(response)
            : OrderedHead.withLength(response, response.body().length));
    if (last) {
      out.header(HeaderValues.CONNECTION_CLOSE);
    }
    out.status(Status.create(response.status())).send(body);
  }
}
