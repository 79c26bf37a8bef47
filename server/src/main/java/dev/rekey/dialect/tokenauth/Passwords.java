package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.Demand;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.tokenauth.Decode.Change;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Forgetting, resetting and changing a password. */
final class Passwords {

  private final Reception reception;
  private final Rules rules;
  private final Landings landings;
  private final Resets resets;
  private final EncodePassword encode;
  private final EncodeLetter letters;

  Passwords(Reception reception) {
    this.reception = reception;
    this.rules = reception.settings().rules();
    this.landings = new Landings(reception.settings());
    this.resets = new Resets(reception);
    this.encode =
        new EncodePassword(reception.settings(), reception.encode(), reception.credentials());
    this.letters = new EncodeLetter(reception.encode(), rules.paranoid());
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", reception.path("/password"), this::ask),
        new Route("GET", reception.path("/password/edit"), this::open),
        new Route("PUT", reception.path("/password"), this::set),
        new Route("PATCH", reception.path("/password"), this::set));
  }

  // Asking for a letter

  private Response ask(Request request) {
    return reception.read(
        request,
        parameters -> landed(request, parameters, landing -> ask(request, parameters, landing)));
  }

  private Response landed(Request request, JsonNode parameters, Function<Landing, Response> next) {
    return switch (landings.afterReset(parameters)) {
      case Landings.Wish.Missing() -> encode.nowhereToLand(request);
      case Landings.Wish.Forbidden(String url) -> letters.notToBeLedThere(request, url);
      case Landings.Wish.Allowed(Landing landing) -> next.apply(landing);
    };
  }

  private Response ask(Request request, JsonNode parameters, Landing landing) {
    return Decode.email(parameters)
        .map(email -> ask(request, email, parameters, landing))
        .orElseGet(() -> letters.noAddress(request));
  }

  private Response ask(Request request, String email, JsonNode parameters, Landing landing) {
    AskForLetter.Command command =
        new AskForLetter.Command(
            Purpose.RESET_PASSWORD,
            email,
            landings.resetLink(parameters, landing),
            reception.visit(request));
    return letters.asked(
        request, Purpose.RESET_PASSWORD, email, reception.deeds().askForLetter().handle(command));
  }

  // Opening its link, which a mail scanner may do as well

  private Response open(Request request) {
    return reception.read(
        request,
        parameters -> landed(request, parameters, landing -> open(request, parameters, landing)));
  }

  private Response open(Request request, JsonNode parameters, Landing landing) {
    return switch (resets.look(request, parameters)) {
      case LookAtTicket.Outcome.Refused _ -> reception.encode().notFound(request);
      case LookAtTicket.Outcome.Good(Account account, Ticket ticket) ->
          opened(request, parameters, landing, account, ticket);
    };
  }

  private Response opened(
      Request request, JsonNode parameters, Landing landing, Account account, Ticket ticket) {
    String token = Resets.token(parameters).orElseThrow();
    String config = Decode.text(parameters, Words.CONFIG).orElse("");
    return rules.resetTokenDemanded()
        ? encode.opened(request, landing, token)
        : encode.opened(request, landing, token, ticket, account, config);
  }

  // Setting another one

  private Response set(Request request) {
    return reception.read(
        request,
        parameters ->
            rules.resetTokenDemanded() && parameters.has(Words.RESET_TOKEN)
                ? resetByParameter(request, parameters)
                : reception.admit(request, parameters, encode::unauthorized, this::setOwn));
  }

  private Response resetByParameter(Request request, JsonNode parameters) {
    return switch (resets.look(request, parameters)) {
      case LookAtTicket.Outcome.Refused _ -> encode.unauthorized(request);
      case LookAtTicket.Outcome.Good _ ->
          reset(request, parameters, Resets.token(parameters), Extras.none());
    };
  }

  private Response setOwn(Guest guest) {
    return guest.byTicket() ? resetByTicket(guest) : changeIfAllowed(guest);
  }

  private Response resetByTicket(Guest guest) {
    Extras kept = reception.turn(guest);
    return guest.caller().may(Capability.RESET_OWN_PASSWORD)
        ? reset(guest.request(), guest.parameters(), Optional.of(guest.shown()), kept)
        : encode.notAllowed(guest.request(), kept);
  }

  private Response reset(
      Request request, JsonNode parameters, Optional<String> token, Extras kept) {
    return switch (Decode.change(parameters)) {
      case Misread(var misreading) -> encode.misread(request, misreading, kept);
      case Read(var change) -> encode.reset(request, resets.spend(request, token, change), kept);
    };
  }

  /** Who may not do it learns nothing of what else is wrong. */
  private Response changeIfAllowed(Guest guest) {
    if (!guest.caller().may(Capability.CHANGE_OWN_PASSWORD)) {
      return encode.notAllowed(guest.request(), reception.turn(guest));
    }
    return switch (Decode.change(guest.parameters())) {
      case Misread(var misreading) ->
          encode.misread(guest.request(), misreading, reception.turn(guest));
      case Read(var change) -> change(guest, change);
    };
  }

  private Response change(Guest guest, Change change) {
    try {
      ChangePassword.Outcome outcome =
          reception.deeds().changePassword().handle(command(guest, change));
      return encode.changed(guest.request(), outcome, reception.extras(outcome, guest));
    } finally {
      change.forget();
    }
  }

  private ChangePassword.Command command(Guest guest, Change change) {
    return new ChangePassword.Command(
        guest.caller(),
        rules.currentPassword() == TokenAuthDialect.CurrentPassword.NEVER
            ? Optional.empty()
            : change.current(),
        demand(),
        change.next(),
        reception.deeds().renewal(),
        reception.visit(guest.request()));
  }

  private Demand demand() {
    return switch (rules.currentPassword()) {
      case NEVER, IF_SENT -> Demand.IF_SENT;
      case ATTRIBUTES, PASSWORD -> Demand.ALWAYS;
    };
  }
}
