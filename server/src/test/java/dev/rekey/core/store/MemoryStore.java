package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.audit.AuditQuery;
import dev.rekey.core.audit.AuditRow;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * All ports in memory, for tests of what stands on them: one lock, plain maps, the same contracts
 * as the real databases. Fresh ids are predictable.
 */
public final class MemoryStore {

  private final Memory memory = new Memory();
  private final NamedTokens namedTokens = new MemoryNamedTokens(memory);
  private final Adoptions adoptions = new MemoryAdoptions(memory);
  private final BulkDeeds bulkDeeds = new MemoryBulkDeeds(memory);

  public Ports ports() {
    return new Ports(
        accounts(),
        credentials(),
        grants(),
        tickets(),
        alarms(),
        cases(),
        attempts(),
        audit(),
        outbox(),
        keyring());
  }

  public Accounts accounts() {
    return new MemoryAccounts(memory);
  }

  public Credentials credentials() {
    return new MemoryCredentials(memory);
  }

  public Grants grants() {
    return new MemoryGrants(memory);
  }

  public Tickets tickets() {
    return new MemoryTickets(memory);
  }

  public Alarms alarms() {
    return new MemoryAlarms(memory);
  }

  public Cases cases() {
    return new MemoryCases(memory);
  }

  public Attempts attempts() {
    return new MemoryAttempts(memory);
  }

  public AuditTrail audit() {
    return new MemoryAuditTrail();
  }

  public Outbox outbox() {
    return new MemoryOutbox(memory);
  }

  public NamedTokens namedTokens() {
    return namedTokens;
  }

  public Adoptions adoptions() {
    return adoptions;
  }

  public BulkDeeds bulkDeeds() {
    return bulkDeeds;
  }

  public Keyring keyring() {
    return new MemoryKeyring();
  }

  /** Everything that was written down so far, oldest first. */
  public List<AuditEntry> trail() {
    return memory.alone(() -> List.copyOf(memory.trail));
  }

  /** The letters that are owed, oldest first. */
  public List<Letter> letters() {
    return memory.alone(() -> memory.outbox.values().stream().map(Memory.Owed::letter).toList());
  }

  /** What stands beside these ports shares their lock and their accounts. */
  Memory memory() {
    return memory;
  }

  private static AuditLine line(AuditEntry entry) {
    return new AuditLine(
        Memory.millis(entry.at()),
        entry.event().name(),
        entry.visit().wire(),
        new Origin(entry.visit().origin().address(), entry.visit().origin().agent()),
        entry.by().isPresent());
  }

  private final class MemoryAuditTrail implements AuditTrail {

    @Override
    public void write(AuditEntry entry) {
      memory.alone(() -> memory.trail.add(entry));
    }

    @Override
    public List<String> latest(AccountId about, int limit) {
      return memory.alone(() ->
          memory.trail.reversed().stream()
              .filter(entry -> entry.about().filter(about::equals).isPresent())
              .map(entry -> entry.event().name())
              .limit(limit)
              .toList());
    }

    @Override
    public List<AuditLine> about(AccountId account, int limit) {
      return memory.alone(() ->
          memory.trail.reversed().stream()
              .filter(entry -> entry.about().filter(account::equals).isPresent())
              .map(MemoryStore::line)
              .limit(limit)
              .toList());
    }

    @Override
    public List<AuditRow> search(Realm realm, AuditQuery query) {
      return memory.alone(() ->
          LongStream.rangeClosed(1, memory.trail.size())
              .map(place -> memory.trail.size() + 1 - place)
              .filter(id -> query.before().isEmpty() || id < query.before().getAsLong())
              .filter(id -> isLookedFor(memory.trail.get((int) id - 1), realm, query))
              .limit(query.limit())
              .mapToObj(id -> row(id, memory.trail.get((int) id - 1)))
              .toList());
    }

    private static boolean isLookedFor(AuditEntry entry, Realm realm, AuditQuery query) {
      Instant at = Memory.millis(entry.at());
      return entry.visit().realm().equals(realm)
          && query.account().filter(id -> !concerns(entry, id)).isEmpty()
          && query.event().filter(name -> !name.equals(entry.event().name())).isEmpty()
          && query.from().filter(at::isBefore).isEmpty()
          && query.until().filter(until -> !at.isBefore(until)).isEmpty();
    }

    private static boolean concerns(AuditEntry entry, AccountId account) {
      return entry.about().filter(account::equals).isPresent()
          || entry.by().filter(account::equals).isPresent();
    }

    private static AuditRow row(long id, AuditEntry entry) {
      return new AuditRow(
          id, line(entry), entry.about(), entry.by(), entry.visit().why(), entry.event().detail());
    }
  }

  private final class MemoryKeyring implements Keyring {

    @Override
    public byte[] obtain(String name, Supplier<byte[]> maker) {
      return memory.alone(() -> memory.keys.computeIfAbsent(name, _ -> maker.get()).clone());
    }

    @Override
    public Optional<byte[]> find(String name) {
      return memory.alone(() -> Optional.ofNullable(memory.keys.get(name)).map(byte[]::clone));
    }
  }
}
