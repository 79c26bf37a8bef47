package dev.rekey.page;

import dev.rekey.core.policy.Violation;

/** What a person is told about what was refused: what was wrong and what would be right. */
public final class Sentences {

  private final Frame frame;

  public Sentences(Frame frame) {
    this.frame = frame;
  }

  public String of(Violation violation) {
    return switch (violation) {
      case Violation.Blank() -> frame.say("violation.blank");
      case Violation.TooShort(int minimum) -> frame.say("violation.too-short", minimum);
      case Violation.TooLong(int maximum) -> frame.say("violation.too-long", maximum);
      case Violation.Common() -> frame.say("violation.common");
      case Violation.Personal() -> frame.say("violation.personal");
      case Violation.Organisational() -> frame.say("violation.organisational");
      case Violation.SameAsCurrent() -> frame.say("violation.same-as-current");
      case Violation.Unusable() -> frame.say("violation.unusable");
      case Violation.ConfirmationBlank() -> frame.say("violation.confirmation-blank");
      case Violation.ConfirmationDiffers() -> frame.say("violation.confirmation-differs");
      case Violation.CurrentBlank() -> frame.say("violation.current-blank");
      case Violation.CurrentWrong() -> frame.say("violation.current-wrong");
      case Violation.TicketBlank(), Violation.TicketInvalid() ->
          frame.say("violation.ticket-invalid");
      case Violation.TicketExpired() -> frame.say("violation.ticket-expired");
      case Violation.EmailBlank() -> frame.say("violation.email-blank");
      case Violation.EmailMalformed() -> frame.say("violation.email-malformed");
      case Violation.EmailTaken() -> frame.say("violation.email-taken");
      case Violation.UsernameBlank() -> frame.say("violation.username-blank");
      case Violation.UsernameMalformed() -> frame.say("violation.username-malformed");
      case Violation.UsernameTaken() -> frame.say("violation.username-taken");
    };
  }
}
