package dev.rekey.cli;

import dev.rekey.migrate.conformance.GivenAccounts;
import dev.rekey.migrate.conformance.Letters;
import dev.rekey.migrate.conformance.SetupProgram;
import dev.rekey.migrate.conformance.Stage;
import dev.rekey.migrate.conformance.Suite;
import dev.rekey.migrate.conformance.Verdict;
import dev.rekey.transcript.Shipped;
import dev.rekey.transcript.Site;
import dev.rekey.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rekey conformance}: the stories of a wire, told to any server that speaks it. */
@Command(
    name = "conformance",
    description = {
      "Holds a server to the documented exchanges of a wire: the old system, or Rekey.",
      "Exit code 0: all passed; 1: some failed; 2: nothing could be asked."
    },
    mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

  private final Premises.Opener opener;
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Settings settings = new Settings();

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      required = true,
      description = "The wire: devise, tokenauth, ocariot, onezone or own.")
  private String dialect = "";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The server; without one, Rekeys of this configuration are started and asked.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = "Accounts that the server has, a line each: @account email=… password=\"…\".")
  private Optional<Path> accounts = Optional.empty();

  @Option(
      names = "--setup",
      paramLabel = "COMMAND",
      description = "A program that empties the server and makes the accounts of each story.")
  private Optional<String> setup = Optional.empty();

  @Option(
      names = "--mail",
      paramLabel = "DIR",
      description = "The folder into which the server's letters are delivered as files.")
  private Optional<Path> mail = Optional.empty();

  @Option(
      names = "--has",
      paramLabel = "KEY=VALUE",
      description = "A setting that the server has, by its name in Rekey's configuration.")
  private Map<String, String> has = new LinkedHashMap<>();

  @Option(names = "--section", paramLabel = "NAME", description = "Only this one; may be repeated.")
  private List<String> sections = List.of();

  @Option(names = "--list", description = "Lists the sections and what each needs; asks nobody.")
  private boolean list;

  ConformanceCommand(Premises.Opener opener, InstantSource clock) {
    this.opener = opener;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Transcript> stories = stories();
    if (list) {
      stories.forEach(ConformanceCommand::printNeeds);
      return 0;
    }
    try (Stage stage = stage()) {
      System.out.println(
          "Conformance of " + url.orElse("this Rekey") + " to the wire " + dialect + ':');
      return told(stories, new Suite(stage, clock));
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println(Trouble.because("The server cannot be asked", e).getMessage());
      return RekeyCommand.MISUSED;
    }
  }

  private static int told(List<Transcript> stories, Suite suite)
      throws IOException, InterruptedException {
    Verdict verdict = new Verdict(System.out);
    for (Transcript story : stories) {
      verdict.add(suite.tell(story));
    }
    verdict.conclude();
    if (verdict.empty()) {
      return RekeyCommand.MISUSED;
    }
    return verdict.good() ? 0 : RekeyCommand.FAILED;
  }

  private List<Transcript> stories() {
    if (!Shipped.wires().contains(dialect)) {
      throw misuse("There is no wire " + dialect + ", but " + Shipped.wires() + '.');
    }
    List<Transcript> all = Shipped.of(dialect);
    List<String> names = all.stream().map(story -> shortName(story)).toList();
    sections.stream()
        .filter(section -> !names.contains(section))
        .findFirst()
        .ifPresent(section -> {
          throw misuse("There is no section " + section + ": --list names them.");
        });
    return all.stream()
        .filter(story -> sections.isEmpty() || sections.contains(shortName(story)))
        .toList();
  }

  private static String shortName(Transcript story) {
    return story.name().substring(story.name().indexOf('/') + 1);
  }

  private static void printNeeds(Transcript story) {
    System.out.println(shortName(story) + ": " + story.exchanges().size() + " exchanges");
    story.settings().forEach((key, value) -> System.out.println("  --has " + key + '=' + value));
    story.accounts().forEach(account -> System.out.println("  @account " + inWords(account)));
    if (story.needsLetters()) {
      System.out.println("  --mail");
    }
  }

  private static String inWords(Map<String, String> account) {
    StringBuilder words = new StringBuilder();
    account.forEach((name, value) -> words.append(name).append("=\"").append(value).append("\" "));
    return words.toString().strip();
  }

  private Stage stage() throws IOException {
    if (url.isEmpty()) {
      requireNone(accounts, "--accounts");
      requireNone(setup, "--setup");
      return new OwnServers(opener, settings, clock);
    }
    Site site = site(url.get());
    Letters letters = new Letters(mail);
    if (setup.isPresent()) {
      return SetupProgram.start(site, letters, setup.get());
    }
    site.knock();
    return new GivenAccounts(site, has, letters, accounts());
  }

  private List<Map<String, String>> accounts() {
    try {
      return accounts.map(GivenAccounts::read).orElse(List.of());
    } catch (IllegalArgumentException e) {
      throw misuse("The accounts cannot be read: " + e.getMessage() + '.');
    }
  }

  private Site site(String text) {
    try {
      return Site.of(text);
    } catch (IllegalArgumentException e) {
      throw misuse("--url is not a server's base URL: " + e.getMessage() + '.');
    }
  }

  private void requireNone(Optional<?> option, String name) {
    if (option.isPresent()) {
      throw misuse(name + " is about another server: --url names it.");
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
