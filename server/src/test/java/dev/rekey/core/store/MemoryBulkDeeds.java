package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.Candidate;
import dev.rekey.core.bulk.Mandate;
import dev.rekey.core.bulk.Progress;
import dev.rekey.core.bulk.Target;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is done to many accounts, in memory. */
final class MemoryBulkDeeds implements BulkDeeds {

  private final Memory memory;
  private final TreeMap<Long, BulkDeed> deeds = new TreeMap<>();
  private final Map<Long, Instant> leases = new HashMap<>();

  MemoryBulkDeeds(Memory memory) {
    this.memory = memory;
  }

  @Override
  public AccountId youngest() {
    return memory.alone(
        () -> inOrder().reduce((_, later) -> later).map(Account::id).orElse(new AccountId(0)));
  }

  private Stream<Account> inOrder() {
    return memory.accounts.values().stream()
        .sorted(Comparator.comparingLong(account -> account.id().value()));
  }

  @Override
  public List<Candidate> candidates(Target target, AccountId after, AccountId last, int limit) {
    return memory.alone(() ->
        inOrder()
            .filter(one -> one.id().value() > after.value() && one.id().value() <= last.value())
            .filter(one -> isOf(target, one))
            .limit(limit)
            .map(Candidate::of)
            .toList());
  }

  private static boolean isOf(Target target, Account account) {
    return switch (target) {
      case Target.OfRealm(var realm) -> account.realm().equals(realm);
      case Target.OfRole(var role) -> account.role().equals(role);
      case Target.Everybody(), Target.WeakHashes _, Target.OtherSchemes() -> true;
    };
  }

  @Override
  public List<AccountId> waitingFor(long deed, AccountId after, int limit) {
    return memory.alone(() ->
        inOrder()
            .filter(one -> one.id().value() > after.value())
            .filter(one -> one.credential().mustChange().filter(why -> isOf(deed, why)).isPresent())
            .map(Account::id)
            .limit(limit)
            .toList());
  }

  private static boolean isOf(long deed, MustChange why) {
    return why instanceof MustChange.Forced(_, var by) && by.filter(id -> id == deed).isPresent();
  }

  @Override
  public BulkDeed propose(BulkDeed draft, Function<BulkDeed, List<AuditEntry>> entries) {
    return memory.alone(() -> {
      long id = deeds.size() + 1L;
      BulkDeed made = kept(numbered(draft, id));
      deeds.put(id, made);
      memory.trail.addAll(entries.apply(made));
      return made;
    });
  }

  private static BulkDeed numbered(BulkDeed draft, long id) {
    return new BulkDeed(
        id,
        draft.deed(),
        draft.target(),
        draft.ownToo(),
        draft.reach(),
        draft.proposal(),
        draft.decision(),
        draft.undo(),
        draft.state(),
        draft.progress());
  }

  /** With times, and with an origin, as a database keeps them. */
  private static BulkDeed kept(BulkDeed deed) {
    Progress progress = deed.progress();
    return new BulkDeed(
        deed.id(),
        deed.deed(),
        deed.target(),
        deed.ownToo(),
        deed.reach(),
        kept(deed.proposal()),
        deed.decision().map(MemoryBulkDeeds::kept),
        deed.undo().map(MemoryBulkDeeds::kept),
        deed.state(),
        new Progress(
            progress.all(),
            progress.done(),
            progress.undone(),
            progress.place(),
            progress.last(),
            Memory.millis(progress.since()),
            progress.before()));
  }

  private static Mandate kept(Mandate mandate) {
    return new Mandate(
        mandate.by(),
        Memory.millis(mandate.at()),
        mandate.why(),
        new Origin(mandate.origin().address(), mandate.origin().agent()));
  }

  @Override
  public Optional<BulkDeed> find(long id) {
    return memory.alone(() -> Optional.ofNullable(deeds.get(id)));
  }

  @Override
  public List<BulkDeed> latest(int limit) {
    return memory.alone(() -> deeds.descendingMap().values().stream().limit(limit).toList());
  }

  @Override
  public Optional<BulkDeed> turn(long id, Function<BulkDeed, Optional<Turn>> decision) {
    return memory.alone(() -> find(id).flatMap(decision).map(this::write));
  }

  private BulkDeed write(Turn turn) {
    BulkDeed after = kept(turn.after());
    deeds.put(after.id(), after);
    turn.entry().ifPresent(memory.trail::add);
    return after;
  }

  @Override
  public Optional<BulkDeed> lease(Instant now, Instant until) {
    return memory.alone(() -> {
      Optional<BulkDeed> free =
          deeds.values().stream()
              .filter(BulkDeed::isUnderWay)
              .filter(one -> !leases.getOrDefault(one.id(), Instant.EPOCH).isAfter(now))
              .findFirst();
      free.ifPresent(one -> leases.put(one.id(), until));
      return free;
    });
  }

  @Override
  public void release(long id) {
    memory.alone(() -> leases.remove(id));
  }

  @Override
  public Optional<BulkDeed> work(Stint stint) {
    return memory.alone(() ->
        find(stint.seen().id())
            .filter(held -> held.equals(stint.seen()))
            .map(_ -> workAlone(stint)));
  }

  private BulkDeed workAlone(Stint stint) {
    long done =
        stint.chosen().stream()
            .flatMap(id -> memory.find(id).stream())
            .filter(account -> isActedOn(account, stint))
            .count();
    leases.put(stint.seen().id(), stint.leaseUntil());
    return write(stint.turn().apply(done));
  }

  private boolean isActedOn(Account account, Stint stint) {
    Optional<Act> act = stint.act().apply(account);
    act.ifPresent(one -> {
      if (!one.edit().isNothing()) {
        memory.accounts.put(
            account.id(), Memory.edited(account, one.edit(), one.sequel().entry().at()));
      }
      memory.finish(account.id(), one.sequel());
    });
    return act.isPresent();
  }
}
