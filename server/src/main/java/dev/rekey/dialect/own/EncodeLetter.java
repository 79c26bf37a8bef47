package dev.rekey.dialect.own;

import dev.rekey.core.policy.Violation;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.Unlock;
import java.time.Duration;
import java.util.List;

/** From what came of letters and their tickets to answers. */
final class EncodeLetter {

  private static final String NO_PASSWORD = "password";

  private EncodeLetter() {}

  /** Whether anybody is known is nobody's business. */
  static Answer asked(AskForLetter.Outcome outcome) {
    return switch (outcome) {
      case AskForLetter.Outcome.Asked(boolean _) -> Answer.accepted();
      case AskForLetter.Outcome.TooMany(Duration retryAfter) -> Encode.tooMany(retryAfter);
    };
  }

  static Answer confirmed(ConfirmEmail.Outcome outcome) {
    return switch (outcome) {
      case ConfirmEmail.Outcome.Confirmed _, ConfirmEmail.Outcome.AlreadyConfirmed _ ->
          Answer.done();
      case ConfirmEmail.Outcome.Taken() ->
          EncodeViolation.refused(List.of(new Violation.EmailTaken()), NO_PASSWORD);
      case ConfirmEmail.Outcome.Refused(Violation.OfTicket violation) ->
          EncodeViolation.refused(List.of(violation), NO_PASSWORD);
    };
  }

  static Answer unlocked(Unlock.Outcome outcome) {
    return switch (outcome) {
      case Unlock.Outcome.Unlocked _ -> Answer.done();
      case Unlock.Outcome.Refused(Violation.OfTicket violation) ->
          EncodeViolation.refused(List.of(violation), NO_PASSWORD);
    };
  }
}
