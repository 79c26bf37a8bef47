package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.Proof.Known;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.proof.Proof.Stranger;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Grants;
import dev.rekey.core.store.Grants.Holder;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.BearerTokens;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Grant.Trail;
import dev.rekey.core.token.Revocation;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.token.SignedTokens.Reading.Genuine;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Finds out whether a claim is true: the only maker of {@link Caller}s. */
public final class Prover {

  /** How often it is noted at most that a token was used. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Accounts accounts;
  private final Grants grants;
  private final Tickets tickets;
  private final PasswordCheck passwords;
  private final NameCheck names;
  private final SignedTokens tokens;
  private final Rules rules;
  private final Roles roles;
  private final InstantSource clock;

  /** One with no old system behind it. */
  public Prover(
      Accounts accounts,
      Grants grants,
      Tickets tickets,
      PasswordCheck passwords,
      SignedTokens tokens,
      Rules rules,
      Roles roles,
      InstantSource clock) {
    this(
        accounts,
        grants,
        tickets,
        passwords,
        new NameCheck(passwords),
        tokens,
        rules,
        roles,
        clock);
  }

  /**
   * @param tokens reads the signed tokens of this mount
   */
  public Prover(
      Accounts accounts,
      Grants grants,
      Tickets tickets,
      PasswordCheck passwords,
      NameCheck names,
      SignedTokens tokens,
      Rules rules,
      Roles roles,
      InstantSource clock) {
    this.accounts = accounts;
    this.grants = grants;
    this.tickets = tickets;
    this.passwords = passwords;
    this.names = names;
    this.tokens = tokens;
    this.rules = rules;
    this.roles = roles;
    this.clock = clock;
  }

  /**
   * How a mount believes.
   *
   * @param batchWindow for how long the last but one token of a rotating grant is still taken
   * @param revocation how signed tokens are ended before their time
   * @param confirmation who has to confirm an address first
   * @param stay how the end of a session moves with its use; empty where it does not
   */
  public record Rules(
      Duration batchWindow,
      Revocation revocation,
      ConfirmationRule confirmation,
      Optional<Stay> stay) {

    /** What is issued ends when it was said to, used or not. */
    public Rules(Duration batchWindow, Revocation revocation, ConfirmationRule confirmation) {
      this(batchWindow, revocation, confirmation, Optional.empty());
    }

    /** Every token has its row, and sessions end sooner for whoever stays away. */
    public static Rules of(Stay stay) {
      return new Rules(
          Duration.ZERO, Revocation.ALLOW_LIST, ConfirmationRule.none(), Optional.of(stay));
    }

    /** Every token has its row, nobody has to confirm anything. */
    public static Rules standard() {
      return ofBatches(Duration.ZERO);
    }

    /** The same for rotating tokens. */
    public static Rules ofBatches(Duration window) {
      return new Rules(window, Revocation.ALLOW_LIST, ConfirmationRule.none());
    }
  }

  public Proof prove(Claim claim, Visit visit) {
    return switch (claim) {
      case Claim.Nothing() -> new Stranger(new Reason.NothingShown());
      case Claim.Garbled() -> new Stranger(new Reason.Unreadable());
      case Claim.NameAndPassword named -> byPassword(named, visit);
      case Claim.SignedToken(String token) -> bySignedToken(token, visit);
      case Claim.BearerToken(String token) -> byBearerToken(token, visit);
      case Claim.ClientToken shown -> byClientToken(shown, visit);
      case Claim.ResetTicket shown -> byTicket(shown, visit);
    };
  }

  private Proof byPassword(Claim.NameAndPassword claim, Visit visit) {
    return switch (names.check(claim.name(), claim.password(), visit, _ -> Optional.empty())) {
      case NameCheck.Outcome.Adopted(var account, var _) -> admitted(account, claim.password());
      case NameCheck.Outcome.Checked(var result) -> byPassword(claim, result);
    };
  }

  private Proof byPassword(Claim.NameAndPassword claim, PasswordCheck.Result result) {
    return switch (result) {
      case PasswordCheck.Result.Right(var account, var forgiven) -> {
        passwords.forgive(forgiven);
        yield admitted(account, claim.password());
      }
      case PasswordCheck.Result.Wrong(var reason) -> new Stranger(reason);
      case PasswordCheck.Result.TooMany(var retryAfter, var _) -> new Proof.TooMany(retryAfter);
      case PasswordCheck.Result.Overloaded(var retryAfter) -> new Proof.Overloaded(retryAfter);
    };
  }

