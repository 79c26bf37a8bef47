package dev.rekey.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rekey.http.Json;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.util.List;

/**
 * Every request has an answer on every wire, never a 500, and a refused one has changed nothing.
 */
class WiresFuzzTest {

  @FuzzTest
  void devise(byte[] bytes) {
    knockAtAnInhabitedHouse(bytes);
  }

  @FuzzTest
  void ocariot(byte[] bytes) {
    knockAtAnInhabitedHouse(bytes);
  }

  @FuzzTest
  void onezone(byte[] bytes) {
    knockAtAnInhabitedHouse(bytes);
  }

  @FuzzTest
  void tokenauth(byte[] bytes) {
    knockAtAnInhabitedHouse(bytes);
  }

  @FuzzTest
  void own(byte[] bytes) {
    knockAtAnInhabitedHouse(bytes);
  }

  @FuzzTest
  void setup(byte[] bytes) {
    SmallHouse house = SmallHouse.empty();
    RawRequest.of(bytes).ifPresent(request -> assertAnswered(house, request));
  }

  private static void knockAtAnInhabitedHouse(byte[] bytes) {
    SmallHouse house = SmallHouse.inhabited();
    RawRequest.of(house.furnish(bytes)).ifPresent(request -> assertAnswered(house, request));
  }

  private static void assertAnswered(SmallHouse house, Request request) {
    List<Object> before = house.standing();
    Response response = house.answer(request);

    assertThat(response.status()).as("the status of " + request).isBetween(200, 499);
    assertThat(isWhatItSays(response)).as(new String(response.body(), UTF_8)).isTrue();
    if (response.status() >= 400) {
      assertThat(house.standing()).isEqualTo(before);
    }
  }

  private static boolean isWhatItSays(Response response) {
    String type = response.headers().first("content-type").orElse("");
    return response.body().length == 0
        || type.startsWith("text/")
        || (type.matches("application/(problem\\+)?json.*")
            && Json.parse(response.body()) instanceof Json.Parsed.Value);
  }
}
