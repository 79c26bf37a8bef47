package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import dev.rekey.core.proof.Proof.Known;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.proof.Proof.Stranger;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Grant.Trail;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out whether a claim is true: the only maker of {@link Caller}s. */
public final class Prover {

  private final Accounts accounts;
  private final Grants grants;
  private final PasswordCheck passwords;
  private final SignedTokens tokens;
  private final Duration batchWindow;
  private final Roles roles;
  private final InstantSource clock;

  /**
   * @param tokens reads the signed tokens of this mount
   * @param batchWindow for how long the last but one token of a rotating grant is still taken
   */
  public Prover(
      Accounts accounts,
      Grants grants,
      PasswordCheck passwords,
      SignedTokens tokens,
      Duration batchWindow,
      Roles roles,
      InstantSource clock) {
    this.accounts = accounts;
    this.grants = grants;
    this.passwords = passwords;
    this.tokens = tokens;
    this.batchWindow = batchWindow;
    this.roles = roles;
    this.clock = clock;
  }

  public Proof prove(Claim claim, Visit visit) {
    return switch (claim) {
      case Claim.Nothing() -> new Stranger(new Reason.NothingShown());
      case Claim.Garbled() -> new Stranger(new Reason.Unreadable());
      case Claim.NameAndPassword named -> byPassword(named, visit);
      case Claim.SignedToken(String token) -> bySignedToken(token, visit);
      case Claim.ClientToken shown -> byClientToken(shown, visit);
    };
  }

  private Proof byPassword(Claim.NameAndPassword claim, Visit visit) {
    return switch (passwords.byName(claim.name(), claim.password(), visit)) {
      case PasswordCheck.Result.Right(var account, var forgiven) -> {
        passwords.forgive(forgiven);
        yield new Known(
            new Caller(account, roles, Optional.empty(), Optional.of(claim.password())));
      }
      case PasswordCheck.Result.Wrong(var reason) -> new Stranger(reason);
      case PasswordCheck.Result.TooMany(var retryAfter) -> new Proof.TooMany(retryAfter);
      case PasswordCheck.Result.Overloaded(var retryAfter) -> new Proof.Overloaded(retryAfter);
    };
  }

  private Proof bySignedToken(String token, Visit visit) {
    return switch (tokens.read(token, visit.audience(), clock.instant())) {
      case SignedTokens.Reading.Rejected(var flaw) -> new Stranger(new Reason.BadToken(flaw));
      case SignedTokens.Reading.Genuine genuine ->
          accounts
              .find(visit.realm(), genuine.account())
              .map(account -> byGrant(account, genuine.kind(), genuine.key()))
              .orElseGet(() -> new Stranger(new Reason.NoSuchAccount()));
    };
  }

  private Proof byGrant(Account account, Grant.Kind kind, String key) {
    return grants
        .find(new Grant.Ref(account.id(), kind, key))
        .filter(grant -> !grant.expired(clock.instant()))
        .map(grant -> admitted(account, grant))
        .orElseGet(() -> new Stranger(new Reason.Ended()));
  }

  private Proof byClientToken(Claim.ClientToken claim, Visit visit) {
    Instant now = clock.instant();
    return holderOf(claim.uid(), visit.realm())
        .flatMap(account ->
            grants
                .find(new Grant.Ref(account.id(), Grant.Kind.CLIENT, claim.client()))
                .filter(grant -> !grant.expired(now) && opens(grant, claim.token(), now))
                .map(grant -> admitted(account, grant)))
        .orElseGet(() -> new Stranger(new Reason.Ended()));
  }

  private Optional<Account> holderOf(String uid, Realm realm) {
    return accounts
        .findByLogin(realm, uid)
        .filter(account -> account.logins().uid().filter(uid::equals).isPresent());
  }

  private boolean opens(Grant grant, String token, Instant now) {
    return grant.trail().filter(trail -> isAccepted(trail, token, now)).isPresent();
  }

  /** The current token, the one before it, and for the length of a batch the one before that. */
  private boolean isAccepted(Trail trail, String token, Instant now) {
    boolean inBatch = trail.rotatedAt().filter(at -> at.plus(batchWindow).isAfter(now)).isPresent();
    boolean current = trail.current().matches(token);
    boolean previous = matches(trail.previous(), token);
    boolean last = matches(trail.last(), token) && inBatch;
    return current || previous || last;
  }

  private static boolean matches(Optional<TokenDigest> digest, String token) {
    return digest.filter(one -> one.matches(token)).isPresent();
  }

  private Proof admitted(Account account, Grant grant) {
    if (account.disabled()) {
      return new Stranger(new Reason.Disabled());
    }
    if (!roles.may(account.role(), Capability.SIGN_IN)) {
      return new Stranger(new Reason.Ended());
    }
    return new Known(new Caller(account, roles, Optional.of(grant), Optional.empty()));
  }
}
