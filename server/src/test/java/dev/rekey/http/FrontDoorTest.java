package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FrontDoorTest {

  private final ListAppender<ILoggingEvent> written = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(FrontDoor.class);
  private final ToyMount toy =
      ToyMount.strict("toy", "/toy")
          .route("GET", "/toy/hello", _ -> ToyMount.text(200, "hello"))
          .route("GET", "/toy/{id}/echo", request -> ToyMount.text(200, request.parameter("id")));
  private FrontDoor door;

  @BeforeEach
  void listen() {
    door = door(toy);
    written.start();
    log.addAppender(written);
    log.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(written);
    log.setLevel(null);
  }

  @Test
  void answersWithTheRoutesWords() {
    assertThat(spoken(answer("GET", "/toy/hello"))).isEqualTo("200 hello");
    assertThat(spoken(answer("GET", "/toy/42/echo"))).isEqualTo("200 42");
  }

  @Test
  void faultsAreSpokenByTheOwner() {
    assertThat(spoken(answer("GET", "/toy/x"))).isEqualTo("404 toy: unknown path");
    assertThat(spoken(answer("FOO", "/toy/hello"))).isEqualTo("405 toy: only [GET, HEAD]");
    assertThat(spoken(answer("GET", "/toy/%zz"))).isEqualTo("400 toy: malformed");
  }

  @Test
  void whereNobodyIsAtHomeItSaysSoInPlainJson() {
    assertThat(spoken(answer("GET", "/x")))
        .isEqualTo("404 {\"status\":404,\"error\":\"Not Found\"}");
  }

  @Test
  void speaksForWhatTheEngineRefused() {
    Request request = Requests.of("PUT", "/toy/hello");
    assertThat(spoken(door.refuse(request, new Fault.TooLarge(7))))
        .isEqualTo("413 toy: more than 7");
  }

  @Test
  void anAccidentBecomesAnIncident() {
    door = crashing(new IllegalStateException("the disk is full"));
    assertThat(spoken(answer("GET", "/toy/crash"))).isEqualTo("500 toy: incident id-1");
    assertThat(errors()).hasSize(1);
    assertThat(errors().getFirst().getFormattedMessage())
        .isEqualTo("incident id-1 at GET /toy/crash");
    assertThat(errors().getFirst().getThrowableProxy().getMessage()).isEqualTo("the disk is full");
  }

  @Test
  void evenAnErrorIsAnswered() {
    assertThat(spoken(crash(new StackOverflowError()))).isEqualTo("500 toy: incident id-1");
    assertThat(spoken(crash(new OutOfMemoryError("pretended")))).startsWith("500 toy");
    assertThat(spoken(crash(new LinkageError()))).startsWith("500 toy");
  }

  @Test
  void aSpeechlessMountGetsAMinimalAnswer() {
    Mount mute =
        new Mount() {
          @Override
          public String name() {
            return "mute";
          }

          @Override
          public List<String> prefixes() {
            return List.of("/mute");
          }

          @Override
          public PathRules pathRules() {
            return new PathRules(false, false, false);
          }

          @Override
          public List<Route> routes() {
            return List.of();
          }

          @Override
          public Response fault(Request request, Fault fault) {
            throw new IllegalStateException("no words for " + fault);
          }
        };
    door = door(mute);
    assertThat(spoken(answer("GET", "/mute"))).isEqualTo("500 ");
    assertThat(errors()).hasSize(1);
    assertThat(errors().getFirst().getThrowableProxy().getSuppressed()).hasSize(1);
  }

  @Test
  void anAnswerThatWouldBreakTheWireIsAnIncident() {
    for (Response broken :
        List.of(
            Response.of(200).with("x-a", "one\r\nset-cookie: two"),
            Response.of(200).with("x-a", "one\ntwo"),
            Response.of(200).with("x-a", "one\0"),
            Response.of(200).with("x a", "one"),
            Response.of(200).with("", "one"),
            Response.of(200).with("content-length", "7"),
            Response.of(200).with("Transfer-Encoding", "chunked"))) {
      door = door(ToyMount.strict("toy", "/toy").route("GET", "/toy/broken", _ -> broken));
      assertThat(answer("GET", "/toy/broken").status()).isEqualTo(500);
    }
  }

  @Test
  void drainingRefusesWhatIsNew() {
    door.drain(Duration.ofSeconds(7));
    assertThat(door.draining()).isTrue();
    Response response = answer("GET", "/toy/hello");
    assertThat(spoken(response)).isEqualTo("503 toy: draining");
    assertThat(response.headers().first("retry-after")).contains("7");
    assertThat(spoken(answer("GET", "/x"))).startsWith("503 {");
  }

  @Test
  void isIdleUnlessARequestIsUnderWay() {
    boolean[] idle = {true};
    door =
        door(
            ToyMount.strict("toy", "/toy")
                .route(
                    "GET",
                    "/toy/look",
                    _ -> {
                      idle[0] = door.idle();
                      return Response.of(204);
                    }));
    answer("GET", "/toy/look");
    assertThat(idle[0]).isFalse();
    assertThat(door.idle()).isTrue();
  }

  @Test
  void theLogNamesThePlaceAndNoSecret() {
    door.answer(
        Requests.of(
            "GET", "/toy/s3cret/echo", Fields.none().with("authorization", "s3cret"), "s3cret"));
    assertThat(written.list).hasSize(1);
    assertThat(written.list.getFirst().getFormattedMessage())
        .isEqualTo("request-1 GET /toy/{id}/echo 200 5us");
  }

  @Test
  void theLogTakesNoVerbForItsWord() {
    answer("G\nE T", "/toy/x");
    assertThat(written.list.getFirst().getFormattedMessage()).startsWith("request-1 ? (toy) 404");
  }

  private Response crash(Error error) {
    door = crashing(error);
    return answer("GET", "/toy/crash");
  }

  private static FrontDoor crashing(Throwable cause) {
    return door(
        ToyMount.strict("toy", "/toy").route("GET", "/toy/crash", _ -> FrontDoorTest.fail(cause)));
  }

  private static Response fail(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) cause;
  }

  private static FrontDoor door(Mount mount) {
    Router router = new Router(List.of(mount), new FallbackMount());
    return new FrontDoor(router, () -> "id-1", () -> 5_000);
  }

  private Response answer(String method, String path) {
    return door.answer(Requests.of(method, path));
  }

  private static String spoken(Response response) {
    return response.status() + " " + new String(response.body(), StandardCharsets.UTF_8);
  }

  private List<ILoggingEvent> errors() {
    return written.list.stream().filter(event -> event.getLevel() == Level.ERROR).toList();
  }
}
