package dev.rekey.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Proxies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a file or a variable: it is taken, or it is a mistake with words. */
class ConfigurationProperties {

  private static final List<String> NAMES = EveryKey.all().map(Key::name).toList();

  @Property(tries = 200)
  void anyBytesAreAFileOrAMistake(@ForAll byte[] bytes) throws IOException {
    taken(bytes);
  }

  @Property(tries = 300)
  void anyTextIsAFileOrAMistake(@ForAll("yaml") String text) throws IOException {
    taken(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 500)
  void anyValueIsTakenOrAMistake(@ForAll("names") String name, @ForAll String text) {
    settled(Map.of(Key.variable(name), text));
  }

  @Property(tries = 300)
  void anyNameIsAKeyOrAMistake(@ForAll("starts") String start, @ForAll String rest) {
    settled(Map.of(Key.variable(start) + rest, "x"));
    try {
      Configuration.load(Optional.empty(), Map.of(), Map.of(start + rest, "x"));
    } catch (WrongConfiguration e) {
      assertThat(e.mistakes()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> starts() {
    return Arbitraries.of("", "http.", "mounts.", "mounts.x.", "mounts.devise.profile.", "roles.");
  }

  /** Whatever the configuration takes, the front door takes as well. */
  @Property(tries = 500)
  void aProxyThatIsTakenIsOneForTheFrontDoor(@ForAll("networks") String text) {
    if (Urls.network().read(text).isPresent()) {
      assertThat(new Proxies(List.of(text))).isNotNull();
    }
  }

  @Provide
  Arbitrary<String> networks() {
    return Arbitraries.strings().withChars("0123456789abf:./-+% []").ofMaxLength(20);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<String> yaml() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "http", "port", "mounts", "roles", "a-b", ": ", ":", "\n", "\n  ", "- ", "{", "}", "[",
            "]", ", ", "\"", "'", "|", ">", "&a ", "*a", "!t ", "? ", "---\n", "...\n", "# ", "%",
            "8080", "~", "<<", "\t", "\\", "é", "\u2028");
    return piece.list().ofMaxSize(30).map(pieces -> String.join("", pieces));
  }

  private static void taken(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("rekey", ".yaml");
    try {
      Files.write(file, bytes);
      settled(Optional.of(file), Map.of());
    } finally {
      Files.delete(file);
    }
  }

  static void settled(Map<String, String> environment) {
    settled(Optional.empty(), environment);
  }

  private static void settled(Optional<Path> file, Map<String, String> environment) {
    try {
      assertThat(Configuration.load(file, environment, Map.of()).describe()).isNotEmpty();
    } catch (WrongConfiguration e) {
      assertThat(e.mistakes()).isNotEmpty();
      assertThat(e.getMessage()).doesNotContain("\u0000");
    }
  }
}
