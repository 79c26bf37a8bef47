package dev.rekey.core.store;

import static java.util.Comparator.comparing;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All ports in memory, for tests of what stands on them: one lock, plain maps, the same contracts
 * as the real databases. Fresh ids are predictable.
 */
public final class MemoryStore {

  private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  private final Map<Realm, Long> nextNumbers = new HashMap<>();
  private final Map<Grant.Ref, Grant> grants = new HashMap<>();
  private final List<Ticket> tickets = new ArrayList<>();
  private final Map<String, Attempts.Tally> tallies = new HashMap<>();
  private final List<AuditEntry> trail = new ArrayList<>();
  private final Map<Long, Owed> outbox = new TreeMap<>();
  private final Map<String, byte[]> keys = new HashMap<>();
  private long lastAccount;
  private long lastLetter;

  private record Owed(Letter letter, int failures, Instant dueAt) {}

  public Ports ports() {
    return new Ports(
        accounts(), credentials(), grants(), tickets(), attempts(), audit(), outbox(), keyring());
  }

  public Accounts accounts() {
    return new MemoryAccounts();
  }

  public Credentials credentials() {
    return new MemoryCredentials();
  }

  public Grants grants() {
    return new MemoryGrants();
  }

  public Tickets tickets() {
    return new MemoryTickets();
  }

  public Attempts attempts() {
    return new MemoryAttempts();
  }

  public AuditTrail audit() {
    return new MemoryAuditTrail();
  }

  public Outbox outbox() {
    return new MemoryOutbox();
  }

  public Keyring keyring() {
    return new MemoryKeyring();
  }

  /** Everything that was written down so far, oldest first. */
  public synchronized List<AuditEntry> trail() {
    return List.copyOf(trail);
  }

  /** The letters that are owed, oldest first. */
  public synchronized List<Letter> letters() {
    return outbox.values().stream().map(Owed::letter).toList();
  }

