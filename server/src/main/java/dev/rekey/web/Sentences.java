package dev.rekey.web;

import dev.rekey.core.policy.Violation;

/** What a person is told about a refused password: what was wrong and what would be right. */
final class Sentences {

  private Sentences() {}

  static String of(Violation violation) {
    return switch (violation) {
      case Violation.Blank() -> "Please choose a password.";
      case Violation.TooShort(int minimum) ->
          "The password needs at least " + minimum + " characters.";
      case Violation.TooLong(int maximum) ->
          "The password may have " + maximum + " characters at most.";
      case Violation.Common() ->
          "This password is on lists of known passwords. A few random words make a good one.";
      case Violation.Personal() -> "The password must not be your own name or address.";
      case Violation.Organisational() ->
          "The password must not be the name of this service or organisation.";
      case Violation.SameAsCurrent() -> "This is the password that you have now.";
      case Violation.Unusable() -> "The password holds a character that cannot be used.";
      case Violation.ConfirmationBlank() -> "Please repeat the password.";
      case Violation.ConfirmationDiffers() -> "The two passwords are not the same.";
      case Violation.CurrentBlank() -> "Please give your current password.";
      case Violation.CurrentWrong() -> "The current password is not right.";
      case Violation.TicketBlank(), Violation.TicketInvalid() ->
          "This link was used already or a newer one was sent.";
      case Violation.EmailBlank() -> "Please give your e-mail address.";
      case Violation.EmailMalformed() -> "This does not read as an e-mail address.";
      case Violation.EmailTaken() -> "This e-mail address belongs to another account.";
      case Violation.UsernameBlank() -> "Please choose a name.";
      case Violation.UsernameMalformed() -> "The name holds a character that cannot be used.";
      case Violation.UsernameTaken() -> "This name belongs to another account.";
      case Violation.TicketExpired() -> "This link is too old. Please ask for a new one.";
    };
  }
}
