package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.cli.Terminal.Said;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCommandsTest {

  @TempDir private Path folder;

  @Test
  void aTestLetterIsAFileWhereNoMailServerIs() throws IOException {
    Terminal terminal = Terminal.in(folder);

    Said said = terminal.command("mail", "test", "ada@example.org", "--language", "de");

    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("reached nobody", "It was written to ");
    try (Stream<Path> files = Files.list(terminal.data().resolve("mail"))) {
      assertThat(Files.readString(files.findFirst().orElseThrow())).contains("Probenachricht");
    }
  }

  @Test
  void aServerThatIsNotThereIsExitCodeOneAndASentence() throws IOException {
    try (Socket silent = new Socket()) {
      silent.bind(null);
      String smtp =
          "mail.smtp: {host: localhost, port: "
              + silent.getLocalPort()
              + ", user: rides, password: s3cret-s3cret}\n";

      Said said = Terminal.in(folder, smtp).command("mail", "test", "ada@example.org");

      assertThat(said.code()).isEqualTo(1);
      assertThat(said.err()).contains("cannot be reached: the connection was refused");
      assertThat(said.err() + said.out()).doesNotContain("s3cret", "Exception", "\tat ");
    }
  }

  @Test
  void aLanguageThatThereIsNotIsAWrongCommandLine() {
    Said said = Terminal.in(folder).command("mail", "test", "ada@example.org", "--language", "tlh");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("`tlh` is no language of letters: one of en, de, fr");
  }

  @Test
  void aPreviewIsAPageAndATextOfEachLetterInEachLanguage() throws IOException {
    Path target = folder.resolve("preview");

    Said said = Terminal.in(folder).command("mail", "preview", target.toString());

    assertThat(said.code()).isZero();
    try (Stream<Path> languages = Files.list(target)) {
      assertThat(languages).hasSize(7);
    }
    assertThat(Files.readString(target.resolve("fr/reset-link.txt")))
        .startsWith("Subject: Un nouveau mot de passe pour Rekey\n\nBonjour Ada,\n");
    assertThat(Files.readString(target.resolve("cs/reset-link.html")))
        .contains("<html lang=\"cs\">");
  }

  @Test
  void aPreviewOfOneLanguageIsThatOne() throws IOException {
    Path target = folder.resolve("preview");

    Terminal.in(folder).command("mail", "preview", "--language", "pl", target.toString());

    try (Stream<Path> languages = Files.list(target)) {
      assertThat(languages).containsExactly(target.resolve("pl"));
    }
  }
}
