package dev.rekey.cli;

import dev.rekey.core.letter.Specimens;
import dev.rekey.core.letter.Specimens.Specimen;
import dev.rekey.core.visit.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rekey mail preview}. */
@Command(
    name = "preview",
    description = "Writes every letter into files, as people get it, with made-up names and links.",
    mixinStandardHelpOptions = true)
final class MailPreview implements Callable<Integer> {

  private final Premises.Opener opener;

  @Mixin private Settings settings = new Settings();
  @Mixin private Tongue tongue = new Tongue();

  @Parameters(paramLabel = "DIR", description = "Where to; it is made if it is not there.")
  private Path folder = Path.of("");

  MailPreview(Premises.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    try (Premises premises = opener.open(settings.load(Map.of()))) {
      Specimens specimens = premises.mailDesk().specimens();
      languages().forEach(language -> write(language, specimens.in(language)));
    }
    System.out.println("The letters are in " + folder + ": a page and a text each.");
    return 0;
  }

  private List<Language> languages() {
    return tongue.chosen().map(List::of).orElseGet(() -> List.of(Language.values()));
  }

  private void write(Language language, List<Specimen> letters) {
    Path home = folder.resolve(language.tag());
    try {
      Files.createDirectories(home);
      for (Specimen letter : letters) {
        Files.writeString(home.resolve(letter.kind() + ".html"), letter.html());
        Files.writeString(
            home.resolve(letter.kind() + ".txt"),
            "Subject: " + letter.subject() + "\n\n" + letter.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the letters cannot be written to " + home, e);
    }
  }
}
