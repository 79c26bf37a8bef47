package dev.rekey.cli;

import dev.rekey.config.Configuration;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.password.Password;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.migrate.conformance.Stage;
import dev.rekey.transcript.Letterbox;
import dev.rekey.transcript.Site;
import dev.rekey.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A Rekey for each story, on data of its own that goes when the next begins. */
final class OwnServers implements Stage {

  private static final Visit VISIT =
      new Visit(Realm.MAIN, "cli", new Origin("local", "rekey conformance"), Optional.empty());

  /** What is no field of a profile. */
  private static final Set<String> OWN =
      Set.of(
          "role",
          "email",
          "username",
          "uid",
          "number",
          "hex24",
          "hex32",
          "password",
          "disabled",
          "basicauth");

  private final Premises.Opener opener;
  private final Settings settings;
  private final InstantSource clock;
  private Optional<Running> running = Optional.empty();

  OwnServers(Premises.Opener opener, Settings settings, InstantSource clock) {
    this.opener = opener;
    this.settings = settings;
    this.clock = clock;
  }

  /** A server and what it stands on. */
  private record Running(Premises premises, Premises.Serving serving, Path folder) {

    void end() {
      serving.stop();
      premises.close();
      remove(folder);
    }
  }

  @Override
  public Setting set(Transcript story) throws IOException {
    close();
    Path folder = Files.createTempDirectory("rekey-conformance");
    Configuration configuration = settings.trial(folder, story.settings());
    Premises premises = opener.open(configuration);
    running = Optional.of(new Running(premises, ServeCommand.startOrClose(premises), folder));
    story.accounts().forEach(account -> create(premises, account));
    Letterbox letters = new Letterbox(configuration.mailFolder());
    return new Setting.Ready(
        Site.local(running.get().serving().port()), story, letters::nextToken, Set.of());
  }

  private void create(Premises premises, Map<String, String> attributes) {
    NewAccount draft = draft(premises, attributes);
    if (!(premises.accounts().create(draft, VISIT, clock.instant())
        instanceof Accounts.Creation.Created(Account account))) {
      throw new Trouble("an account of the story could not be made");
    }
    if ("true".equals(attributes.get("disabled"))) {
      premises
          .disableAccount()
          .handle(
              new DisableAccount.Command(
                  new Steward.Operator(), new Handle.Number(account.ids().number()), true, VISIT));
    }
  }

  private static NewAccount draft(Premises premises, Map<String, String> attributes) {
    Map<String, String> profile = new LinkedHashMap<>(attributes);
    profile.keySet().removeAll(OWN);
    return new NewAccount(
        Realm.MAIN,
        new Logins(
            Optional.ofNullable(attributes.get("email")),
            Optional.ofNullable(attributes.get("username")),
            Optional.ofNullable(attributes.get("uid"))),
        new Role(attributes.getOrDefault("role", "user")),
        new Profile(profile),
        Optional.ofNullable(attributes.get("password")).map(Password::of).map(premises::seal),
        !"false".equals(attributes.get("basicauth")),
        Optional.ofNullable(attributes.get("number")).map(Long::valueOf),
        Optional.ofNullable(attributes.get("hex24")),
        Optional.ofNullable(attributes.get("hex32")));
  }

  @Override
  public void close() {
    running.ifPresent(Running::end);
    running = Optional.empty();
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the data of a trial cannot be removed", e);
    }
  }
}
