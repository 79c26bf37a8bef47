package dev.rekey.cli;

import dev.rekey.core.policy.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Why a password was refused, for the terminal. */
final class Complaints {

  private Complaints() {}

  static Refusal refused(List<Violation> violations) {
    return new Refusal(
        violations.stream()
            .map(Complaints::sentence)
            .collect(Collectors.joining(System.lineSeparator())));
  }

  private static String sentence(Violation violation) {
    return switch (violation) {
      case Violation.Blank() -> "The password is blank.";
      case Violation.TooShort(int minimum) ->
          "The password is too short: at least " + minimum + " characters.";
      case Violation.TooLong(int maximum) ->
          "The password is too long: at most " + maximum + " characters.";
      case Violation.Common() ->
          "The password is on the list of common passwords; --any-password takes it all the same.";
      case Violation.Personal() -> "The password is made of the account's own names.";
      case Violation.Organisational() -> "The password is made of a word of the organisation.";
      case Violation.SameAsCurrent() -> "This is the current password.";
      case Violation.Unusable() -> "The password holds NUL or half a character.";
      case Violation.OfConfirmation _ -> "The repetition is another text.";
      case Violation.OfCurrent _ -> "The current password is not right.";
      case Violation.OfTicket _ -> "The reset link is not good.";
    };
  }
}
