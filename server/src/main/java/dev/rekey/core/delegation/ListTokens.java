package dev.rekey.core.delegation;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.NamedTokens;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;

/** Somebody sees which named tokens there are. */
public final class ListTokens {

  private final NamedTokens tokens;
  private final InstantSource clock;

  public ListTokens(NamedTokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Who wants to see whose. */
  public record Command(Caller by, Whose whose, Visit visit) {}

  /** Whose tokens. */
  public sealed interface Whose {

    record Of(Account owner) implements Whose {}

    /** Everybody's in the realm. */
    record Everybody() implements Whose {}
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Oldest first. */
    record Listed(List<NamedToken> tokens) implements Outcome {}

    /** Of all tokens no more than their ids, oldest first. */
    record ListedIds(List<String> ids) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (command.whose()) {
      case Whose.Of(Account owner) ->
          Keeper.mayKeep(command.by(), owner.id())
              ? new Outcome.Listed(tokens.of(owner.id(), clock.instant()))
              : new Outcome.NotAllowed();
      case Whose.Everybody() ->
          command.by().may(Capability.MANAGE_SESSIONS)
              ? new Outcome.ListedIds(tokens.ids(command.visit().realm(), clock.instant()))
              : new Outcome.NotAllowed();
    };
  }
}