  private Proof admitted(Account account, Password password) {
    return rules.confirmation().bars(account, clock.instant())
        ? new Stranger(new Reason.Unconfirmed())
        : new Known(new Caller(account, roles, Optional.empty(), Optional.of(password)));
  }

  private Proof bySignedToken(String token, Visit visit) {
    return switch (tokens.read(token, visit.audience(), clock.instant())) {
      case SignedTokens.Reading.Rejected(var flaw) -> new Stranger(new Reason.BadToken(flaw));
      case Genuine genuine ->
          grants
              .holder(visit.realm(), genuine.account(), genuine.kind(), genuine.key())
              .map(holder -> byGrant(holder, genuine, visit))
              .orElseGet(() -> new Stranger(new Reason.NoSuchAccount()));
    };
  }

  private Proof byGrant(Holder holder, Genuine token, Visit visit) {
    Account account = holder.account();
    Grant.Ref ref = new Grant.Ref(account.id(), token.kind(), token.key());
    return holder
        .grant()
        .filter(grant -> !grant.expired(clock.instant()))
        .map(this::used)
        .or(() -> unlisted(ref, account, token, visit))
        .filter(_ -> tokens.fits(account, token.key()))
        .map(grant -> admitted(account, grant))
        .orElseGet(() -> new Stranger(new Reason.Ended()));
  }

  /** What admits without a row, where the mount's tokens need none. */
  private Optional<Grant> unlisted(Grant.Ref ref, Account account, Genuine token, Visit visit) {
    boolean believed =
        switch (rules.revocation()) {
          case ALLOW_LIST, JTI_MATCHER -> false;
          case DENY_LIST -> isYoung(account, token) && !grants.denied(ref);
          case NONE -> isYoung(account, token);
        };
    return believed ? Optional.of(grantOf(ref, token, visit)) : Optional.empty();
  }

  /** Issued after all sessions of the account were last ended. */
  private static boolean isYoung(Account account, Genuine token) {
    return account
        .moments()
        .sessionsEndedAt()
        .filter(end -> !token.issuedAt().isAfter(end))
        .isEmpty();
  }

  private static Grant grantOf(Grant.Ref ref, Genuine token, Visit visit) {
    return new Grant(
        ref,
        visit.wire(),
        Optional.empty(),
        token.issuedAt(),
        token.expiresAt(),
        visit.origin().agent(),
        visit.origin().address());
  }

  /** The ticket is not spent: setting the password does that. */
  private Proof byTicket(Claim.ResetTicket claim, Visit visit) {
    Instant now = clock.instant();
    return accounts
        .findByLogin(visit.realm(), claim.uid())
        .filter(account -> account.logins().uid().filter(claim.uid()::equals).isPresent())
        .flatMap(account ->
            tickets
                .find(TokenDigest.of(claim.token()))
                .filter(ticket -> isGood(ticket, account, now))
                .map(ticket -> admitted(account, grantOf(ticket, visit))))
        .orElseGet(() -> new Stranger(new Reason.Ended()));
  }

  private static boolean isGood(Ticket ticket, Account account, Instant now) {
    return ticket.purpose() == Ticket.Purpose.RESET_PASSWORD
        && ticket.account().equals(account.id())
        && !ticket.expired(now);
  }

  private static Grant grantOf(Ticket ticket, Visit visit) {
    return new Grant(
        new Grant.Ref(ticket.account(), Grant.Kind.TICKET, ticket.digest().hex()),
        visit.wire(),
        Optional.empty(),
        ticket.issuedAt(),
        ticket.expiresAt(),
        visit.origin().agent(),
        visit.origin().address());
  }

  private Proof byBearerToken(String token, Visit visit) {
    return BearerTokens.read(token)
        .map(shown -> byBearerToken(shown, visit))
        .orElseGet(() -> new Stranger(new Reason.Unreadable()));
  }

