package dev.rekey.core.proof;

import dev.rekey.core.account.Roles;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.Circumstances;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out whose macaroon somebody shows, and makes a {@link Caller} of a good one. */
public final class MacaroonProver {

  private final MacaroonCheck macaroons;
  private final Roles roles;
  private final InstantSource clock;

  public MacaroonProver(MacaroonCheck macaroons, Roles roles, InstantSource clock) {
    this.macaroons = macaroons;
    this.roles = roles;
    this.clock = clock;
  }

  /** What came of a macaroon. */
  public sealed interface Outcome {

    record Known(Caller caller) implements Outcome {}

    record Stranger(MacaroonFlaw flaw) implements Outcome {}
  }

  /** Only a token that lets somebody act makes a caller. */
  public Outcome prove(String token, Visit visit) {
    Circumstances shown =
        new Circumstances(
            clock.instant(), Optional.of(visit.origin().address()), Optional.of(Channel.REST));
    return switch (macaroons.check(token, TokenType.ACCESS, visit.realm(), shown)) {
      case MacaroonCheck.Result.Right(var account, var grant, var _) ->
          new Outcome.Known(new Caller(account, roles, Optional.of(grant), Optional.empty()));
      case MacaroonCheck.Result.Wrong(var flaw) -> new Outcome.Stranger(flaw);
    };
  }
}
