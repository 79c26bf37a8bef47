package dev.rekey.dialect.devise;

import dev.rekey.core.account.Account;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.token.Issued;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of a reset. */
final class EncodePassword {

  private final Encode encode;

  EncodePassword(Encode encode) {
    this.encode = encode;
  }

  Response spent(Request request, SpendTicket.Outcome outcome) {
    return switch (outcome) {
      case SpendTicket.Outcome.Done(Account account, Optional<Issued> issued) ->
          encode.reset(request, account, issued);
      case SpendTicket.Outcome.Refused(List<Violation> violations) ->
          encode.refused(request, violations);
      case SpendTicket.Outcome.Overloaded(Duration retryAfter) ->
          encode.overloaded(request, retryAfter);
    };
  }
}
