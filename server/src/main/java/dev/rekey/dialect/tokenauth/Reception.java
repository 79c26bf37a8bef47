package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.token.Issued;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Deeds;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Where every request is read, its sender asked who they are, and their token turned. */
final class Reception {

  private final Settings settings;
  private final Deeds deeds;
  private final Encode encode;
  private final EncodeCredentials credentials;
  private final DecodeClaim decodeClaim;

  Reception(Settings settings, Deeds deeds, Encode encode) {
    this.settings = settings;
    this.deeds = deeds;
    this.encode = encode;
    this.credentials = new EncodeCredentials(settings.tokens());
    this.decodeClaim = new DecodeClaim(settings.tokens());
  }

  Settings settings() {
    return settings;
  }

  Deeds deeds() {
    return deeds;
  }

  Encode encode() {
    return encode;
  }

  EncodeCredentials credentials() {
    return credentials;
  }

  String path(String under) {
    return settings.prefix() + under;
  }

  Visit visit(Request request) {
    return new Visit(settings.realm(), settings.name(), request.origin(), Optional.empty());
  }

  /** A body that cannot be read is refused before anybody is asked who they are. */
  Response read(Request request, Function<JsonNode, Response> next) {
    return switch (Decode.parameters(request)) {
      case Misread(var _) -> encode.unreadable(request);
      case Read(var parameters) -> next.apply(parameters);
    };
  }

  /**
   * Asks who it is. Why somebody is not believed is nobody's business: all strangers look alike.
   *
   * @param stranger the answer to whoever is not known
   * @param known the answer to whoever is
   */
  Response admit(
      Request request,
      JsonNode parameters,
      Function<Request, Response> stranger,
      Function<Guest, Response> known) {
    Claim claim = decodeClaim.claim(request, parameters);
    return switch (deeds.prover().prove(claim, visit(request))) {
      case Proof.Stranger(var _) -> stranger.apply(request);
      case Proof.TooMany(var retryAfter) -> encode.tooMany(request, retryAfter);
      case Proof.Overloaded(var retryAfter) -> encode.busy(request, retryAfter);
      case Proof.Known(var caller) ->
          known.apply(new Guest(request, parameters, DecodeClaim.tokenOf(claim), caller));
    };
  }

  /** What keeps the client signed in that an answer brings no other token. */
  Extras turn(Guest guest) {
    return turn(guest, guest.account());
  }

  /** The same for an account that may have another uid by now. */
  Extras turn(Guest guest, Account account) {
    return guest.byTicket() ? sameTicket(guest) : turnToken(guest, account);
  }

  private Extras sameTicket(Guest guest) {
    return guest
        .caller()
        .grant()
        .map(ticket -> credentials.ticket(guest.account(), guest.shown(), ticket.expiresAt()))
        .orElseGet(Extras::none);
  }

  private Extras turnToken(Guest guest, Account account) {
    boolean alone = isSet(guest.parameters(), Words.UNBATCH);
    TurnToken.Command command =
        new TurnToken.Command(guest.caller(), guest.shown(), alone, visit(guest.request()));
    return credentials.turned(deeds.turnToken().handle(command), guest.shown(), account);
  }

  /** As Ruby sees it: null and false are not. */
  private static boolean isSet(JsonNode parameters, String name) {
    JsonNode value = parameters.path(name);
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isBoolean() && !value.booleanValue());
  }

  /**
   * A change brings a token of its own, a refusal turns the one that was shown; who has to come
   * again comes with the same one.
   */
  Extras extras(ChangePassword.Outcome outcome, Guest guest) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed(Account account, Optional<Issued> issued) ->
          issued.map(one -> credentials.fresh(account, one)).orElseGet(() -> turn(guest, account));
      case ChangePassword.Outcome.Refused _,
          ChangePassword.Outcome.NotAllowed _,
          ChangePassword.Outcome.PasswordLoginOff _ ->
          turn(guest);
      case ChangePassword.Outcome.Overtaken _,
          ChangePassword.Outcome.TooMany _,
          ChangePassword.Outcome.Overloaded _ ->
          Extras.none();
    };
  }
}
