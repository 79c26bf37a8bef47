package dev.rekey.dialect.ocariot;

import dev.rekey.core.policy.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Says why a password or a name was refused, in sentences like those of the original. */
final class Complaints {

  private Complaints() {}

  /**
   * All of them in one text.
   *
   * @param password what the field of the new password is called
   */
  static String about(String password, List<Violation> violations) {
    return violations.stream()
        .map(violation -> sentence(password, violation))
        .collect(Collectors.joining(" "));
  }

  private static String sentence(String password, Violation violation) {
    return switch (violation) {
      case Violation.OfPassword about -> password + ' ' + demand(about);
      case Violation.OfConfirmation _ -> password + " must be the same both times!";
      case Violation.OfName about -> demand(about);
      case Violation.OfTicket _ -> password + " must be sent with a ticket that is still valid!";
      case Violation.OfCurrent _ -> Words.OLD_PASSWORD_DIFFERS;
    };
  }

  private static String demand(Violation.OfPassword violation) {
    return switch (violation) {
      case Violation.Blank() -> "must have at least one character that is not a blank!";
      case Violation.TooShort(int minimum) -> "must have at least " + minimum + " characters!";
      case Violation.TooLong(int maximum) -> "must have at most " + maximum + " characters!";
      case Violation.Common() -> "must not be a password that many people use!";
      case Violation.Personal() -> "must not be made of the user's own data!";
      case Violation.Organisational() ->
          "must not be made of a name of the organization or of this service!";
      case Violation.SameAsCurrent() -> "must be different from the current password!";
      case Violation.Unusable() -> "must not have characters that no keyboard can type!";
    };
  }

  private static String demand(Violation.OfName violation) {
    return switch (violation) {
      case Violation.UsernameBlank() -> "username must have at least one character!";
      case Violation.UsernameMalformed() ->
          "username must not have characters that no keyboard can type!";
      case Violation.UsernameTaken() -> "username must not be another user's!";
      case Violation.EmailBlank() -> "email must have at least one character!";
      case Violation.EmailMalformed() -> "email must be an e-mail address!";
      case Violation.EmailTaken() -> "email must not be another user's!";
    };
  }
}
