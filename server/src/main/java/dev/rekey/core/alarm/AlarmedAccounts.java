package dev.rekey.core.alarm;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.alarm.AlarmOffice.Posted;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.store.AccountSearch;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accounts whose notices have their links, whoever wrote them. */
public final class AlarmedAccounts implements Accounts {

  private final Accounts accounts;
  private final AlarmOffice office;

  public AlarmedAccounts(Accounts accounts, AlarmOffice office) {
    this.accounts = accounts;
    this.office = office;
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return accounts.find(id);
  }

  @Override
  public Optional<Account> find(Realm realm, Handle handle) {
    return accounts.find(realm, handle);
  }

  @Override
  public Optional<Account> findByLogin(Realm realm, String typed) {
    return accounts.findByLogin(realm, typed);
  }

  @Override
  public List<Account> list(Realm realm, Optional<AccountId> after, int limit) {
    return accounts.list(realm, after, limit);
  }

  @Override
  public AccountSearch.Page search(Realm realm, AccountSearch search) {
    return accounts.search(realm, search);
  }

  @Override
  public boolean isEmpty(Realm realm) {
    return accounts.isEmpty(realm);
  }

  @Override
  public long count(Realm realm) {
    return accounts.count(realm);
  }

  @Override
  public Creation create(
      NewAccount draft,
      Visit visit,
      Optional<AccountId> by,
      Instant now,
      Function<Account, Welcome> welcome) {
    return accounts.create(draft, visit, by, now, welcome);
  }

  @Override
  public boolean setDisabled(AccountId id, boolean disabled, AuditEntry entry) {
    return accounts.setDisabled(id, disabled, entry);
  }

  @Override
  public Revision revise(AccountId id, AccountEdit edit, Sequel sequel) {
    Posted posted = office.post(id, sequel.letters());
    return accounts.revise(id, edit, sequel.alarmed(posted.letters(), posted.alarms()));
  }

  /** What is gone cannot be brought back: a farewell is no notice. */
  @Override
  public boolean delete(AccountId id, Sequel sequel) {
    return accounts.delete(id, sequel);
  }
}
