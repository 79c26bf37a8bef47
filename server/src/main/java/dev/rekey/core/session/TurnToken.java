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
  private final Rhythm rhythm;
  private final InstantSource clock;

  public TurnToken(Grants grants, ClientTokens tokens, Rhythm rhythm, InstantSource clock) {
    this.grants = grants;
    this.tokens = tokens;
    this.rhythm = rhythm;
    this.clock = clock;
  }

  /** When a token is followed by another. */
  public sealed interface Rhythm {

    /** At each request, but those of one batch. */
    record EachRequest(Duration batchWindow) implements Rhythm {}

    /** Never: a token lasts as long as its session. */
    record Never() implements Rhythm {}
  }

  /**
   * Whose token, at which request.
   *
   * @param shown the token that came with it
   * @param alone the caller says that this request is not part of a batch
   */
  public record Command(Caller caller, String shown, boolean alone, Visit visit) {
    @Override
    public String toString() {
      return "TurnToken.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** The client has a fresh token from now on. */
    record Turned(Issued issued) implements Outcome {}

    /**
     * The request belongs to a batch: its own token stays good.
     *
     * @param lasting false when the token shown is two rotations old and dies with the batch, so
     *     that it is nothing to keep
     */
    record Batched(Grant grant, boolean lasting) implements Outcome {}

    /** The grant has ended meanwhile, or the caller did not come with a rotating token. */
    record Gone() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return command
        .caller()
        .grant()
        .flatMap(grant -> grant.trail().map(trail -> turn(grant, trail, command)))
        .orElseGet(Outcome.Gone::new);
  }

  private Outcome turn(Grant grant, Trail trail, Command command) {
    Instant now = clock.instant();
    if (isBatch(trail, command, now)) {
      return batched(grant, trail, command);
    }
    Account account = command.caller().account();
    Issued fresh = tokens.renew(grant, account, command.visit(), now);
    TokenDigest current = fresh.grant().trail().orElseThrow().current();
    Trail next =
        new Trail(current, Optional.of(trail.current()), trail.previous(), Optional.of(now));
    boolean turned = grants.turn(grant.ref(), trail.current(), next, fresh.grant().expiresAt());
    return turned ? new Outcome.Turned(fresh) : batchedIfAlive(grant, command);
  }

  private boolean isBatch(Trail trail, Command command, Instant now) {
    return switch (rhythm) {
      case Rhythm.Never() -> true;
      case Rhythm.EachRequest(Duration window) ->
          !command.alone()
              && trail.rotatedAt().filter(at -> at.plus(window).isAfter(now)).isPresent();
    };
  }

  /** Another request of the same batch was quicker, or the grant was ended. */
  private Outcome batchedIfAlive(Grant grant, Command command) {
    return grants
        .find(grant.ref())
        .flatMap(now -> now.trail().map(trail -> batched(now, trail, command)))
        .orElseGet(Outcome.Gone::new);
  }

  private static Outcome batched(Grant grant, Trail trail, Command command) {
    TokenDigest shown = TokenDigest.of(command.shown());
    boolean current = trail.current().matches(shown);
    boolean previous = trail.previous().filter(one -> one.matches(shown)).isPresent();
    return new Outcome.Batched(grant, current || previous);
  }
}
