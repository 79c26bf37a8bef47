package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody hears who watches the front door. */
class RequestWatchTest {

  private static final long NOW = 5_000;

  private final List<String> heard = new ArrayList<>();
  private final FrontDoor door =
      new FrontDoor(
          Router.of(
              List.of(
                  ToyMount.strict("toy", "/toy")
                      .route("GET", "/toy/{id}/echo", _ -> ToyMount.text(200, "hello"))
                      .route("GET", "/toy/crash", _ -> crash()))),
          () -> "id-1",
          () -> NOW,
          (finding, method, status, nanos) ->
              heard.add(method + ' ' + finding.place() + ' ' + status + ' ' + nanos));

  private static Response crash() {
    throw new IllegalStateException("the disk is full");
  }

  private static String heard(String what, Request request) {
    return what + ' ' + (NOW - request.arrivedAt());
  }

  @Test
  void hearsOfEveryAnswerByItsTemplate() {
    Request found = Requests.of("GET", "/toy/42/echo");
    Request missed = Requests.of("GET", "/toy/42");
    Request crashed = Requests.of("GET", "/toy/crash");
    door.answer(found);
    door.answer(missed);
    door.answer(crashed);

    assertThat(heard)
        .containsExactly(
            heard("GET /toy/{id}/echo 200", found),
            heard("GET (toy) 404", missed),
            heard("GET /toy/crash 500", crashed));
  }

  @Test
  void hearsOfWhatTheEngineRefusedOrStumbledOver() {
    Request request = Requests.of("PUT", "/toy/42/echo");
    door.refuse(request, new Fault.TooLarge(7));
    door.apologise(request, new IllegalStateException("broken"));

    assertThat(heard)
        .containsExactly(heard("PUT (toy) 413", request), heard("PUT (toy) 500", request));
  }

  @Test
  void hearsOfThoseWhoComeTooLate() {
    door.drain(Duration.ofSeconds(1));
    Request late = Requests.of("GET", "/toy/42/echo");
    Response response = door.answer(late);

    assertThat(heard).containsExactly(heard("GET /toy/{id}/echo " + response.status(), late));
  }

  @Test
  void theDoorKnowsHowManyAreUnderWay() {
    assertThat(door.underWay()).isZero();
    try (FrontDoor.Passage _ = door.enter()) {
      assertThat(door.underWay()).isEqualTo(1);
    }
    assertThat(door.underWay()).isZero();
  }
}
