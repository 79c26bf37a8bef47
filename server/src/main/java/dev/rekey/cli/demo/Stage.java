package dev.rekey.cli.demo;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.password.Password;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.util.Optional;

/** Sees to it that every account of the demonstration exists and has its first password. */
final class Stage {

  private static final Visit VISIT =
      new Visit(Realm.MAIN, "cli", new Origin("local", "rekey demo"), Optional.empty());

  private final Accounts accounts;
  private final CreateAccount createAccount;
  private final SetPassword setPassword;

  Stage(Accounts accounts, CreateAccount createAccount, SetPassword setPassword) {
    this.accounts = accounts;
    this.createAccount = createAccount;
    this.setPassword = setPassword;
  }

  void prepare() {
    Cast.ALL.forEach(this::prepare);
  }

  private void prepare(Cast cast) {
    accounts
        .findByLogin(Realm.MAIN, cast.logins().display())
        .ifPresentOrElse(account -> rewind(account, cast), () -> create(cast));
  }

  private void create(Cast cast) {
    CreateAccount.Outcome outcome =
        createAccount.handle(
            new CreateAccount.Command(
                new Steward.Operator(),
                cast.logins(),
                cast.role(),
                cast.profile(),
                Optional.of(Password.of(cast.password())),
                cast.ids(),
                VISIT));
    if (!(outcome instanceof CreateAccount.Outcome.Created)) {
      throw new IllegalStateException(
          cast.logins().display() + " could not be made for the demonstration: " + outcome);
    }
  }

  private void rewind(Account account, Cast cast) {
    SetPassword.Outcome outcome =
        setPassword.handle(
            new SetPassword.Command(
                new Steward.Operator(),
                new Handle.Number(account.ids().number()),
                Password.of(cast.password()),
                VISIT));
    if (!(outcome instanceof SetPassword.Outcome.Done)) {
      throw new IllegalStateException(
          cast.logins().display() + " could not get its first password back: " + outcome);
    }
  }
}
