package dev.rekey.core.delegation;

import dev.rekey.core.account.Account;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.Circumstances;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.proof.MacaroonCheck;
import dev.rekey.core.proof.MacaroonFlaw;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Another service, to which a token was shown, asks whether it is good and whose it is. */
public final class VerifyToken {

  private final MacaroonCheck macaroons;
  private final InstantSource clock;

  public VerifyToken(MacaroonCheck macaroons, InstantSource clock) {
    this.macaroons = macaroons;
    this.clock = clock;
  }

  /**
   * The token, and how it was shown to the service that asks.
   *
   * @param type what it must be good for
   * @param address from where; the address of the one who asks when empty
   */
  public record Command(
      String token,
      TokenType type,
      Optional<String> address,
      Optional<Channel> channel,
      Visit visit) {

    @Override
    public String toString() {
      return "VerifyToken.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * It is good.
     *
     * @param secondsLeft empty when it has no end
     */
    record Good(Account owner, Optional<Long> secondsLeft) implements Outcome {}

    record Flawed(MacaroonFlaw flaw) implements Outcome {}
  }

  public Outcome handle(Command command) {
    Instant now = clock.instant();
    String address = command.address().orElseGet(() -> command.visit().origin().address());
    Circumstances shown = new Circumstances(now, Optional.of(address), command.channel());
    return switch (macaroons.check(
        command.token(), command.type(), command.visit().realm(), shown)) {
      case MacaroonCheck.Result.Right(var owner, var _, var end) ->
          new Outcome.Good(
              owner, end.map(Caveat.Time::validUntil).map(until -> until - now.getEpochSecond()));
      case MacaroonCheck.Result.Wrong(var flaw) -> new Outcome.Flawed(flaw);
    };
  }
}
