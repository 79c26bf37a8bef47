package dev.rekey.dialect.tokenauth;

import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.dialect.tokenauth.Decode.Change;
import dev.rekey.http.Request;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Setting a password with a letter's ticket, wherever on this wire it is shown. */
final class Resets {

  private final Reception reception;

  Resets(Reception reception) {
    this.reception = reception;
  }

  LookAtTicket.Outcome look(Request request, JsonNode parameters) {
    return reception
        .deeds()
        .lookAtTicket()
        .handle(new LookAtTicket.Command(token(parameters), reception.visit(request)));
  }

  static Optional<String> token(JsonNode parameters) {
    return Decode.text(parameters, Words.RESET_TOKEN);
  }

  /** The owner is signed in afterwards, and the address is confirmed: the letter was read. */
  SpendTicket.Outcome spend(Request request, Optional<String> token, Change change) {
    try {
      SpendTicket.Command command =
          new SpendTicket.Command(
              token,
              change.next(),
              Optional.of(reception.deeds().issuer()),
              true,
              reception.visit(request));
      return reception.deeds().spendTicket().handle(command);
    } finally {
      change.forget();
    }
  }
}
