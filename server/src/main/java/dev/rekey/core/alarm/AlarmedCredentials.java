package dev.rekey.core.alarm;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.alarm.AlarmOffice.Posted;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Credentials;

/** Credentials whose notices have their links, whoever wrote them. */
public final class AlarmedCredentials implements Credentials {

  private final Credentials credentials;
  private final AlarmOffice office;

  public AlarmedCredentials(Credentials credentials, AlarmOffice office) {
    this.credentials = credentials;
    this.office = office;
  }

  @Override
  public Commit swap(Swap swap) {
    Posted posted = office.post(swap.account(), swap.letters());
    return credentials.swap(swap.alarmed(posted.letters(), posted.alarms()));
  }

  @Override
  public void remake(AccountId account, PasswordHash old, PasswordHash fresh) {
    credentials.remake(account, old, fresh);
  }
}
