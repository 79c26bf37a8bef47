package dev.rekey.cli;

import dev.rekey.cli.demo.Demonstration;
import dev.rekey.config.Configuration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rekey demo}: a server with five accounts, and the five documented exchanges on it. */
@Command(
    name = "demo",
    description = "Starts a server, performs the five documented exchanges and stays up.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private final Premises.Opener opener;

  @Mixin private Settings settings = new Settings();

  @Option(names = "--port", paramLabel = "N", description = "The port (default: 8080).")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--once", description = "Ends after the walk; fails if an exchange did.")
  private boolean once;

  DemoCommand(Premises.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration = settings.load(overrides());
    Premises premises = opener.open(configuration);
    Premises.Serving serving = ServeCommand.startOrClose(premises);
    Shutdown shutdown = Shutdown.stopping(serving, premises);
    Demonstration demonstration =
        new Demonstration(
            premises.accounts(),
            premises.createAccountUnjudged(),
            premises.setPasswordUnjudged(),
            ServeCommand.address(configuration, serving),
            serving.port(),
            configuration.mailFolder(),
            System.out);
    boolean kept = demonstration.perform();
    if (once) {
      return kept ? 0 : RekeyCommand.FAILED;
    }
    demonstration.invite();
    shutdown.await();
    return 0;
  }

  /** Letters stay at hand, and a newcomer may run the demonstration as often as they like. */
  private Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>();
    port.ifPresent(number -> overrides.put("http.port", number.toString()));
    overrides.put("mail.smtp.host", "");
    overrides.put("limits.letters-per-account", "1000");
    overrides.put("limits.letters-per-address", "1000");
    return overrides;
  }
}
