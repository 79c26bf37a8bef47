package dev.rekey.cli;

import dev.rekey.config.Configuration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rekey serve}: the server, until it is told to stop. */
@Command(
    name = "serve",
    description = "Runs the server until it gets SIGTERM or SIGINT.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private final Premises.Opener opener;

  @Mixin private Settings settings = new Settings();

  @Option(names = "--port", paramLabel = "N", description = "The port; 0 takes any free one.")
  private Optional<Integer> port = Optional.empty();

  ServeCommand(Premises.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> overrides = new HashMap<>();
    port.ifPresent(number -> overrides.put("http.port", number.toString()));
    Configuration configuration = settings.load(overrides);
    Premises premises = opener.open(configuration);
    Premises.Serving serving = startOrClose(premises);
    Shutdown shutdown = Shutdown.stopping(serving, premises);
    System.out.println("Rekey answers on " + address(configuration, serving));
    serving.setupLink().ifPresent(ServeCommand::printSetupLink);
    shutdown.await();
    return 0;
  }

  static Premises.Serving startOrClose(Premises premises) {
    try {
      return premises.serve();
    } catch (RuntimeException e) {
      premises.close();
      throw e;
    }
  }

  static String address(Configuration configuration, Premises.Serving serving) {
    String host = configuration.http().host();
    boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
    return "http://" + (bare ? '[' + host + ']' : host) + ':' + serving.port();
  }

  private static void printSetupLink(String link) {
    System.out.println();
    System.out.println("There is no account yet. Make the first administrator here, once:");
    System.out.println("  " + link);
    System.out.println();
  }
}
