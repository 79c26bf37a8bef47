package dev.rekey.mail;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Credentials;

/** Credentials whose notices the postman hears of as soon as they are committed. */
public record NudgingCredentials(Credentials credentials, Runnable nudge) implements Credentials {

  @Override
  public Commit swap(Swap swap) {
    Commit commit = credentials.swap(swap);
    if (!swap.letters().isEmpty()) {
      nudge.run();
    }
    return commit;
  }

  @Override
  public void remake(AccountId account, PasswordHash old, PasswordHash fresh) {
    credentials.remake(account, old, fresh);
  }
}
