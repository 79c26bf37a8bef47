package dev.rekey.dialect.devise;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Attempts;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Grants;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All the ports that this wire's use cases need, in maps; one lock makes each method a commit. */
final class Memory implements Accounts, Credentials, Grants, Tickets, AuditTrail, Attempts {

  private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  private final Map<Grant.Ref, Grant> grants = new LinkedHashMap<>();
  private final Map<TokenDigest, Ticket> tickets = new LinkedHashMap<>();
  private final Map<String, Tally> tallies = new HashMap<>();
  private final List<Letter> letters = new ArrayList<>();
  private final List<AuditEntry> entries = new ArrayList<>();
  private Runnable beforeSwap = () -> {};

  synchronized void put(Account account) {
    accounts.put(account.id(), account);
  }

  /** What happens between the reading of a change and its commit. */
  synchronized void beforeNextSwap(Runnable happening) {
    beforeSwap = happening;
  }

  synchronized List<Letter> letters() {
    return List.copyOf(letters);
  }

  synchronized Account only() {
    return accounts.values().iterator().next();
  }

  @Override
  public synchronized Optional<Account> find(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public synchronized Optional<Account> find(Realm realm, Handle handle) {
    return accounts.values().stream()
        .filter(account -> account.realm().equals(realm) && handle.pointsAt(account.ids()))
        .findFirst();
  }

  @Override
  public synchronized Optional<Account> findByLogin(Realm realm, String typed) {
    return accounts.values().stream()
        .filter(account -> account.realm().equals(realm))
        .filter(account ->
            account.logins().all().contains(typed)
                || account.logins().all().contains(Logins.canonicalEmail(typed)))
        .findFirst();
  }

  @Override
  public List<Account> list(Realm realm, Optional<AccountId> after, int limit) {
    throw new UnsupportedOperationException("no use case of this wire lists accounts");
  }

  @Override
  public synchronized long count(Realm realm) {
    return accounts.size();
  }

  @Override
  public Creation create(NewAccount draft, Visit visit, Optional<AccountId> by, Instant now) {
    throw new UnsupportedOperationException("no use case of this wire makes accounts");
  }

  @Override
  public synchronized boolean setDisabled(AccountId id, boolean disabled, AuditEntry entry) {
    Account one = accounts.get(id);
    put(
        new Account(
            one.id(),
            one.realm(),
            one.ids(),
            one.logins(),
            one.role(),
            one.profile(),
            one.credential(),
            disabled,
            one.createdAt(),
            one.updatedAt()));
    return true;
  }

  @Override
  public Commit swap(Swap swap) {
    Runnable happening;
    synchronized (this) {
      happening = beforeSwap;
      beforeSwap = () -> {};
    }
    happening.run();
    return commit(swap);
  }

  private synchronized Commit commit(Swap swap) {
    Account one = accounts.get(swap.account());
    boolean spendable = swap.spent().isEmpty() || tickets.containsKey(swap.spent().get());
    if (one.credential().version() != swap.expectedVersion() || !spendable) {
      return Commit.OVERTAKEN;
    }
    put(one.withPassword(swap.hash(), swap.entry().at()));
    tickets.values().removeIf(ticket -> ticket.account().equals(one.id()));
    grants
        .keySet()
        .removeIf(ref -> ref.account().equals(one.id()) && !swap.kept().equals(Optional.of(ref)));
    swap.issued().ifPresent(grant -> grants.put(grant.ref(), grant));
    entries.add(swap.entry());
    letters.addAll(swap.letters());
    swap.forgiven().forEach(tallies::remove);
    return Commit.DONE;
  }

  @Override
  public synchronized void remake(AccountId account, PasswordHash old, PasswordHash fresh) {
    put(withHash(accounts.get(account), fresh));
  }

  private static Account withHash(Account one, PasswordHash hash) {
    Credential credential =
        new Credential(
            Optional.of(hash),
            one.credential().version(),
            one.credential().passwordLogin(),
            one.credential().changedAt());
    return new Account(
        one.id(),
        one.realm(),
        one.ids(),
        one.logins(),
        one.role(),
        one.profile(),
        credential,
        one.disabled(),
        one.createdAt(),
        one.updatedAt());
  }

  @Override
  public synchronized Optional<Grant> find(Grant.Ref ref) {
    return Optional.ofNullable(grants.get(ref));
  }

  @Override
  public synchronized List<Grant> of(AccountId account, Instant now) {
    return grants.values().stream()
        .filter(grant -> grant.ref().account().equals(account) && !grant.expired(now))
        .toList();
  }

  @Override
  public synchronized boolean open(
      Grant grant, long provenVersion, int most, AuditEntry entry, List<String> forgiven) {
    if (accounts.get(grant.ref().account()).credential().version() != provenVersion) {
      return false;
    }
    grants.put(grant.ref(), grant);
    entries.add(entry);
    return true;
  }

  @Override
  public boolean turn(Grant.Ref ref, TokenDigest expected, Grant.Trail next, Instant expiresAt) {
    throw new UnsupportedOperationException("this wire's tokens do not rotate");
  }

  @Override
  public synchronized boolean end(Grant.Ref ref) {
    return grants.remove(ref) != null;
  }

  @Override
  public synchronized Optional<Ticket> find(TokenDigest digest) {
    return Optional.ofNullable(tickets.get(digest));
  }

  @Override
  public synchronized void open(Ticket ticket, Letter letter, AuditEntry entry) {
    tickets.values().removeIf(older -> older.account().equals(ticket.account()));
    tickets.put(ticket.digest(), ticket);
    letters.add(letter);
    entries.add(entry);
  }

  @Override
  public synchronized void write(AuditEntry entry) {
    entries.add(entry);
  }

  @Override
  public synchronized List<String> latest(AccountId about, int limit) {
    return entries.stream()
        .filter(entry -> entry.about().equals(Optional.of(about)))
        .map(entry -> entry.event().name())
        .toList()
        .reversed();
  }

  @Override
  public synchronized Map<String, Tally> read(List<String> keys) {
    Map<String, Tally> found = new HashMap<>();
    keys.stream().filter(tallies::containsKey).forEach(key -> found.put(key, tallies.get(key)));
    return found;
  }

  @Override
  public synchronized void count(List<String> keys, Instant now, Optional<AuditEntry> entry) {
    keys.forEach(key ->
        tallies.merge(
            key, new Tally(1, now, now), (old, _) -> new Tally(old.count() + 1, old.since(), now)));
    entry.ifPresent(entries::add);
  }

  @Override
  public synchronized boolean countWithin(String key, int most, Instant windowStart, Instant now) {
    Tally old = tallies.get(key);
    if (old == null || old.since().isBefore(windowStart)) {
      tallies.put(key, new Tally(1, now, now));
      return true;
    }
    tallies.put(key, new Tally(Math.min(most, old.count() + 1), old.since(), now));
    return old.count() < most;
  }

  @Override
  public synchronized void clear(List<String> keys, Instant now) {
    keys.forEach(key -> tallies.put(key, new Tally(0, now, now)));
  }
}
