package dev.rekey.cli;

import dev.rekey.mail.Carrier.Trial;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rekey mail test}. */
@Command(
    name = "test",
    description = "Sends a test letter at once, and says what became of it.",
    mixinStandardHelpOptions = true)
final class MailTest implements Callable<Integer> {

  private final Premises.Opener opener;

  @Mixin private Settings settings = new Settings();
  @Mixin private Tongue tongue = new Tongue();

  @Parameters(paramLabel = "TO", description = "The address that it goes to.")
  private String to = "";

  MailTest(Premises.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    try (Premises premises = opener.open(settings.load(Map.of()))) {
      return switch (premises.mailDesk().test(to, tongue.chosen())) {
        case Trial.Passed(String words) -> {
          System.out.println(words);
          yield 0;
        }
        case Trial.Failed(String words) -> throw new Refusal(words);
      };
    }
  }
}
