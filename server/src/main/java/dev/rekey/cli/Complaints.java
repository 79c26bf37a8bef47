package dev.rekey.cli;

import dev.rekey.core.policy.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Why a password was refused, for the terminal. */
public final class Complaints {

  private static final String WAY_OUT = "--any-password takes it all the same.";

  private Complaints() {}

  static Refusal refused(List<Violation> violations) {
    boolean hopeless = violations.stream().anyMatch(Complaints::isBeyondPolicy);
    return new Refusal(sentences(violations) + (hopeless ? "" : ' ' + WAY_OUT));
  }

  public static String sentences(List<Violation> violations) {
    return violations.stream().map(Complaints::sentence).collect(Collectors.joining(" "));
  }

  private static boolean isBeyondPolicy(Violation violation) {
    return violation instanceof Violation.Blank || violation instanceof Violation.Unusable;
  }

  private static String sentence(Violation violation) {
    return switch (violation) {
      case Violation.Blank() -> "The password is blank.";
      case Violation.TooShort(int minimum) ->
          "The password is too short: at least " + minimum + " characters.";
      case Violation.TooLong(int maximum) ->
          "The password is too long: at most " + maximum + " characters.";
      case Violation.Common() -> "The password is on the list of common passwords.";
      case Violation.Personal() -> "The password is made of the account's own names.";
      case Violation.Organisational() -> "The password is made of a word of the organisation.";
      case Violation.SameAsCurrent() -> "This is the current password.";
      case Violation.Unusable() -> "The password holds NUL or half a character.";
      case Violation.OfConfirmation _ -> "The repetition is another text.";
      case Violation.OfCurrent _ -> "The current password is not right.";
      case Violation.OfTicket _ -> "The reset link is not good.";
      case Violation.EmailBlank() -> "The e-mail address is blank.";
      case Violation.EmailMalformed() -> "The e-mail address does not read as one.";
      case Violation.EmailTaken() -> "The e-mail address is another account's.";
      case Violation.UsernameBlank() -> "The name is blank.";
      case Violation.UsernameMalformed() -> "The name holds a control character.";
      case Violation.UsernameTaken() -> "The name is another account's.";
    };
  }
}
