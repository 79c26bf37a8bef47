package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.Demand;
import dev.rekey.core.change.Wishes;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.password.Password;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.SignUp;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.tokenauth.Decode.Change;
import dev.rekey.dialect.tokenauth.DecodeRegistration.Draft;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Making, changing and deleting one's own account. */
final class Registrations {

  private final Reception reception;
  private final Rules rules;
  private final Landings landings;
  private final Resets resets;
  private final DecodeRegistration decode;
  private final EncodeRegistration encode;

  Registrations(Reception reception) {
    this.reception = reception;
    this.rules = reception.settings().rules();
    this.landings = new Landings(reception.settings());
    this.resets = new Resets(reception);
    this.decode = new DecodeRegistration(reception.settings().profileFields());
    this.encode =
        new EncodeRegistration(reception.settings(), reception.encode(), reception.credentials());
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", reception.path(""), this::signUp),
        new Route("PUT", reception.path(""), this::update),
        new Route("PATCH", reception.path(""), this::update),
        new Route("DELETE", reception.path(""), this::cancel));
  }

  // Making one

  private Response signUp(Request request) {
    return reception.read(
        request,
        parameters ->
            decode.saysAnything(parameters)
                ? land(request, parameters, decode.draft(parameters))
                : encode.nothingSaidAtSignUp(request));
  }

  /** Without confirmation nobody is led anywhere; what a list does not have is refused even so. */
  private Response land(Request request, JsonNode parameters, Draft draft) {
    return switch (landings.afterSignUp(parameters)) {
      case Landings.Wish.Missing() when rules.confirmable() -> encode.nowhereToLand(request, draft);
      case Landings.Wish.Forbidden(String url) when rules.confirmable() || landings.listed() ->
          encode.notToBeLedThere(request, draft, url);
      case Landings.Wish.Missing _, Landings.Wish.Forbidden _ ->
          signUp(request, parameters, draft, Optional.empty());
      case Landings.Wish.Allowed(Landing landing) ->
          signUp(request, parameters, draft, confirmation(parameters, landing));
    };
  }

  private Optional<TicketLink> confirmation(JsonNode parameters, Landing landing) {
    return rules.confirmable()
        ? Optional.of(landings.confirmationLink(parameters, Optional.of(landing)))
        : Optional.empty();
  }

  private Response signUp(
      Request request, JsonNode parameters, Draft draft, Optional<TicketLink> confirmation) {
    return switch (decode.change(parameters)) {
      case Misread(var misreading) -> encode.unsaved(request, draft, misreading);
      case Read(var change) -> signUp(request, draft, change, confirmation);
    };
  }

  private Response signUp(
      Request request, Draft draft, Change change, Optional<TicketLink> confirmation) {
    try {
      SignUp.Command command =
          new SignUp.Command(
              draft.email(),
              draft.username(),
              change.next(),
              draft.profile(),
              confirmation,
              reception.visit(request));
      return encode.signedUp(request, draft, reception.deeds().signUp().handle(command));
    } finally {
      change.forget();
    }
  }

  // Changing it

  /** An empty wish is refused before anybody is asked who they are. */
  private Response update(Request request) {
    return reception.read(
        request,
        parameters ->
            decode.changesAnything(parameters)
                ? reception.admit(request, parameters, encode::nobodyToUpdate, this::update)
                : encode.nothingSaidAtUpdate(request));
  }

  private Response update(Guest guest) {
    return switch (decode.change(guest.parameters())) {
      case Misread(var misreading) ->
          encode.misread(guest.request(), misreading, reception.turn(guest));
      case Read(var change) -> update(guest, change);
    };
  }

  private Response update(Guest guest, Change change) {
    if (guest.byTicket()) {
      return reset(guest, change);
    }
    return change.isWished() ? changePassword(guest, change) : changeProfile(guest, change);
  }

  /** Some clients set a password here; with a letter's ticket that is all that can be done. */
  private Response reset(Guest guest, Change change) {
    boolean mayBeDone =
        change.isWished()
            && decode.wishes(guest.parameters()).equals(Wishes.none())
            && guest.caller().may(Capability.RESET_OWN_PASSWORD);
    return mayBeDone
        ? encode.reset(
            guest.request(),
            resets.spend(guest.request(), Optional.of(guest.shown()), change),
            reception.turn(guest))
        : encode.nobodyToUpdate(guest.request());
  }

  private Response changePassword(Guest guest, Change change) {
    try {
      ChangePassword.Command command =
          new ChangePassword.Command(
              guest.caller(),
              current(change),
              demand(change, CurrentPassword.PASSWORD),
              change.next(),
              wishes(guest),
              reception.deeds().renewal(),
              reception.visit(guest.request()));
      ChangePassword.Outcome outcome = reception.deeds().changePassword().handle(command);
      return encode.changed(guest.request(), outcome, reception.extras(outcome, guest));
    } finally {
      change.forget();
    }
  }

  private Response changeProfile(Guest guest, Change change) {
    try {
      ChangeProfile.Command command =
          new ChangeProfile.Command(
              guest.caller(),
              current(change),
              demand(change, CurrentPassword.ATTRIBUTES),
              wishes(guest),
              reception.visit(guest.request()));
      ChangeProfile.Outcome outcome = reception.deeds().changeProfile().handle(command);
      return encode.changed(guest.request(), outcome, extras(outcome, guest));
    } finally {
      change.forget();
    }
  }

  private Extras extras(ChangeProfile.Outcome outcome, Guest guest) {
    return switch (outcome) {
      case ChangeProfile.Outcome.Changed(Account account) -> reception.turn(guest, account);
      case ChangeProfile.Outcome.Refused _, ChangeProfile.Outcome.NotAllowed _ ->
          reception.turn(guest);
      case ChangeProfile.Outcome.Gone _,
          ChangeProfile.Outcome.TooMany _,
          ChangeProfile.Outcome.Overloaded _ ->
          Extras.none();
    };
  }

  /** A new address is confirmed first where the mount wants it so. */
  private Wishes wishes(Guest guest) {
    Wishes plain = decode.wishes(guest.parameters());
    boolean confirmed = rules.confirmable() && rules.reconfirms() && plain.email().isPresent();
    return confirmed
        ? new Wishes(
            plain.email(),
            plain.username(),
            plain.profile(),
            Optional.of(landings.reconfirmationLink()))
        : plain;
  }

  private Optional<Password> current(Change change) {
    return rules.currentPassword() == CurrentPassword.NEVER ? Optional.empty() : change.current();
  }

  /**
   * Whoever speaks of the current password has to know it.
   *
   * @param matter what is to be changed
   */
  private Demand demand(Change change, CurrentPassword matter) {
    boolean demanded =
        switch (rules.currentPassword()) {
          case NEVER -> false;
          case IF_SENT -> change.currentShown();
          case ATTRIBUTES -> true;
          case PASSWORD -> change.currentShown() || matter == CurrentPassword.PASSWORD;
        };
    return demanded ? Demand.ALWAYS : Demand.IF_SENT;
  }

  // Deleting it

  private Response cancel(Request request) {
    return reception.read(
        request,
        parameters -> reception.admit(request, parameters, encode::nobodyToCancel, this::cancel));
  }

  private Response cancel(Guest guest) {
    if (guest.byTicket()) {
      return encode.nobodyToCancel(guest.request());
    }
    CancelAccount.Command command =
        new CancelAccount.Command(guest.caller(), reception.visit(guest.request()));
    return encode.cancelled(guest.request(), reception.deeds().cancelAccount().handle(command));
  }
}
