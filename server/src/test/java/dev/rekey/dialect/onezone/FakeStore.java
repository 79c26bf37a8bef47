package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Attempts;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports in memory, as far as this wire needs them; whoever asks for more is told so. */
final class FakeStore implements Accounts, Grants, Credentials, Attempts {

  private final Map<AccountId, Account> accounts = new HashMap<>();
  private final Map<String, Tally> tallies = new HashMap<>();
  private int swaps;
  private boolean overtaken;

  synchronized void put(Account account) {
    accounts.put(account.id(), account);
  }

  /** Somebody else is quicker from now on. */
  void overtake() {
    overtaken = true;
  }

  /** How many passwords were changed. */
  int swaps() {
    return swaps;
  }

  @Override
  public synchronized Optional<Account> findByLogin(Realm realm, String typed) {
    return accounts.values().stream().filter(one -> one.logins().all().contains(typed)).findFirst();
  }

  @Override
  public synchronized Commit swap(Swap swap) {
    Account before = accounts.get(swap.account());
    if (overtaken || before.credential().version() != swap.expectedVersion()) {
      return Commit.OVERTAKEN;
    }
    swaps++;
    put(before.withPassword(swap.hash(), swap.entry().at()));
    return Commit.DONE;
  }

  @Override
  public synchronized Map<String, Tally> read(List<String> keys) {
    Map<String, Tally> found = new HashMap<>(tallies);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public synchronized void count(List<String> keys, Instant now, Optional<AuditEntry> entry) {
    keys.forEach(key ->
        tallies.merge(
            key, new Tally(1, now, now), (old, _) -> new Tally(old.count() + 1, old.since(), now)));
  }

  @Override
  public synchronized void clear(List<String> keys, Instant now) {
    keys.forEach(key -> tallies.put(key, new Tally(0, now, now)));
  }

  @Override
  public Optional<Account> find(AccountId id) {
    throw notNeeded();
  }

  @Override
  public Optional<Account> find(Realm realm, Handle handle) {
    throw notNeeded();
  }

  @Override
  public Optional<Grant> find(Grant.Ref ref) {
    throw notNeeded();
  }

  @Override
  public List<Account> list(Realm realm, Optional<AccountId> after, int limit) {
    throw notNeeded();
  }

  @Override
  public long count(Realm realm) {
    throw notNeeded();
  }

  @Override
  public Creation create(NewAccount draft, Visit visit, Optional<AccountId> by, Instant now) {
    throw notNeeded();
  }

  @Override
  public boolean setDisabled(AccountId id, boolean disabled, AuditEntry entry) {
    throw notNeeded();
  }

  @Override
  public List<Grant> of(AccountId account, Instant now) {
    throw notNeeded();
  }

  @Override
  public boolean open(
      Grant grant, long provenVersion, int most, AuditEntry entry, List<String> forgiven) {
    throw notNeeded();
  }

  @Override
  public boolean turn(Grant.Ref ref, TokenDigest expected, Grant.Trail next, Instant expiresAt) {
    throw notNeeded();
  }

  @Override
  public boolean end(Grant.Ref ref) {
    throw notNeeded();
  }

  @Override
  public void remake(AccountId account, PasswordHash old, PasswordHash fresh) {
    throw notNeeded();
  }

  @Override
  public boolean countWithin(String key, int most, Instant windowStart, Instant now) {
    throw notNeeded();
  }

  private static UnsupportedOperationException notNeeded() {
    return new UnsupportedOperationException("this wire does not need it");
  }
}
