package dev.rekey.dialect.onezone;

import static dev.rekey.dialect.onezone.Zone.NEW;
import static dev.rekey.dialect.onezone.Zone.OLD;
import static dev.rekey.dialect.onezone.Zone.basic;
import static dev.rekey.dialect.onezone.Zone.json;
import static dev.rekey.dialect.onezone.Zone.wish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.dialect.onezone.OnezoneDialect.Profile;
import dev.rekey.dialect.onezone.Words.Text;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Onezone's makers publish about it holds for the answers given here. */
class ContractTest {

  private static final Contract CONTRACT = new Contract();
  private static final JsonNode CATALOGUE = Contract.read("error-catalogue.json").path("errors");
  private static final JsonNode REQUIREMENTS =
      Contract.read("error-catalogue.json").path("requirements").path("21.02");

  private final Zone zone = new Zone();

  ContractTest() {
    zone.user("anna");
    zone.person("lea", "child", Optional.of(OLD), true, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anna | 7bNN89d453za62 | {"oldPassword":"7bNN89d453za62","newPassword":"lS1c6FD2mxB2ff"} | 204
          anna | 7bNN89d453za62 | {"oldPassword":"7bNN89d453za62","newPassword":"short"}          | 400
          anna | 7bNN89d453za62 | {"oldPassword":"7bNN89d453za62"}                                | 400
          anna | 7bNN89d453za62 | {                                                               | 400
          anna | 7bNN89d453za62 | {"oldPassword":"wrong","newPassword":"lS1c6FD2mxB2ff"}          | 401
          anna | wrong          | {"oldPassword":"7bNN89d453za62","newPassword":"lS1c6FD2mxB2ff"} | 401
          lea  | 7bNN89d453za62 | {"oldPassword":"7bNN89d453za62","newPassword":"lS1c6FD2mxB2ff"} | 403
          """)
  void aChangeIsAnsweredAsDescribed(String name, String password, String body, int status) {
    Response response = zone.change(json().with(basic(name, password)), body);
    assertDescribed("PATCH", "/user/password", status, response);
  }

  @Test
  void anAccountIsShownAsDescribed() {
    assertDescribed("GET", "/user", 200, zone.ask("GET", Zone.USER_PATH, basic("anna", OLD)));
    assertDescribed("GET", "/user", 401, zone.ask("GET", Zone.USER_PATH, Fields.none()));
  }

  @Test
  void theDescriptionWouldTellIfAnAnswerWereWrong() {
    byte[] wrong = "{\"userId\":1,\"username\":null}".getBytes(UTF_8);
    assertThat(CONTRACT.mistakes("GET", "/user", 200, wrong))
        .contains("/userId is no string", "/fullName is missing")
        .noneMatch(mistake -> mistake.startsWith("/username"));
  }

  @Test
  void tooMuchWorkIsToldAsDescribed() {
    zone.overload(Duration.ofSeconds(1));
    Response response = zone.change(json().with(basic("anna", OLD)), wish(OLD, NEW));
    assertDescribed("PATCH", "/user/password", 503, response);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void accidentsHaveTheShapeOfAnError(Profile profile) {
    Encode encode = new Encode(profile);
    List<Fault> accidents =
        List.of(
            new Fault.UnknownPath(),
            new Fault.TooLarge(65536),
            new Fault.HeadTooLarge(),
            new Fault.Malformed(),
            new Fault.Draining(Duration.ofSeconds(1)),
            new Fault.Incident("k7d2m9x4ab"));
    assertThat(accidents)
        .allSatisfy(fault ->
            assertThat(CONTRACT.mistakesOfError(encode.fault(fault, "GET").body())).isEmpty());
  }

  static Stream<Text> texts() throws IllegalAccessException {
    List<Text> texts = new ArrayList<>(List.of(Words.noPassword()));
    for (Class<?> words : List.of(Words.class, ValueWords.class, TokenWords.class)) {
      for (Field field : words.getDeclaredFields()) {
        if (field.getType() == Text.class) {
          texts.add((Text) field.get(null));
        }
      }
    }
    NameRules rules = new NameRules(Profile.LINE_21_02);
    texts.add(ValueWords.badUsername(rules));
    texts.add(ValueWords.badFullName(rules));
    texts.add(ValueWords.badTokenName(rules));
    texts.add(ValueWords.missingAll(Choice.NAMES));
    return texts.stream();
  }

  /** Either as it stands in the catalogue, or as it does with the catalogue's example. */
  @ParameterizedTest
  @MethodSource("texts")
  void everySentenceIsTheCataloguesOwn(Text text) {
    JsonNode entry =
        CATALOGUE
            .valueStream()
            .filter(one -> one.path("id").asString().equals(text.id()))
            .findFirst()
            .orElseThrow();
    assertThat(entry.path("upTo21_02").valueStream())
        .anySatisfy(line ->
            assertThat(line.path("description").asString())
                .isEqualTo(text.sentence(Profile.LINE_21_02, line.path("exampleDetails"))));
    assertThat(modernSentences(entry.path("from25_0"))).contains(text.modern());
  }

  /** The sentence as it is, with what it says when the detail is missing, and with a demand. */
  private static List<String> modernSentences(JsonNode entry) {
    String sentence = entry.path("description").asString();
    String nothing = entry.path("nullDetails").path("authError").asString("");
    List<String> sentences =
        new ArrayList<>(List.of(sentence, sentence.replace("{authError}", nothing)));
    REQUIREMENTS
        .valueStream()
        .map(demand -> sentence.replace("{requirements}", demand.asString()))
        .forEach(sentences::add);
    return sentences;
  }

  private static void assertDescribed(String method, String path, int status, Response response) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(CONTRACT.knows(method, path, status)).isTrue();
    assertThat(CONTRACT.mistakes(method, path, status, response.body())).isEmpty();
  }
}
