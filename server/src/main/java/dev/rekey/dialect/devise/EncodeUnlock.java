package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Words.UNLOCK_TOKEN;

import dev.rekey.core.account.Account;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.reset.Unlock;
import dev.rekey.http.Request;
import dev.rekey.http.Response;

/** What came of opening an account; what is wrong here stands in no wrapper. */
final class EncodeUnlock {

  private final Encode encode;

  EncodeUnlock(Encode encode) {
    this.encode = encode;
  }

  Response unlocked(Request request, Unlock.Outcome outcome) {
    return switch (outcome) {
      case Unlock.Outcome.Unlocked(Account account) -> encode.shown(request, account);
      case Unlock.Outcome.Refused(Violation.OfTicket violation) ->
          encode.bareFault(request, UNLOCK_TOKEN, text(violation));
    };
  }

  private static String text(Violation.OfTicket violation) {
    return switch (violation) {
      case Violation.TicketBlank() -> Words.BLANK;
      case Violation.TicketInvalid() -> Words.INVALID;
      case Violation.TicketExpired() -> Words.EXPIRED;
    };
  }
}
