package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.cli.Terminal.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command has in common. */
class RekeyCommandTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rekey",
        "rekey serve",
        "rekey demo",
        "rekey calibrate",
        "rekey account",
        "rekey account create",
        "rekey account show",
        "rekey account list",
        "rekey account set-password",
        "rekey account disable",
        "rekey account enable"
      })
  void everyCommandExplainsItself(String command) {
    Said said = Terminal.run((command + " --help").substring("rekey ".length()).split(" "));

    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("Usage: " + command + " ");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void everyOptionHasAWord() {
    for (String command : new String[] {"create", "show", "list", "set-password", "disable"}) {
      assertThat(Terminal.run("account", command, "--help").out().lines())
          .filteredOn(line -> line.matches(" {2,6}-.*"))
          .allMatch(line -> line.matches(" +(-\\w, )?--?[\\w-]+(=[A-Z]+(=[A-Z]+)?)? {2,}\\S.*"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void tellsItsVersion(String option) {
    Said said = Terminal.run(option);

    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("rekey ");
  }

  @Test
  void withoutACommandItListsThem() {
    Said said = Terminal.run();

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).startsWith("Which command? One of these:").contains("serve", "account");
    assertThat(Terminal.run("account").err()).startsWith("Which account command?");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheOneThatMayBeMeant() {
    Said said = Terminal.run("sevre");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("'sevre'", "rekey serve");
  }

  @Test
  void everyMistakeOfTheConfigurationIsNamed() {
    Said said = Terminal.in(folder, "http: {port: eighty, prot: 1}\n").account("list");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .startsWith("There are 2 mistakes in the configuration:")
        .contains("http.port (line 4 of ", "http.prot (line 4 of ")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aConfigurationThatIsNotThereIsNamed() {
    Said said = Terminal.run("account", "list", "--config", folder.resolve("none.yaml").toString());

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("none.yaml").doesNotContain("\tat ");
  }
}
