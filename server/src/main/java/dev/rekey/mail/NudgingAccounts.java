package dev.rekey.mail;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.store.AccountSearch;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accounts whose letters the postman hears of as soon as they are committed. */
public record NudgingAccounts(Accounts accounts, Runnable nudge) implements Accounts {

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

  /** Owes nobody a letter. */
  @Override
  public Creation create(NewAccount draft, Visit visit, Optional<AccountId> by, Instant now) {
    return accounts.create(draft, visit, by, now);
  }

  /** What the welcome says is between it and the store: the postman may look in vain. */
  @Override
  public Creation create(
      NewAccount draft,
      Visit visit,
      Optional<AccountId> by,
      Instant now,
      Function<Account, Welcome> welcome) {
    Creation creation = accounts.create(draft, visit, by, now, welcome);
    if (creation instanceof Creation.Created) {
      nudge.run();
    }
    return creation;
  }

  @Override
  public boolean setDisabled(AccountId id, boolean disabled, AuditEntry entry) {
    return accounts.setDisabled(id, disabled, entry);
  }

  @Override
  public Revision revise(AccountId id, AccountEdit edit, Sequel sequel) {
    Revision revision = accounts.revise(id, edit, sequel);
    nudgeFor(sequel);
    return revision;
  }

  @Override
  public boolean delete(AccountId id, Sequel sequel) {
    boolean deleted = accounts.delete(id, sequel);
    nudgeFor(sequel);
    return deleted;
  }

  private void nudgeFor(Sequel sequel) {
    if (!sequel.letters().isEmpty()) {
      nudge.run();
    }
  }
}
