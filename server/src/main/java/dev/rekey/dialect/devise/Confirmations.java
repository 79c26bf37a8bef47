package dev.rekey.dialect.devise;

import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.DeviseDialect.UseCases;
import dev.rekey.http.Request;
import dev.rekey.http.Response;

/** The address that is to be confirmed, by a letter's link. */
final class Confirmations {

  private final Settings settings;
  private final UseCases useCases;
  private final LetterDesk desk;
  private final Decode decode;
  private final EncodeConfirmation encode;

  Confirmations(
      Settings settings, UseCases useCases, LetterDesk desk, Decode decode, Encode encode) {
    this.settings = settings;
    this.useCases = useCases;
    this.desk = desk;
    this.decode = decode;
    this.encode = new EncodeConfirmation(settings, encode);
  }

  Response ask(Request request, Attributes user) {
    return desk.ask(
        request, user, Purpose.CONFIRM_EMAIL, settings.letters().confirmation().orElseThrow());
  }

  Response confirm(Request request, Attributes nothing) {
    ConfirmEmail.Command command =
        new ConfirmEmail.Command(
            request.query().first(Words.CONFIRMATION_TOKEN), decode.visit(request));
    return encode.confirmed(request, useCases.confirmEmail().handle(command));
  }
}
