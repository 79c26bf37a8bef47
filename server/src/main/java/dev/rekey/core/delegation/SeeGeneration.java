package dev.rekey.core.delegation;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.NamedTokens;

/** Somebody sees how many generations of temporary tokens an account has had. */
public final class SeeGeneration {

  private final NamedTokens tokens;

  public SeeGeneration(NamedTokens tokens) {
    this.tokens = tokens;
  }

  /** Who wants to see whose. */
  public record Command(Caller by, AccountId owner) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Counted from 1. */
    record Seen(int generation) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return Keeper.mayKeep(command.by(), command.owner())
        ? new Outcome.Seen(tokens.generation(command.owner()))
        : new Outcome.NotAllowed();
  }
}
