package dev.rekey.core.delegation;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.macaroon.Baked;
import dev.rekey.core.macaroon.Bakery;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.Persistence;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.NamedTokens;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The named token that somebody points at, before anything is done with it: whether it is there,
 * and whether the caller may. Its id cannot be guessed, so that nobody learns anything by asking.
 */
public final class FindToken {

  private final Accounts accounts;
  private final NamedTokens tokens;
  private final Bakery bakery;
  private final InstantSource clock;

  public FindToken(Accounts accounts, NamedTokens tokens, Bakery bakery, InstantSource clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.bakery = bakery;
    this.clock = clock;
  }

  /**
   * Who looks for which token.
   *
   * @param caller empty for nobody in particular
   */
  public record Command(Optional<Caller> caller, Pointer which, Visit visit) {}

  /** How somebody points at a token. */
  public sealed interface Pointer {

    record ById(String id) implements Pointer {}

    record ByName(AccountId owner, String name) implements Pointer {}

    /** By the token itself; another owner's is as unknown as none. */
    record ByText(AccountId owner, String token) implements Pointer {
      @Override
      public String toString() {
        return "ByText[hidden]";
      }
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Found(NamedToken token, Account owner) implements Outcome {}

    record NoSuchToken() implements Outcome {}

    /** There is one, for somebody who is signed in. */
    record NotSignedIn() implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return find(command)
        .flatMap(token -> accounts.find(token.account()).map(owner -> found(command, token, owner)))
        .orElseGet(Outcome.NoSuchToken::new);
  }

  private Optional<NamedToken> find(Command command) {
    return switch (command.which()) {
      case Pointer.ById(String id) -> find(command.visit(), id);
      case Pointer.ByName(AccountId owner, String name) ->
          tokens.find(owner, name, clock.instant());
      case Pointer.ByText(AccountId owner, String text) ->
          Baked.read(text)
              .filter(bakery::made)
              .map(Baked::inscription)
              .filter(token -> token.persistence() instanceof Persistence.Named)
              .flatMap(token -> find(command.visit(), token.id()))
              .filter(token -> token.account().equals(owner));
    };
  }

  private Optional<NamedToken> find(Visit visit, String id) {
    return tokens.find(visit.realm(), id, clock.instant());
  }

  private static Outcome found(Command command, NamedToken token, Account owner) {
    if (command.caller().isEmpty()) {
      return new Outcome.NotSignedIn();
    }
    return Keeper.mayKeep(command.caller().get(), owner.id())
        ? new Outcome.Found(token, owner)
        : new Outcome.NotAllowed();
  }
}
