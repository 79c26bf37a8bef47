package dev.rekey.dialect.tokenauth;

import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Confirming an address; the link of its letter does so when it is opened, as the gem has it. */
final class Confirmations {

  private final Reception reception;
  private final Landings landings;
  private final EncodeLetter encode;

  Confirmations(Reception reception) {
    this.reception = reception;
    this.landings = new Landings(reception.settings());
    this.encode = new EncodeLetter(reception.encode(), reception.settings().rules().paranoid());
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", reception.path("/confirmation"), this::ask),
        new Route("GET", reception.path("/confirmation"), this::confirm));
  }

  private Response ask(Request request) {
    return reception.read(
        request,
        parameters ->
            Decode.email(parameters)
                .filter(email -> !email.isBlank())
                .map(email -> ask(request, email, parameters))
                .orElseGet(() -> encode.noAddress(request)));
  }

  private Response ask(Request request, String email, JsonNode parameters) {
    return switch (landings.afterConfirmation(parameters)) {
      case Landings.Wish.Forbidden(String url) -> encode.notToBeLedThere(request, url);
      case Landings.Wish.Missing() -> ask(request, email, parameters, Optional.empty());
      case Landings.Wish.Allowed(Landing landing) ->
          ask(request, email, parameters, Optional.of(landing));
    };
  }

  private Response ask(
      Request request, String email, JsonNode parameters, Optional<Landing> landing) {
    AskForLetter.Command command =
        new AskForLetter.Command(
            Purpose.CONFIRM_EMAIL,
            email,
            landings.confirmationLink(parameters, landing),
            reception.visit(request));
    return encode.asked(
        request, Purpose.CONFIRM_EMAIL, email, reception.deeds().askForLetter().handle(command));
  }

  private Response confirm(Request request) {
    return reception.read(
        request,
        parameters ->
            switch (landings.afterConfirmation(parameters)) {
              case Landings.Wish.Forbidden(String url) -> encode.notToBeLedThere(request, url);
              case Landings.Wish.Missing() -> confirm(request, parameters, Optional.empty());
              case Landings.Wish.Allowed(Landing landing) ->
                  confirm(request, parameters, Optional.of(landing));
            });
  }

  private Response confirm(Request request, JsonNode parameters, Optional<Landing> landing) {
    ConfirmEmail.Command command =
        new ConfirmEmail.Command(
            Decode.text(parameters, Words.CONFIRMATION_TOKEN), reception.visit(request));
    return encode.confirmed(request, reception.deeds().confirmEmail().handle(command), landing);
  }
}
