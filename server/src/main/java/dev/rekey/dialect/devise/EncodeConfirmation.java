package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Words.CONFIRMATION_TOKEN;
import static dev.rekey.dialect.devise.Words.EMAIL;

import dev.rekey.core.account.Account;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.http.Request;
import dev.rekey.http.Response;

/** What came of confirming an address; what is wrong here stands in no wrapper. */
final class EncodeConfirmation {

  private final Settings settings;
  private final Encode encode;

  EncodeConfirmation(Settings settings, Encode encode) {
    this.settings = settings;
    this.encode = encode;
  }

  Response confirmed(Request request, ConfirmEmail.Outcome outcome) {
    return switch (outcome) {
      case ConfirmEmail.Outcome.Confirmed(Account account) -> encode.shown(request, account);
      case ConfirmEmail.Outcome.AlreadyConfirmed(Account _) ->
          encode.bareFault(request, EMAIL, Words.ALREADY_CONFIRMED);
      case ConfirmEmail.Outcome.Taken() -> encode.bareFault(request, EMAIL, Words.TAKEN);
      case ConfirmEmail.Outcome.Refused(Violation.OfTicket violation) ->
          refused(request, violation);
    };
  }

  private Response refused(Request request, Violation.OfTicket violation) {
    return switch (violation) {
      case Violation.TicketBlank() -> encode.bareFault(request, CONFIRMATION_TOKEN, Words.BLANK);
      case Violation.TicketInvalid() ->
          encode.bareFault(request, CONFIRMATION_TOKEN, Words.INVALID);
      case Violation.TicketExpired() ->
          encode.bareFault(
              request, EMAIL, Words.confirmWithin(settings.letters().confirmableFor()));
    };
  }
}
