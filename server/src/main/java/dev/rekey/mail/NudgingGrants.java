package dev.rekey.mail;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Grants whose notices the postman hears of as soon as they are committed. */
public record NudgingGrants(Grants grants, Runnable nudge) implements Grants {

  @Override
  public Optional<Grant> find(Grant.Ref ref) {
    return grants.find(ref);
  }

  @Override
  public Optional<Holder> holder(Realm realm, Handle account, Grant.Kind kind, String key) {
    return grants.holder(realm, account, kind, key);
  }

  @Override
  public Optional<Holder> holderByUid(Realm realm, String uid, Grant.Kind kind, String key) {
    return grants.holderByUid(realm, uid, kind, key);
  }

  @Override
  public List<Grant> of(AccountId account, Instant now) {
    return grants.of(account, now);
  }

  /** Whether it was news is between it and the store: the postman may look in vain. */
  @Override
  public boolean open(
      Grant grant,
      long provenVersion,
      int most,
      AuditEntry entry,
      List<String> forgiven,
      Optional<Arrival> arrival) {
    boolean opened = grants.open(grant, provenVersion, most, entry, forgiven, arrival);
    if (opened && arrival.isPresent()) {
      nudge.run();
    }
    return opened;
  }

  @Override
  public boolean turn(Grant.Ref ref, TokenDigest expected, Grant.Trail next, Instant expiresAt) {
    return grants.turn(ref, expected, next, expiresAt);
  }

  @Override
  public void noteUse(Grant.Ref ref, Instant at, Instant expiresAt) {
    grants.noteUse(ref, at, expiresAt);
  }

  @Override
  public boolean end(Grant.Ref ref) {
    return grants.end(ref);
  }

  @Override
  public boolean end(Grant.Ref ref, AuditEntry entry) {
    return grants.end(ref, entry);
  }

  @Override
  public int endAll(AccountId account, Ending which, Optional<String> wire, AuditEntry entry) {
    return grants.endAll(account, which, wire, entry);
  }

  @Override
  public void deny(Grant.Ref ref, Instant until, AuditEntry entry) {
    grants.deny(ref, until, entry);
  }

  @Override
  public boolean denied(Grant.Ref ref) {
    return grants.denied(ref);
  }
}
