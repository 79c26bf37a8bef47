package dev.rekey.cli;

import dev.rekey.config.Configuration;
import dev.rekey.migrate.relay.Relay;
import dev.rekey.migrate.relay.RelaySettings;
import dev.rekey.migrate.shadow.Shadow;
import dev.rekey.transcript.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code rekey shadow}: the old system goes on answering, and Rekey is asked the same beside it.
 */
@Command(
    name = "shadow",
    description = {
      "Stands before the old system, passes everything on unchanged, and records what Rekey would",
      "have answered. `rekey compare` reads the recording."
    },
    mixinStandardHelpOptions = true)
final class ShadowCommand implements Callable<Integer> {

  private static final int GLIMPSE = 64 * 1024;
  private static final int CONNECTIONS = 2_000;

  private final Premises.Opener opener;
  private final Instruments instruments;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Settings settings = new Settings();

  @Option(
      names = "--upstream",
      paramLabel = "URL",
      required = true,
      description = "The old system's base URL, such as http://old.internal:3000.")
  private String upstream = "";

  @Option(
      names = "--record",
      paramLabel = "FILE",
      required = true,
      description = "The new file for the recording; no secret is written to it.")
  private Path record = Path.of("");

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where clients are listened to (default: 127.0.0.1:8080).")
  private String listen = "127.0.0.1:8080";

  @Option(
      names = "--rekey",
      paramLabel = "URL",
      description =
          "A Rekey that runs; without one, this program is it, on --data and --config, and its"
              + " letters stay in the data's folder.")
  private Optional<String> rekey = Optional.empty();

  @Option(
      names = "--mail",
      paramLabel = "DIR",
      description = "With --rekey: the folder of its letters, to follow reset tickets by.")
  private Optional<Path> mail = Optional.empty();

  @Option(
      names = "--header",
      paramLabel = "NAME",
      description = "Another header field that must be alike; may be repeated.")
  private List<String> more = List.of();

  @Option(
      names = "--ignore-header",
      paramLabel = "NAME",
      description = "A header field that need not be alike; may be repeated.")
  private List<String> fewer = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long the old system may be silent (default: 60).")
  private int timeout = 60;

  ShadowCommand(Premises.Opener opener, Instruments instruments) {
    this.opener = opener;
    this.instruments = instruments;
  }

  @Override
  public Integer call() throws InterruptedException {
    RelaySettings where = relay();
    Optional<Site> running = rekey.map(url -> site("--rekey", url));
    Understage own = running.isPresent() ? Understage.none() : openOwn();
    try {
      Site site = running.orElseGet(own::site);
      Shadow.Plan plan =
          new Shadow.Plan(site, record, running.isPresent() ? mail : own.letters(), headers());
      follow(where, plan, own).await();
      return 0;
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  /** Counted down when all is over: the end of the program is the end of the recording. */
  private CountDownLatch follow(RelaySettings where, Shadow.Plan plan, Understage own) {
    Shadow shadow = Shadow.begin(plan, instruments.clock(), instruments.random());
    Relay relay = startOrClose(where, shadow);
    CountDownLatch over = new CountDownLatch(1);
    Runnable stop =
        () -> {
          relay.close();
          shadow.close();
          own.close();
          over.countDown();
        };
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop));
    System.out.println(
        "Clients are listened to on http://%s:%d and answered by %s; Rekey is asked on %s."
            .formatted(where.host(), relay.port(), where.upstream(), plan.rekey()));
    System.out.println("The recording is " + record + "; SIGTERM or Ctrl-C ends it.");
    return over;
  }

  private Relay startOrClose(RelaySettings where, Shadow shadow) {
    try {
      return Relay.start(where, shadow, instruments.clock());
    } catch (RuntimeException e) {
      shadow.close();
      throw e;
    }
  }

  /** A Rekey inside this program. */
  private Understage openOwn() {
    Configuration configuration =
        settings.load(
            Map.of(
                "http.host", "127.0.0.1",
                "http.port", "0",
                "http.trusted-proxies", "127.0.0.1",
                "mail.smtp.host", ""));
    Premises premises = opener.open(configuration);
    Premises.Serving serving = ServeCommand.startOrClose(premises);
    return Understage.of(premises, serving, configuration.mailFolder());
  }

  private Set<String> headers() {
    Set<String> headers = new HashSet<>(Shadow.HEADERS);
    more.forEach(name -> headers.add(name.toLowerCase(Locale.ROOT)));
    fewer.forEach(name -> headers.remove(name.toLowerCase(Locale.ROOT)));
    return headers;
  }

  private RelaySettings relay() {
    int colon = listen.lastIndexOf(':');
    if (colon < 0 || !listen.substring(colon + 1).matches("\\d{1,5}")) {
      throw misuse("--listen takes HOST:PORT, such as 0.0.0.0:8080.");
    }
    if (timeout < 1 || timeout > 3_600) {
      throw misuse("--timeout takes 1 to 3600 seconds.");
    }
    int port = Integer.parseInt(listen.substring(colon + 1));
    if (port > 65_535) {
      throw misuse("A port lies between 0 and 65535.");
    }
    return new RelaySettings(
        site("--upstream", upstream),
        listen.substring(0, colon),
        port,
        Duration.ofSeconds(timeout),
        GLIMPSE,
        CONNECTIONS);
  }

  private Site site(String option, String url) {
    try {
      return Site.of(url);
    } catch (IllegalArgumentException e) {
      throw misuse(option + " is not a server's base URL: " + e.getMessage() + '.');
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
