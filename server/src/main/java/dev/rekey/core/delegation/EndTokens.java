package dev.rekey.core.delegation;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.Grants;
import dev.rekey.core.store.NamedTokens;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;

/** Tokens end: a named one, all that have names, or all that have none. */
public final class EndTokens {

  private final Grants grants;
  private final NamedTokens tokens;
  private final InstantSource clock;

  public EndTokens(Grants grants, NamedTokens tokens, InstantSource clock) {
    this.grants = grants;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Which end, and who says so. */
  public record Command(Caller by, Which which, Visit visit) {}

  /** Which tokens. */
  public sealed interface Which {

    record One(NamedToken token) implements Which {}

    record AllNamed(AccountId owner) implements Which {}

    record AllTemporary(AccountId owner) implements Which {}

    private AccountId account() {
      return switch (this) {
        case One(NamedToken token) -> token.account();
        case AllNamed(AccountId account) -> account;
        case AllTemporary(AccountId account) -> account;
      };
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk. */
    record Ended() implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** It had ended already. */
    record NoSuchToken() implements Outcome {}
  }

  public Outcome handle(Command command) {
    AccountId owner = command.which().account();
    if (!Keeper.mayKeep(command.by(), owner)) {
      return new Outcome.NotAllowed();
    }
    AuditEntry entry =
        Keeper.entry(
            clock.instant(), command.visit(), owner, command.by(), new Event.SessionsEnded());
    return switch (command.which()) {
      case Which.One(NamedToken token) ->
          grants.end(token.ref(), entry) ? new Outcome.Ended() : new Outcome.NoSuchToken();
      case Which.AllNamed _ -> {
        tokens.endAll(owner, entry);
        yield new Outcome.Ended();
      }
      case Which.AllTemporary _ -> {
        tokens.nextGeneration(owner, entry);
        yield new Outcome.Ended();
      }
    };
  }
}