  private synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  private synchronized void alone(Runnable work) {
    work.run();
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private boolean enabledAt(AccountId id, long version) {
    return Optional.ofNullable(accounts.get(id))
        .filter(account -> !account.disabled() && account.credential().version() == version)
        .isPresent();
  }

  private void put(Grant grant) {
    Optional<Grant.Trail> trail =
        grant
            .trail()
            .map(one ->
                new Grant.Trail(
                    one.current(),
                    one.previous(),
                    one.last(),
                    one.rotatedAt().map(MemoryStore::millis)));
    grants.put(
        grant.ref(),
        new Grant(
            grant.ref(),
            grant.wire(),
            trail,
            millis(grant.issuedAt()),
            millis(grant.expiresAt()),
            grant.agent(),
            grant.address()));
  }

  private void post(Letter letter, Instant now) {
    outbox.put(++lastLetter, new Owed(letter, 0, millis(now)));
  }

  private void forgive(List<String> forgiven, Instant now) {
    Instant at = millis(now);
    forgiven.forEach(key -> tallies.put(key, new Attempts.Tally(0, at, at)));
  }

  private final class MemoryAccounts implements Accounts {

    @Override
    public Optional<Account> find(AccountId id) {
      return alone(() -> Optional.ofNullable(accounts.get(id)));
    }

    @Override
    public Optional<Account> find(Realm realm, Handle handle) {
      return first(realm, account -> handle.pointsAt(account.ids()));
    }

    @Override
    public Optional<Account> findByLogin(Realm realm, String typed) {
      String address = Logins.canonicalEmail(typed);
      return first(realm, account -> answersExactly(account.logins(), typed))
          .or(() -> first(realm, account -> is(account.logins().email(), address)));
    }

    private boolean answersExactly(Logins logins, String typed) {
      return is(logins.username(), typed) || is(logins.uid(), typed);
    }

    private boolean is(Optional<String> name, String typed) {
      return name.filter(typed::equals).isPresent();
    }

    @Override
    public List<Account> list(Realm realm, Optional<AccountId> after, int limit) {
      long behind = after.map(AccountId::value).orElse(0L);
      return alone(() -> in(realm).filter(one -> one.id().value() > behind).limit(limit).toList());
    }

    @Override
    public long count(Realm realm) {
      return alone(() -> in(realm).count());
    }

    @Override
    public Creation create(NewAccount draft, Visit visit, Optional<AccountId> by, Instant now) {
      return alone(() ->
          taken(draft)
              .<Creation>map(Creation.Taken::new)
              .orElseGet(() -> new Creation.Created(make(draft, visit, by, millis(now)))));
    }

    @Override
    public boolean setDisabled(AccountId id, boolean disabled, AuditEntry entry) {
      return alone(() -> {
        Optional<Account> found = Optional.ofNullable(accounts.get(id));
        found.ifPresent(account -> {
          accounts.put(id, withDisabled(account, disabled, millis(entry.at())));
          if (disabled) {
            grants.keySet().removeIf(ref -> ref.account().equals(id));
            tickets.removeIf(ticket -> ticket.account().equals(id));
          }
          trail.add(entry);
        });
        return found.isPresent();
      });
    }

    private Optional<Account> first(Realm realm, Predicate<Account> wanted) {
      return alone(() -> in(realm).filter(wanted).findFirst());
    }

    private Stream<Account> in(Realm realm) {
      return accounts.values().stream().filter(account -> account.realm().equals(realm));
    }

    private Optional<String> taken(NewAccount draft) {
      List<String> names =
          in(draft.realm()).flatMap(account -> account.logins().all().stream()).toList();
      Logins wanted = draft.logins();
      return wanted
          .email()
          .filter(names::contains)
          .map(_ -> "email")
          .or(() -> wanted.username().filter(names::contains).map(_ -> "username"))
          .or(() -> wanted.uid().filter(names::contains).map(_ -> "uid"))
          .or(() -> idTaken(draft) ? Optional.of("id") : Optional.empty());
    }

    private boolean idTaken(NewAccount draft) {
      return in(draft.realm())
          .map(Account::ids)
          .anyMatch(ids ->
              draft.number().filter(number -> number == ids.number()).isPresent()
                  || is(draft.hex24(), ids.hex24())
                  || is(draft.hex32(), ids.hex32()));
    }

    private Account make(NewAccount draft, Visit visit, Optional<AccountId> by, Instant now) {
      AccountId id = new AccountId(lastAccount + 1);
      long next = nextNumbers.getOrDefault(draft.realm(), 1L);
      WireIds ids =
          new WireIds(
              draft.number().orElse(next),
              draft.hex24().orElseGet(() -> "%024x".formatted(id.value())),
              draft.hex32().orElseGet(() -> "%032x".formatted(id.value())));
      Credential credential =
          new Credential(draft.hash(), 1, draft.passwordLogin(), draft.hash().map(_ -> now));
      Account account =
          new Account(
              id,
              draft.realm(),
              ids,
              draft.logins(),
              draft.role(),
              draft.profile(),
              credential,
              false,
              now,
              now);
      lastAccount = id.value();
      nextNumbers.put(draft.realm(), Math.max(next, ids.number() + 1));
      accounts.put(id, account);
      Event created = new Event.AccountCreated(draft.role().name());
      trail.add(new AuditEntry(now, visit, Optional.of(id), by, created));
      return account;
    }

    private Account withDisabled(Account account, boolean disabled, Instant at) {
      return new Account(
          account.id(),
          account.realm(),
          account.ids(),
          account.logins(),
          account.role(),
          account.profile(),
          account.credential(),
          disabled,
          account.createdAt(),
          at);
    }
  }

  private final class MemoryCredentials implements Credentials {

    @Override
    public Commit swap(Swap swap) {
      return alone(() -> {
        if (!enabledAt(swap.account(), swap.expectedVersion()) || !mayBeSpent(swap)) {
          return Commit.OVERTAKEN;
        }
        Instant at = millis(swap.entry().at());
        changed(swap.account(), swap.hash(), Optional.of(at));
        tickets.removeIf(ticket -> ticket.account().equals(swap.account()));
        grants
            .keySet()
            .removeIf(ref ->
                ref.account().equals(swap.account()) && swap.kept().filter(ref::equals).isEmpty());
        swap.issued().ifPresent(MemoryStore.this::put);
        trail.add(swap.entry());
        swap.letters().forEach(letter -> post(letter, at));
        forgive(swap.forgiven(), at);
        return Commit.DONE;
      });
    }

    private boolean mayBeSpent(Swap swap) {
      return swap.spent().isEmpty()
          || tickets.stream()
              .anyMatch(ticket ->
                  ticket.account().equals(swap.account())
                      && ticket.digest().equals(swap.spent().get()));
    }

    @Override
    public void remake(AccountId id, PasswordHash old, PasswordHash fresh) {
      alone(() -> {
        Optional<PasswordHash> present =
            Optional.ofNullable(accounts.get(id)).flatMap(one -> one.credential().hash());
        if (present.filter(old::equals).isPresent()) {
          changed(id, fresh, Optional.empty());
        }
      });
    }

    /** A change has a time and grows the version; the same password hashed anew has neither. */
    private void changed(AccountId id, PasswordHash hash, Optional<Instant> at) {
      Account account = accounts.get(id);
      Credential old = account.credential();
      Credential credential =
          new Credential(
              Optional.of(hash),
              at.isPresent() ? old.version() + 1 : old.version(),
              old.passwordLogin(),
              at.or(old::changedAt));
      accounts.put(
          id,
          new Account(
              id,
              account.realm(),
              account.ids(),
              account.logins(),
              account.role(),
              account.profile(),
              credential,
              account.disabled(),
              account.createdAt(),
              at.orElseGet(account::updatedAt)));
    }
  }

  private final class MemoryGrants implements Grants {

    @Override
    public Optional<Grant> find(Grant.Ref ref) {
      return alone(() -> Optional.ofNullable(grants.get(ref)));
    }

    @Override
    public List<Grant> of(AccountId account, Instant now) {
      return alone(() ->
          grants.values().stream()
              .filter(grant -> grant.ref().account().equals(account) && !grant.expired(now))
              .sorted(
                  comparing(Grant::issuedAt).reversed().thenComparing(grant -> grant.ref().key()))
              .toList());
    }

    @Override
    public boolean open(
        Grant grant, long provenVersion, int most, AuditEntry entry, List<String> forgiven) {
      return alone(() -> {
        if (!enabledAt(grant.ref().account(), provenVersion)) {
          return false;
        }
        put(grant);
        trim(grant.ref(), most);
        trail.add(entry);
        forgive(forgiven, entry.at());
        return true;
      });
    }

    private void trim(Grant.Ref newest, int most) {
      List<Grant.Ref> ended =
          grants.values().stream()
              .filter(grant -> isBeside(grant.ref(), newest))
              .sorted(comparing(Grant::expiresAt).thenComparing(Grant::issuedAt).reversed())
              .skip(Math.max(most - 1, 0))
              .map(Grant::ref)
              .toList();
      ended.forEach(grants::remove);
    }

    private boolean isBeside(Grant.Ref one, Grant.Ref newest) {
      return one.account().equals(newest.account())
          && one.kind() == newest.kind()
          && !one.equals(newest);
    }

    @Override
    public boolean turn(Grant.Ref ref, TokenDigest expected, Grant.Trail next, Instant expiresAt) {
      return alone(() -> {
        Optional<Grant> found =
            Optional.ofNullable(grants.get(ref))
                .filter(grant ->
                    grant.trail().filter(trail -> trail.current().equals(expected)).isPresent());
        found.ifPresent(grant ->
            put(
                new Grant(
                    ref,
                    grant.wire(),
                    Optional.of(next),
                    grant.issuedAt(),
                    expiresAt,
                    grant.agent(),
                    grant.address())));
        return found.isPresent();
      });
    }

    @Override
    public boolean end(Grant.Ref ref) {
      return alone(() -> Optional.ofNullable(grants.remove(ref)).isPresent());
    }
  }

  private final class MemoryTickets implements Tickets {

    @Override
    public Optional<Ticket> find(TokenDigest digest) {
      return alone(
          () -> tickets.stream().filter(ticket -> ticket.digest().equals(digest)).findFirst());
    }

    @Override
    public void open(Ticket ticket, Letter letter, AuditEntry entry) {
      alone(() -> {
        tickets.removeIf(
            old -> old.account().equals(ticket.account()) && old.purpose() == ticket.purpose());
        tickets.add(
            new Ticket(
                ticket.account(),
                ticket.purpose(),
                ticket.digest(),
                millis(ticket.issuedAt()),
                millis(ticket.expiresAt())));
        trail.add(entry);
        post(letter, entry.at());
      });
    }
  }

  private final class MemoryAttempts implements Attempts {

    @Override
    public Map<String, Tally> read(List<String> wanted) {
      return alone(() -> {
        Map<String, Tally> found = new HashMap<>(tallies);
        found.keySet().retainAll(wanted);
        return found;
      });
    }

    @Override
    public void count(List<String> counted, Instant now, Optional<AuditEntry> entry) {
      alone(() -> {
        counted.stream().distinct().forEach(key -> addOne(key, millis(now)));
        entry.ifPresent(trail::add);
      });
    }

    private void addOne(String key, Instant at) {
      tallies.merge(
          key, new Tally(1, at, at), (old, _) -> new Tally(old.count() + 1, old.since(), at));
    }

    @Override
    public boolean countWithin(String key, int most, Instant windowStart, Instant now) {
      return alone(() -> {
        if (tallies.containsKey(key) && tallies.get(key).since().isBefore(millis(windowStart))) {
          tallies.remove(key);
        }
        long count = tallies.containsKey(key) ? tallies.get(key).count() : 0;
        if (count >= most) {
          return false;
        }
        addOne(key, millis(now));
        return true;
      });
    }

    @Override
    public void clear(List<String> cleared, Instant now) {
      alone(() -> forgive(cleared, now));
    }
  }

  private final class MemoryAuditTrail implements AuditTrail {

    @Override
    public void write(AuditEntry entry) {
      alone(() -> trail.add(entry));
    }

    @Override
    public List<String> latest(AccountId about, int limit) {
      return alone(() ->
          trail.reversed().stream()
              .filter(entry -> entry.about().filter(about::equals).isPresent())
              .map(entry -> entry.event().name())
              .limit(limit)
              .toList());
    }
  }

  private final class MemoryOutbox implements Outbox {

    @Override
    public List<Due> take(int limit, Instant now, Instant leaseUntil) {
      return alone(() -> {
        List<Long> due =
            outbox.entrySet().stream()
                .filter(entry -> !entry.getValue().dueAt().isAfter(now))
                .sorted(comparing(entry -> entry.getValue().dueAt()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return due.stream().map(id -> lease(id, millis(leaseUntil))).toList();
      });
    }

    private Due lease(long id, Instant until) {
      Owed owed = outbox.get(id);
      outbox.put(id, new Owed(owed.letter(), owed.failures(), until));
      return new Due(id, owed.failures(), owed.letter());
    }

    @Override
    public void delivered(long id) {
      alone(() -> outbox.remove(id));
    }

    @Override
    public void postponed(long id, Instant next) {
      alone(() ->
          outbox.computeIfPresent(
              id, (_, owed) -> new Owed(owed.letter(), owed.failures() + 1, millis(next))));
    }

    @Override
    public long waiting() {
      return alone(() -> (long) outbox.size());
    }

    @Override
    public Optional<Instant> nextDue() {
      return alone(() -> outbox.values().stream().map(Owed::dueAt).min(Instant::compareTo));
    }
  }

  private final class MemoryKeyring implements Keyring {

    @Override
    public byte[] obtain(String name, Supplier<byte[]> maker) {
      return alone(() -> keys.computeIfAbsent(name, _ -> maker.get()).clone());
    }
  }
}