  private Proof byBearerToken(BearerTokens.Shown shown, Visit visit) {
    Instant now = clock.instant();
    return grants
        .holder(visit.realm(), shown.account(), Grant.Kind.BEARER, shown.key())
        .flatMap(holder ->
            holder
                .grant()
                .filter(grant -> !grant.expired(now))
                .map(grant -> admitted(holder.account(), used(grant))))
        .orElseGet(() -> new Stranger(new Reason.Ended()));
  }

  private Proof byClientToken(Claim.ClientToken claim, Visit visit) {
    Instant now = clock.instant();
    return grants
        .holderByUid(visit.realm(), claim.uid(), Grant.Kind.CLIENT, claim.client())
        .flatMap(holder ->
            holder
                .grant()
                .filter(grant -> !grant.expired(now))
                .map(grant -> byClientToken(holder.account(), grant, claim.token(), visit)))
        .orElseGet(() -> new Stranger(new Reason.Ended()));
  }

  private Proof byClientToken(Account account, Grant grant, String token, Visit visit) {
    if (opens(grant, token, clock.instant())) {
      return admitted(account, used(grant));
    }
    List<TokenDigest> foreign = grant.trail().map(Trail::foreign).orElse(List.of());
    return foreign.isEmpty()
        ? new Stranger(new Reason.Ended())
        : passwords.behind(
            foreign,
            token,
            visit.source(account.id()),
            digest ->
                digest
                    .map(one -> admitted(account, adopted(grant, one, token)))
                    .orElseGet(() -> new Stranger(new Reason.Ended())),
            Proof.Overloaded::new);
  }

  /** From now on the token is known by a digest of this server's own. */
  private Grant adopted(Grant grant, TokenDigest foreign, String token) {
    Trail old = grant.trail().orElseThrow();
    Trail trail = old.with(foreign, TokenDigest.of(token));
    grants.turn(grant.ref(), old.current(), trail, grant.expiresAt());
    return grant.with(trail);
  }

  private boolean opens(Grant grant, String token, Instant now) {
    return grant.trail().filter(trail -> isAccepted(trail, token, now)).isPresent();
  }

  /** The current token, the one before it, and for the length of a batch the one before that. */
  private boolean isAccepted(Trail trail, String token, Instant now) {
    TokenDigest shown = TokenDigest.of(token);
    boolean inBatch =
        trail.rotatedAt().filter(at -> at.plus(rules.batchWindow()).isAfter(now)).isPresent();
    boolean current = trail.current().matches(shown);
    boolean previous = matches(trail.previous(), shown);
    boolean last = matches(trail.last(), shown) && inBatch;
    return current || previous || last;
  }

  private static boolean matches(Optional<TokenDigest> digest, TokenDigest shown) {
    return digest.filter(one -> one.matches(shown)).isPresent();
  }

  /** Notes the use, now and then: a row is not written for each request. */
  private Grant used(Grant grant) {
    Instant now = clock.instant();
    Optional<Stay> stay = rules.stay().filter(one -> one.holdsFor(grant));
    Duration pause = stay.map(Stay::pause).orElse(PAUSE);
    if (grant.lastUsedAt().plus(pause).isAfter(now)) {
      return grant;
    }
    Instant end = stay.map(one -> one.end(grant, now)).orElse(grant.expiresAt());
    grants.noteUse(grant.ref(), now, end);
    return grant.used(now, end);
  }

  private Proof admitted(Account account, Grant grant) {
    if (account.closed()) {
      return new Stranger(new Reason.Disabled());
    }
    Caller caller = new Caller(account, roles, Optional.of(grant), Optional.empty());
    if (!roles.may(account, Capability.SIGN_IN) || hasLapsed(caller)) {
      return new Stranger(new Reason.Ended());
    }
    return hasToConfirm(caller) ? new Stranger(new Reason.Unconfirmed()) : new Known(caller);
  }

  /** What a temporary password opened ends with it; a letter's ticket is another way in. */
  private boolean hasLapsed(Caller caller) {
    return !caller.byTicket() && caller.account().credential().lapsed(clock.instant());
  }

  /** Whoever comes with a letter's ticket reads what is sent to the address. */
  private boolean hasToConfirm(Caller caller) {
    return !caller.byTicket() && rules.confirmation().bars(caller.account(), clock.instant());
  }
}
