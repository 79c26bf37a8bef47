package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Account;
import dev.rekey.core.delegation.FindToken;
import dev.rekey.core.delegation.ShowTokens;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.onezone.Gates.Guest;
import dev.rekey.http.Response;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the named token that a path is about, and shows it. Whether it is there is said first of
 * all, to anybody; then whether somebody is signed in, and may.
 */
final class TokenFinder {

  private final OnezoneDialect.TokenDeeds deeds;
  private final Encode encode;
  private final EncodeTokens encodeTokens;

  TokenFinder(OnezoneDialect.TokenDeeds deeds, Encode encode, EncodeTokens encodeTokens) {
    this.deeds = deeds;
    this.encode = encode;
    this.encodeTokens = encodeTokens;
  }

  /** A token, whose it is, and who does something to it. */
  record Found(Caller by, NamedToken token, Account owner, Visit visit) {}

  Response find(Guest guest, FindToken.Pointer which, Function<Found, Response> next) {
    return switch (deeds
        .findToken()
        .handle(new FindToken.Command(guest.caller(), which, guest.visit()))) {
      case FindToken.Outcome.Found(NamedToken token, Account owner) ->
          next.apply(new Found(guest.caller().orElseThrow(), token, owner, guest.visit()));
      case FindToken.Outcome.NoSuchToken() -> encode.answers().notFound();
      case FindToken.Outcome.NotSignedIn() -> encode.nobody();
      case FindToken.Outcome.NotAllowed() -> encode.forbidden();
    };
  }

  Response show(Found found) {
    return texts(
        found.by(),
        found.owner(),
        List.of(found.token()),
        found.visit(),
        texts -> encodeTokens.token(found.token(), found.owner(), texts.getFirst()));
  }

  /** Goes on with the tokens as their holders show them. */
  Response texts(
      Caller by,
      Account owner,
      List<NamedToken> tokens,
      Visit visit,
      Function<List<String>, Response> next) {
    return switch (deeds.showTokens().handle(new ShowTokens.Command(by, owner, tokens, visit))) {
      case ShowTokens.Outcome.Shown(List<String> texts) -> next.apply(texts);
      case ShowTokens.Outcome.NotAllowed() -> encode.forbidden();
    };
  }
}
