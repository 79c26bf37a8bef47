package dev.rekey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each key alike. */
class EveryKeyTest {

  @TempDir Path folder;

  static Stream<String> names() {
    return EveryKey.all().map(Key::name);
  }

  private static Key<?> key(String name) {
    return EveryKey.all().filter(key -> key.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void thePageOfAllKeysListsThoseThatAreAskedForAndNoOthers() {
    assertThat(names())
        .containsExactlyInAnyOrderElementsOf(Loading.values(Loading.nothing()).keySet());
  }

  @Test
  void noTwoKeysShareAVariable() {
    assertThat(names().map(Key::variable)).doesNotHaveDuplicates();
  }

  @Test
  void everySentenceEndsAsOne() {
    assertThat(EveryKey.all().map(Key::sentence)).allMatch(text -> text.matches("(?s)[A-Z].*\\."));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isSetByItsVariable(String name) {
    for (String text : EveryKey.good(key(name), folder)) {
      Map<String, String> environment = variables(EveryKey.company(name));
      environment.put(Key.variable(name), text);

      Setting setting = Loading.setting(Loading.environment(environment), name);

      assertThat(setting.origin()).isEqualTo("environment variable " + Key.variable(name));
      assertThat(setting.value()).isEqualTo(key(name).kind().discretion().shown(text));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isSetByTheFile(String name) {
    String text = EveryKey.good(key(name), folder).getLast();
    StringBuilder yaml = new StringBuilder(name + ": \"" + text + "\"\n");
    EveryKey.company(name).forEach((key, value) -> yaml.append(key + ": " + value + "\n"));

    Setting setting = Loading.setting(Loading.yaml(folder, yaml.toString()), name);

    assertThat(setting.origin()).isEqualTo("line 1 of " + folder.resolve("rekey.yaml"));
    assertThat(setting.value()).isEqualTo(key(name).kind().discretion().shown(text));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isSetByTheCommandLine(String name) {
    Map<String, String> overrides = new HashMap<>(EveryKey.company(name));
    overrides.put(name, EveryKey.good(key(name), folder).getLast());

    Setting setting = Loading.setting(Loading.overrides(overrides), name);

    assertThat(setting.origin()).isEqualTo("command line");
  }

  @ParameterizedTest
  @MethodSource("names")
  void refusesWhatIsOutsideOfItsRangeAndSaysWhatWouldDo(String name) {
    for (String text : EveryKey.bad(key(name))) {
      List<Mistake> mistakes = Loading.mistakesInEnvironment(Map.of(Key.variable(name), text));

      assertThat(mistakes)
          .as(text)
          .filteredOn(mistake -> mistake.key().equals(name))
          .singleElement()
          .satisfies(mistake -> {
            assertThat(mistake.where()).endsWith(Key.variable(name));
            assertThat(mistake.remedy()).contains(key(name).kind().wanted());
          });
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void refusesAListOfListsAndASectionInItsPlace(String name) {
    assertThat(Loading.mistakesInYaml(folder, name + ": [[a]]\n")).isNotEmpty();
    assertThat(Loading.mistakesInYaml(folder, name + ": {a: b}\n"))
        .extracting(Mistake::key)
        .contains(name + ".a");
  }

  /** Some patterns take as much stack, or time, as the text is long. */
  @ParameterizedTest
  @MethodSource("names")
  void takesALongTextOrRefusesItSoon(String name) {
    for (String piece : List.of("/a", "/", "a@", "::")) {
      Map<String, String> environment = Map.of(Key.variable(name), piece.repeat(30_000) + "!");

      assertTimeout(Duration.ofSeconds(10), () -> ConfigurationProperties.settled(environment));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void standsInNoMessageIfItIsASecret(String name) {
    if (key(name).secret()) {
      String text = "hunter2hunter2hunter2hunter2\u0007";
      WrongConfiguration wrong =
          Loading.wrong(Optional.empty(), Map.of(Key.variable(name), text), Map.of());

      assertThat(wrong).hasMessageContaining(name).hasMessageNotContaining("hunter");
    }
  }

  private static Map<String, String> variables(Map<String, String> keys) {
    Map<String, String> variables = new HashMap<>();
    keys.forEach((name, text) -> variables.put(Key.variable(name), text));
    return variables;
  }
}
