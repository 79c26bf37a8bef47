package dev.rekey.cli;

import dev.rekey.config.Configuration;
import dev.rekey.config.MountConfig;
import dev.rekey.config.TokenAuthMount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.arrival.OnConflict;
import dev.rekey.core.password.ImportKeys;
import dev.rekey.core.store.Intake;
import dev.rekey.migrate.Habits;
import dev.rekey.migrate.HashReader;
import dev.rekey.migrate.ImportDesk;
import dev.rekey.migrate.ImportFile;
import dev.rekey.migrate.OcariotNames;
import dev.rekey.migrate.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rekey import} of one system's files. */
@Command(
    description = {
      "Takes people in from files of the other system, each row exactly once. A stop at any point",
      "loses nothing: the same command goes on behind the last row. See docs/migrating.md."
    },
    mixinStandardHelpOptions = true)
final class ImportWork implements Callable<Integer> {

  private final Premises.Opener opener;
  private final Origin origin;

  @Mixin private Settings settings = new Settings();
  @Mixin private ImportSecrets secrets = new ImportSecrets();
  @Mixin private HashOptions hashOptions = new HashOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What the other system exported.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--realm", paramLabel = "NAME", description = "The user base (default: main).")
  private String realm = Realm.MAIN.name();

  @Option(names = "--dry-run", description = "Says what would happen, and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--on-conflict",
      paramLabel = "POLICY",
      description =
          "What becomes of a row whose name or id is another account's: skip (default), merge or"
              + " rename.")
  private String onConflict = "skip";

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Lists every row that was not taken, or not as it came, as JSON lines.")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--again", description = "From the first row on, even of a file that was done.")
  private boolean again;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "Of rows without one (default: user).")
  private String role = "user";

  @Option(
      names = "--role-name",
      paramLabel = "THERE=HERE",
      description = "What a role of the other system is called here.")
  private Map<String, String> roleNames = new LinkedHashMap<>();

  @Option(
      names = "--keep-locked",
      description = "Accounts that were locked for too many failures are disabled here.")
  private boolean keepLocked;

  ImportWork(Premises.Opener opener, Origin origin) {
    this.opener = opener;
    this.origin = origin;
  }

  @Override
  public Integer call() {
    Configuration configuration = settings.load(Map.of());
    Realm where = Identity.realm(configuration, realm);
    OnConflict policy = policy();
    try (Interrupts interrupts = Interrupts.catching();
        Premises premises = opener.open(configuration)) {
      ImportDesk desk = premises.importDesk();
      Habits habits = habits(configuration, where, desk);
      ImportView view = new ImportView(System.err, desk.nanoTime(), report.isPresent(), dryRun);
      Function<Path, ImportFile.Command> command =
          file ->
              new ImportFile.Command(
                  origin,
                  file,
                  where,
                  policy,
                  again,
                  report,
                  habits,
                  secrets.ocariotKey(origin).map(OcariotNames::new),
                  interrupts::came);
      return dryRun ? rehearse(desk, command, view) : run(desk.earnest(), command, view);
    } catch (Intake.Overtaken overtaken) {
      throw new Refusal("Another import has gone on with this file; this one stops.");
    }
  }

  private int rehearse(
      ImportDesk desk, Function<Path, ImportFile.Command> command, ImportView view) {
    try (Intake rehearsed = desk.rehearsals().get()) {
      return run(desk.rehearsal(rehearsed), command, view);
    }
  }

  private int run(
      ImportFile importer, Function<Path, ImportFile.Command> command, ImportView view) {
    int code = 0;
    for (Path file : files) {
      ImportFile.Outcome outcome = importer.handle(command.apply(file), view);
      code = Math.max(code, view.tell(file, outcome));
      if (outcome instanceof ImportFile.Outcome.Stopped) {
        return code;
      }
    }
    return code;
  }

  private Habits habits(Configuration configuration, Realm where, ImportDesk desk) {
    Role usual = Identity.role(role);
    if (!configuration.roles().knows(usual)) {
      throw new Refusal("There is no role " + role + " in the configuration.");
    }
    Optional<TokenAuthMount> wire = tokenWire(configuration, where);
    return new Habits(
        usual,
        roleNames,
        configuration.roles(),
        hashes(desk),
        wire.map(MountConfig::name),
        keepLocked,
        Duration.ofDays(3),
        desk.clock().instant());
  }

  private static Optional<TokenAuthMount> tokenWire(Configuration configuration, Realm where) {
    return configuration.mounts().stream()
        .flatMap(mount ->
            mount instanceof TokenAuthMount one && one.enabled() && one.realm().equals(where)
                ? Optional.of(one).stream()
                : Optional.<TokenAuthMount>empty().stream())
        .findFirst();
  }

  /** A dry run leaves no key behind. */
  private HashReader hashes(ImportDesk desk) {
    Function<byte[], String> keeper = dryRun ? ImportKeys::idOf : desk.keeper();
    return hashOptions.reader(origin, secrets, keeper, desk.hasKey());
  }

  private OnConflict policy() {
    return switch (onConflict.toLowerCase(Locale.ROOT)) {
      case "skip" -> OnConflict.SKIP;
      case "merge" -> OnConflict.MERGE;
      case "rename" -> OnConflict.RENAME;
      default ->
          throw new Refusal("--on-conflict takes skip, merge or rename, not " + onConflict + '.');
    };
  }
}
