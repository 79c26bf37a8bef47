package dev.rekey.core.session;

import dev.rekey.core.account.Account;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Grant.Trail;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives the client of a rotating token its next one, once per batch of requests that arrive
 * together.
 */
public final class TurnToken {

  private final Grants grants;
  private final ClientTokens tokens;
  private final Duration batchWindow;
  private final InstantSource clock;

  public TurnToken(Grants grants, ClientTokens tokens, Duration batchWindow, InstantSource clock) {
    this.grants = grants;
    this.tokens = tokens;
    this.batchWindow = batchWindow;
    this.clock = clock;
  }

  /** Whose token, at which request. */
  public record Command(Caller caller, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The client has a fresh token from now on. */
    record Turned(Issued issued) implements Outcome {}

    /** The request belongs to a batch: its own token stays good. */
    record Batched(Grant grant) implements Outcome {}

    /** The grant has ended meanwhile, or the caller did not come with a rotating token. */
    record Gone() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return command
        .caller()
        .grant()
        .flatMap(shown -> grants.find(shown.ref()))
        .flatMap(grant -> grant.trail().map(trail -> turn(grant, trail, command)))
        .orElseGet(Outcome.Gone::new);
  }

  private Outcome turn(Grant grant, Trail trail, Command command) {
    Instant now = clock.instant();
    if (trail.rotatedAt().filter(at -> at.plus(batchWindow).isAfter(now)).isPresent()) {
      return new Outcome.Batched(grant);
    }
    Account account = command.caller().account();
    Issued fresh = tokens.renew(grant, account, command.visit(), now);
    TokenDigest current = fresh.grant().trail().orElseThrow().current();
    Trail next =
        new Trail(current, Optional.of(trail.current()), trail.previous(), Optional.of(now));
    boolean turned = grants.turn(grant.ref(), trail.current(), next, fresh.grant().expiresAt());
    return turned ? new Outcome.Turned(fresh) : batchedIfAlive(grant);
  }

  /** Another request of the same batch was quicker, or the grant was ended. */
  private Outcome batchedIfAlive(Grant grant) {
    return grants.find(grant.ref()).<Outcome>map(Outcome.Batched::new).orElseGet(Outcome.Gone::new);
  }
}
