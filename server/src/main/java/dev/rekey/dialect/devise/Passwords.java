package dev.rekey.dialect.devise;

import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.DeviseDialect.UseCases;
import dev.rekey.http.Request;
import dev.rekey.http.Response;

/** The password that somebody has forgotten. */
final class Passwords {

  private final Settings settings;
  private final UseCases useCases;
  private final LetterDesk desk;
  private final Decode decode;
  private final Encode encode;
  private final EncodePassword encodePassword;

  Passwords(Settings settings, UseCases useCases, LetterDesk desk, Decode decode, Encode encode) {
    this.settings = settings;
    this.useCases = useCases;
    this.desk = desk;
    this.decode = decode;
    this.encode = encode;
    this.encodePassword = new EncodePassword(encode);
  }

  Response ask(Request request, Attributes user) {
    return desk.ask(request, user, Purpose.RESET_PASSWORD, settings.letters().reset());
  }

  /** The form behind a letter's link is a page, which this wire has none of. */
  Response edit(Request request, Attributes nothing) {
    return encode.notAcceptable(request);
  }

  Response spend(Request request, Attributes user) {
    return switch (decode.spendTicket(request, user, useCases.afterReset())) {
      case Misread(var misreading) -> encode.misread(request, misreading);
      case Read(var command) ->
          encodePassword.spent(request, useCases.spendTicket().handle(command));
    };
  }
}
