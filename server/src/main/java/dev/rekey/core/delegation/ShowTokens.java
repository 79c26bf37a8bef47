package dev.rekey.core.delegation;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.Event;
import dev.rekey.core.macaroon.Bakery;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;

/** Somebody sees named tokens whole once more; when it is not their owner, that is written down. */
public final class ShowTokens {

  private final Bakery bakery;
  private final AuditTrail audit;
  private final InstantSource clock;

  public ShowTokens(Bakery bakery, AuditTrail audit, InstantSource clock) {
    this.bakery = bakery;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who wants to see which tokens of one owner. */
  public record Command(Caller by, Account owner, List<NamedToken> tokens, Visit visit) {

    public Command {
      tokens = List.copyOf(tokens);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** What their holders show, in the same order. */
    record Shown(List<String> texts) implements Outcome {
      @Override
      public String toString() {
        return "Shown[" + texts.size() + ']';
      }
    }

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    Account owner = command.owner();
    boolean own = command.tokens().stream().allMatch(token -> token.account().equals(owner.id()));
    if (!own || !Keeper.mayKeep(command.by(), owner.id())) {
      return new Outcome.NotAllowed();
    }
    if (!Keeper.isOwner(command.by(), owner.id())) {
      audit.write(
          Keeper.entry(
              clock.instant(), command.visit(), owner.id(), command.by(), new Event.TokenShown()));
    }
    return new Outcome.Shown(command.tokens().stream().map(token -> text(token, owner)).toList());
  }

  private String text(NamedToken token, Account owner) {
    Handle.Hex32 subject = new Handle.Hex32(owner.ids().hex32());
    return bakery.bake(token.inscription(subject), token.caveats()).text();
  }
}
