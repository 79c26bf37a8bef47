package dev.rekey.core.store;

import static java.util.Comparator.comparing;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Grants in memory. */
final class MemoryGrants implements Grants {

  private final Memory memory;

  MemoryGrants(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Optional<Grant> find(Grant.Ref ref) {
    return memory.alone(() -> Optional.ofNullable(memory.grants.get(ref)));
  }

  @Override
  public Optional<Holder> holder(Realm realm, Handle account, Grant.Kind kind, String key) {
    return holder(realm, one -> account.pointsAt(one.ids()), kind, key);
  }

  @Override
  public Optional<Holder> holderByUid(Realm realm, String uid, Grant.Kind kind, String key) {
    return holder(realm, one -> one.logins().uid().filter(uid::equals).isPresent(), kind, key);
  }

  private Optional<Holder> holder(
      Realm realm, Predicate<Account> wanted, Grant.Kind kind, String key) {
    return memory.alone(() ->
        memory
            .in(realm)
            .filter(wanted)
            .findFirst()
            .map(one -> new Holder(one, find(new Grant.Ref(one.id(), kind, key)))));
  }

  @Override
  public List<Grant> of(AccountId account, Instant now) {
    return memory.alone(() ->
        memory.grants.values().stream()
            .filter(grant -> grant.ref().account().equals(account) && !grant.expired(now))
            .sorted(comparing(Grant::issuedAt).reversed().thenComparing(grant -> grant.ref().key()))
            .toList());
  }

  @Override
  public boolean open(
      Grant grant,
      long provenVersion,
      int most,
      AuditEntry entry,
      List<String> forgiven,
      Optional<Arrival> arrival) {
    return memory.alone(() -> {
      if (!memory.enabledAt(grant.ref().account(), provenVersion)) {
        return false;
      }
      memory.put(grant);
      trim(grant.ref(), most);
      memory.accounts.computeIfPresent(
          grant.ref().account(), (_, account) -> withSignIn(account, entry.at()));
      memory.trail.add(entry);
      memory.forgive(forgiven, entry.at());
      arrival.ifPresent(one -> arrive(grant.ref().account(), one, entry.at()));
      return true;
    });
  }

  private void arrive(AccountId account, Arrival arrival, Instant now) {
    Map<TokenDigest, Instant> known = memory.devices.computeIfAbsent(account, _ -> new HashMap<>());
    known.values().removeIf(end -> !end.isAfter(now));
    boolean news = !known.isEmpty() && !known.containsKey(arrival.mark());
    known.put(arrival.mark(), arrival.forgetAt());
    if (news) {
      memory.hang(arrival.alarms(), memory.find(account).orElseThrow());
      arrival.letters().forEach(letter -> memory.post(letter, now));
    }
  }

  private static Account withSignIn(Account account, Instant at) {
    Moments old = account.moments();
    Moments moments =
        new Moments(
            old.createdAt(),
            old.updatedAt(),
            Optional.of(Memory.millis(at)),
            old.sessionsEndedAt(),
            old.frozenAt());
    return Memory.with(account, account.credential(), moments);
  }

  private void trim(Grant.Ref newest, int most) {
    List<Grant.Ref> ended =
        memory.grants.values().stream()
            .filter(grant -> isBeside(grant.ref(), newest))
            .sorted(comparing(Grant::expiresAt).thenComparing(Grant::issuedAt).reversed())
            .skip(Math.max(most - 1, 0))
            .map(Grant::ref)
            .toList();
    ended.forEach(memory.grants::remove);
  }

  private boolean isBeside(Grant.Ref one, Grant.Ref newest) {
    return one.account().equals(newest.account())
        && one.kind() == newest.kind()
        && !one.equals(newest);
  }

  @Override
  public boolean turn(Grant.Ref ref, TokenDigest expected, Grant.Trail next, Instant expiresAt) {
    return memory.alone(() -> {
      Optional<Grant> found =
          Optional.ofNullable(memory.grants.get(ref))
              .filter(grant ->
                  grant.trail().filter(trail -> trail.current().equals(expected)).isPresent());
      found.ifPresent(grant ->
          memory.put(
              new Grant(
                  ref,
                  grant.wire(),
                  Optional.of(next),
                  grant.issuedAt(),
                  expiresAt,
                  grant.agent(),
                  grant.address(),
                  grant.lastUsedAt())));
      return found.isPresent();
    });
  }

  @Override
  public void noteUse(Grant.Ref ref, Instant at, Instant expiresAt) {
    memory.alone(() ->
        Optional.ofNullable(memory.grants.get(ref))
            .filter(grant -> grant.lastUsedAt().isBefore(Memory.millis(at)))
            .ifPresent(grant -> memory.put(grant.used(at, expiresAt))));
  }

  @Override
  public boolean end(Grant.Ref ref) {
    return memory.alone(() -> Optional.ofNullable(memory.grants.remove(ref)).isPresent());
  }

  @Override
  public boolean end(Grant.Ref ref, AuditEntry entry) {
    return memory.alone(() -> {
      boolean ended = end(ref);
      if (ended) {
        memory.trail.add(entry);
      }
      return ended;
    });
  }

  @Override
  public int endAll(AccountId account, Ending which, Optional<String> wire, AuditEntry entry) {
    return memory.alone(() -> {
      if (memory.find(account).isEmpty()) {
        return 0;
      }
      int ended =
          wire.isPresent()
              ? memory.end(account, which, wire)
              : memory.end(account, which, entry.at());
      if (ended > 0 || (wire.isEmpty() && !(which instanceof Ending.None))) {
        memory.trail.add(entry);
      }
      return ended;
    });
  }

  @Override
  public void deny(Grant.Ref ref, Instant until, AuditEntry entry) {
    memory.alone(() -> {
      if (memory.find(ref.account()).isPresent()) {
        memory.grants.remove(ref);
        memory.denied.add(ref);
        memory.trail.add(entry);
      }
    });
  }

  @Override
  public boolean denied(Grant.Ref ref) {
    return memory.alone(() -> memory.denied.contains(ref));
  }
}
