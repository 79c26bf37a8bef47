package dev.rekey.core.store;

import static java.util.Comparator.comparing;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Named and temporary tokens in memory; a token whose grant is gone is gone. */
final class MemoryNamedTokens implements NamedTokens {

  private final Memory memory;
  private final Map<String, NamedToken> tokens = new HashMap<>();
  private final Map<AccountId, Integer> generations = new HashMap<>();

  MemoryNamedTokens(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Creation create(
      NamedToken token, Grant grant, long provenVersion, int most, AuditEntry entry) {
    return memory.alone(() -> {
      if (!memory.enabledAt(token.account(), provenVersion)) {
        return Creation.OVERTAKEN;
      }
      if (isTaken(token, entry.at())) {
        return Creation.NAME_TAKEN;
      }
      if (alive(entry.at()).filter(one -> one.account().equals(token.account())).count() >= most) {
        return Creation.TOO_MANY;
      }
      memory.put(grant);
      tokens.put(token.id(), inMillis(token));
      memory.trail.add(entry);
      return Creation.DONE;
    });
  }

  private static NamedToken inMillis(NamedToken token) {
    return new NamedToken(
        token.id(),
        token.account(),
        token.name(),
        token.type(),
        token.caveats(),
        token.metadata(),
        token.revoked(),
        Memory.millis(token.createdAt()));
  }

  private boolean isTaken(NamedToken token, Instant now) {
    return alive(now)
        .filter(one -> one.account().equals(token.account()) && !one.id().equals(token.id()))
        .anyMatch(one -> one.name().equals(token.name()));
  }

  private Stream<NamedToken> alive(Instant now) {
    return tokens.values().stream()
        .filter(token ->
            Optional.ofNullable(memory.grants.get(token.ref()))
                .filter(grant -> !grant.expired(now))
                .isPresent())
        .sorted(comparing(NamedToken::createdAt).thenComparing(NamedToken::id));
  }

  private Stream<NamedToken> in(Realm realm, Instant now) {
    return alive(now)
        .filter(token ->
            memory.find(token.account()).filter(one -> one.realm().equals(realm)).isPresent());
  }

  @Override
  public Optional<NamedToken> find(Realm realm, String id, Instant now) {
    return memory.alone(() -> in(realm, now).filter(one -> one.id().equals(id)).findFirst());
  }

  @Override
  public Optional<NamedToken> find(AccountId account, String name, Instant now) {
    return memory.alone(() ->
        alive(now)
            .filter(token -> token.account().equals(account) && token.name().equals(name))
            .findFirst());
  }

  @Override
  public List<NamedToken> of(AccountId account, Instant now) {
    return memory.alone(() -> alive(now).filter(token -> token.account().equals(account)).toList());
  }

  @Override
  public List<String> ids(Realm realm, Instant now) {
    return memory.alone(() -> in(realm, now).map(NamedToken::id).toList());
  }

  @Override
  public Revision revise(NamedToken token, NamedToken.Edit edit, AuditEntry entry) {
    return memory.alone(() -> {
      Optional<NamedToken> edited =
          alive(entry.at())
              .filter(one -> one.id().equals(token.id()))
              .map(one -> one.with(edit))
              .findFirst();
      if (edited.isEmpty()) {
        return Revision.GONE;
      }
      if (isTaken(edited.get(), entry.at())) {
        return Revision.NAME_TAKEN;
      }
      tokens.put(token.id(), edited.get());
      memory.trail.add(entry);
      return Revision.DONE;
    });
  }

  @Override
  public int endAll(AccountId account, AuditEntry entry) {
    return memory.alone(() -> {
      if (memory.find(account).isEmpty()) {
        return 0;
      }
      memory.trail.add(entry);
      return endAll(account, Grant.Kind.NAMED);
    });
  }

  private int endAll(AccountId account, Grant.Kind kind) {
    List<Grant.Ref> ended =
        memory.grants.keySet().stream()
            .filter(ref -> ref.account().equals(account) && ref.kind() == kind)
            .toList();
    ended.forEach(memory.grants::remove);
    return ended.size();
  }

  @Override
  public int generation(AccountId account) {
    return memory.alone(() -> generations.getOrDefault(account, 1));
  }

  @Override
  public Optional<Issued> issue(
      AccountId account,
      long provenVersion,
      int most,
      AuditEntry entry,
      IntFunction<Issued> issue) {
    return memory.alone(() -> {
      if (!memory.enabledAt(account, provenVersion)) {
        return Optional.empty();
      }
      Issued issued = issue.apply(generation(account));
      makeRoom(account, most);
      memory.put(issued.grant());
      memory.trail.add(entry);
      return Optional.of(issued);
    });
  }

  private void makeRoom(AccountId account, int most) {
    List<Grant.Ref> stay =
        memory.grants.values().stream()
            .filter(grant -> grant.ref().account().equals(account))
            .filter(grant -> grant.ref().kind() == Grant.Kind.TEMPORARY)
            .sorted(comparing(Grant::expiresAt).thenComparing(Grant::issuedAt).reversed())
            .limit(most - 1L)
            .map(Grant::ref)
            .toList();
    memory
        .grants
        .keySet()
        .removeIf(ref ->
            ref.account().equals(account)
                && ref.kind() == Grant.Kind.TEMPORARY
                && !stay.contains(ref));
  }

  @Override
  public void nextGeneration(AccountId account, AuditEntry entry) {
    memory.alone(() -> {
      if (memory.find(account).isPresent()) {
        generations.put(account, generation(account) + 1);
        endAll(account, Grant.Kind.TEMPORARY);
        memory.trail.add(entry);
      }
    });
  }
}
