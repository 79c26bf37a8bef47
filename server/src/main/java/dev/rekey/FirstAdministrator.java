package dev.rekey;

import dev.rekey.cli.Complaints;
import dev.rekey.cli.Trouble;
import dev.rekey.config.Configuration.FirstAdmin;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.password.Password;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.FirstStart;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it at a start that somebody can administer: by configuration, or by a one-time link. */
final class FirstAdministrator {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final int TOKEN_BYTES = 16;

  private final Accounts accounts;
  private final CreateAccount createAccount;
  private final Mint mint;

  FirstAdministrator(Accounts accounts, CreateAccount createAccount, Mint mint) {
    this.accounts = accounts;
    this.createAccount = createAccount;
    this.mint = mint;
  }

  /** Makes the configured one, or a token for whoever reads the terminal; neither later on. */
  Optional<String> make(Optional<FirstAdmin> configured) {
    if (!accounts.isEmpty(Realm.MAIN)) {
      return Optional.empty();
    }
    if (configured.isEmpty()) {
      return Optional.of(mint.token(TOKEN_BYTES));
    }
    report(createAccount.handle(command(configured.get())));
    return Optional.empty();
  }

  private static CreateAccount.Command command(FirstAdmin admin) {
    return new CreateAccount.Command(
        new Steward.Operator(),
        Logins.of(admin.email(), admin.username()),
        FirstStart.ADMIN,
        Profile.empty(),
        Optional.of(Password.of(admin.password().reveal())),
        CreateAccount.Ids.fresh(),
        new Visit(
            Realm.MAIN, "first-start", new Origin("local", "configuration"), Optional.empty()));
  }

  private static void report(CreateAccount.Outcome outcome) {
    switch (outcome) {
      case CreateAccount.Outcome.Created(var account) ->
          LOG.info("The first administrator {} exists now", account.logins().display());
      case CreateAccount.Outcome.Taken(var _) ->
          LOG.info("Another node has made the first administrator");
      case CreateAccount.Outcome.Refused(var violations) ->
          throw new Trouble(
              "The first administrator (admin.password) cannot be made. "
                  + Complaints.sentences(violations));
      case CreateAccount.Outcome.UnknownRole() ->
          throw new IllegalStateException("The configuration has no role admin");
      case CreateAccount.Outcome.NotAllowed() ->
          throw new IllegalStateException("The operator may make accounts");
      case CreateAccount.Outcome.Overloaded(var _) ->
          throw new IllegalStateException("Nothing else is being hashed yet");
    }
  }
}
