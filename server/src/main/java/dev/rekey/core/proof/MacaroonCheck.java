package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import dev.rekey.core.macaroon.Baked;
import dev.rekey.core.macaroon.Bakery;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Circumstances;
import dev.rekey.core.macaroon.Inscription;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.Persistence;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.store.Grants;
import dev.rekey.core.store.Grants.Holder;
import dev.rekey.core.store.NamedTokens;
import dev.rekey.core.token.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a macaroon: whether it was made here, still stands, and is shown as it may be. */
public final class MacaroonCheck {

  private final Grants grants;
  private final NamedTokens tokens;
  private final Bakery bakery;
  private final Roles roles;

  public MacaroonCheck(Grants grants, NamedTokens tokens, Bakery bakery, Roles roles) {
    this.grants = grants;
    this.tokens = tokens;
    this.bakery = bakery;
    this.roles = roles;
  }

  /** What came of it. */
  public sealed interface Result {

    /**
     * It is good.
     *
     * @param end the earliest of those that its caveats set
     */
    record Right(Account account, Grant grant, Optional<Caveat.Time> end) implements Result {}

    record Wrong(MacaroonFlaw flaw) implements Result {}
  }

  /**
   * Whether the token is genuine, in force, and good for this.
   *
   * @param wanted what it must be good for
   */
  public Result check(String token, TokenType wanted, Realm realm, Circumstances shown) {
    return Baked.read(token)
        .map(baked -> check(baked, wanted, realm, shown))
        .orElseGet(() -> new Result.Wrong(new MacaroonFlaw.Unreadable()));
  }

  private Result check(Baked token, TokenType wanted, Realm realm, Circumstances shown) {
    if (!bakery.made(token)) {
      return new Result.Wrong(new MacaroonFlaw.NotGood());
    }
    if (token.inscription().type() != wanted) {
      return new Result.Wrong(new MacaroonFlaw.OfType(token.inscription().type()));
    }
    List<Caveat> caveats = new ArrayList<>();
    for (String text : token.macaroon().caveats()) {
      Optional<Caveat> caveat = Caveat.read(text);
      if (caveat.isEmpty()) {
        return new Result.Wrong(new MacaroonFlaw.UnknownCaveat(text));
      }
      if (!caveat.get().holds(shown)) {
        return new Result.Wrong(new MacaroonFlaw.Unmet(caveat.get()));
      }
      caveats.add(caveat.get());
    }
    Inscription said = token.inscription();
    return grants
        .holder(realm, said.subject(), said.kind(), said.id())
        .map(holder -> check(holder, said, caveats, shown))
        .orElseGet(() -> new Result.Wrong(new MacaroonFlaw.NotGood()));
  }

  private Result check(
      Holder holder, Inscription token, List<Caveat> caveats, Circumstances shown) {
    Account owner = holder.account();
    if (owner.closed()) {
      return new Result.Wrong(new MacaroonFlaw.OwnerDisabled());
    }
    if (isRevoked(owner, token, shown)) {
      return new Result.Wrong(new MacaroonFlaw.Revoked());
    }
    return holder
        .grant()
        .filter(grant -> !grant.expired(shown.now()) && mayComeIn(owner, shown))
        .<Result>map(grant -> new Result.Right(owner, grant, Caveat.earliest(caveats)))
        .orElseGet(() -> new Result.Wrong(new MacaroonFlaw.NotGood()));
  }

  private boolean mayComeIn(Account owner, Circumstances shown) {
    return roles.may(owner, Capability.SIGN_IN) && !owner.credential().lapsed(shown.now());
  }

  private boolean isRevoked(Account owner, Inscription token, Circumstances shown) {
    return switch (token.persistence()) {
      case Persistence.Named() ->
          tokens
              .find(owner.realm(), token.id(), shown.now())
              .filter(NamedToken::revoked)
              .isPresent();
      case Persistence.Temporary(int generation) -> generation < tokens.generation(owner.id());
    };
  }
}
