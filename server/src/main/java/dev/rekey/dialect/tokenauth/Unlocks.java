package dev.rekey.dialect.tokenauth;

import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Opening an account that too many failures have shut; the link of a letter does so when it is
 * opened, as the gem has it, but signs nobody in.
 */
final class Unlocks {

  private final Reception reception;
  private final Landings landings;
  private final EncodeLetter encode;

  Unlocks(Reception reception) {
    this.reception = reception;
    this.landings = new Landings(reception.settings());
    this.encode = new EncodeLetter(reception.encode(), reception.settings().rules().paranoid());
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", reception.path("/unlock"), this::ask),
        new Route("GET", reception.path("/unlock"), this::unlock));
  }

  private Response ask(Request request) {
    return reception.read(
        request,
        parameters ->
            Decode.email(parameters)
                .map(email -> ask(request, email, parameters))
                .orElseGet(() -> encode.noAddress(request)));
  }

  private Response ask(Request request, String email, JsonNode parameters) {
    return landed(request, parameters, landing -> ask(request, email, parameters, landing));
  }

  private Response ask(Request request, String email, JsonNode parameters, Landing landing) {
    AskForLetter.Command command =
        new AskForLetter.Command(
            Purpose.UNLOCK,
            email,
            landings.unlockLink(parameters, landing),
            reception.visit(request));
    return encode.asked(
        request, Purpose.UNLOCK, email, reception.deeds().askForLetter().handle(command));
  }

  private Response unlock(Request request) {
    return reception.read(
        request,
        parameters -> landed(request, parameters, landing -> unlock(request, parameters, landing)));
  }

  private Response unlock(Request request, JsonNode parameters, Landing landing) {
    Unlock.Command command =
        new Unlock.Command(Decode.text(parameters, Words.UNLOCK_TOKEN), reception.visit(request));
    return encode.unlocked(request, reception.deeds().unlock().handle(command), landing);
  }

  private Response landed(Request request, JsonNode parameters, Function<Landing, Response> next) {
    return switch (landings.afterUnlock(parameters)) {
      case Landings.Wish.Forbidden(String url) -> encode.notToBeLedThere(request, url);
      case Landings.Wish.Missing() -> reception.encode().notFound(request);
      case Landings.Wish.Allowed(Landing landing) -> next.apply(landing);
    };
  }
}
