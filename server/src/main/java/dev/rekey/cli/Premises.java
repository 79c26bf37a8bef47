package dev.rekey.cli;

import dev.rekey.config.Configuration;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.ViewAdoption;
import dev.rekey.core.store.Accounts;
import dev.rekey.mail.MailDesk;
import dev.rekey.migrate.ImportDesk;
import java.util.Optional;

/** An opened house, as the commands see it: storage and use cases, and the server on demand. */
public interface Premises extends AutoCloseable {

  /** Opens a house; how is the wiring's business. */
  @FunctionalInterface
  interface Opener {
    Premises open(Configuration configuration);
  }

  Accounts accounts();

  CreateAccount createAccount();

  /** Like {@link #createAccount()}, but takes any password. */
  CreateAccount createAccountUnjudged();

  SetPassword setPassword();

  /** Like {@link #setPassword()}, but takes any password. */
  SetPassword setPasswordUnjudged();

  DisableAccount disableAccount();

  /** The hash of a password that no policy has judged, for accounts of trials. */
  PasswordHash seal(Password password);

  /** What can be done with letters without waiting for one to be owed. */
  MailDesk mailDesk();

  /** Where people come in from other systems, and go out again. */
  ImportDesk importDesk();

  /** How the moves from old systems go. */
  ViewAdoption viewAdoption();

  /** Random text for a generated password. */
  String randomPassword();

  /** Starts to answer requests and to deliver letters. */
  Serving serve();

  @Override
  void close();

  /** A server that answers. */
  interface Serving {

    int port();

    /** Where the one-time link of a first start leads, if there is no account yet. */
    Optional<String> setupLink();

    /** Lets requests under way finish, refuses new ones, then stops. */
    void stop();
  }
}
