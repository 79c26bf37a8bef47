package dev.rekey.cli;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every account command does: open the house, do one thing in a realm, close it. */
abstract class AccountWork implements Callable<Integer> {

  private final Premises.Opener opener;

  @Mixin private Settings settings = new Settings();

  @Option(names = "--realm", paramLabel = "NAME", description = "The user base (default: main).")
  private String realm = Realm.MAIN.name();

  @Option(names = "--json", description = "Prints JSON instead of lines.")
  private boolean json;

  AccountWork(Premises.Opener opener) {
    this.opener = opener;
  }

  @Override
  public final Integer call() {
    var configuration = settings.load(Map.of());
    if (!configuration.realms().contains(realm())) {
      throw new Refusal(
          "There is no realm "
              + realm
              + ": the configuration has "
              + configuration.realms().stream().map(Realm::name).toList()
              + '.');
    }
    try (Premises premises = opener.open(configuration)) {
      work(premises);
      return 0;
    }
  }

  /** The one thing; a {@link Refusal} tells why it was not done. */
  abstract void work(Premises premises);

  Realm realm() {
    try {
      return new Realm(realm);
    } catch (IllegalArgumentException e) {
      throw new Refusal("`" + realm + "` is no name for a realm: lower-case letters, digits, -.");
    }
  }

  Visit visit() {
    return new Visit(realm(), "cli", new Origin("local", "rekey account"), Optional.empty());
  }

  void print(Account account) {
    if (json) {
      printJson(AccountView.json(account));
    } else {
      System.out.println(AccountView.lines(account));
    }
  }

  void printPassword(String password) {
    if (json) {
      printJson(AccountView.passwordJson(password));
    } else {
      System.out.println("password  " + password);
    }
  }

  void printRow(Account account) {
    if (json) {
      printJson(AccountView.json(account));
    } else {
      System.out.println(AccountView.row(account));
    }
  }

  /** In UTF-8, whatever the terminal's locale is (RFC 8259 section 8.1). */
  private static void printJson(byte[] line) {
    System.out.writeBytes(line);
    System.out.println();
  }

  /** The account of that name: a login name, or an id of one of the wires. */
  Account find(Premises premises, String name) {
    return premises
        .accounts()
        .findByLogin(realm(), name)
        .or(() -> handle(name).flatMap(handle -> premises.accounts().find(realm(), handle)))
        .orElseThrow(
            () -> new Refusal("No account of realm " + realm + " is called " + name + '.'));
  }

  void setDisabled(Premises premises, String name, boolean disabled) {
    Handle whose = new Handle.Number(find(premises, name).ids().number());
    var command = new DisableAccount.Command(new Steward.Operator(), whose, disabled, visit());
    switch (premises.disableAccount().handle(command)) {
      case DisableAccount.Outcome.Done(var _) -> print(find(premises, name));
      case DisableAccount.Outcome.NotAllowed() -> throw new Refusal("That is not allowed.");
      case DisableAccount.Outcome.NoSuchAccount() -> throw new Refusal("The account is gone.");
    }
  }

  private static Optional<Handle> handle(String name) {
    if (name.matches("[0-9a-f]{24}")) {
      return Optional.of(new Handle.Hex24(name));
    }
    if (name.matches("[0-9a-f]{32}")) {
      return Optional.of(new Handle.Hex32(name));
    }
    return name.matches("[1-9][0-9]{0,17}")
        ? Optional.of(new Handle.Number(Long.parseLong(name)))
        : Optional.empty();
  }
}
