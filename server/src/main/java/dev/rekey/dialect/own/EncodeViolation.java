package dev.rekey.dialect.own;

import dev.rekey.core.policy.Violation;
import java.util.List;

/** From the core's reasons for a refusal to this wire's. */
final class EncodeViolation {

  private static final String CURRENT = "current_password";
  private static final String TICKET = "ticket";
  private static final String EMAIL = "email";
  private static final String USERNAME = "username";

  private EncodeViolation() {}

  /**
   * @param password what the request calls the new password
   */
  static Answer refused(List<Violation> violations, String password) {
    return Answer.trouble(
        Problem.of(
            ProblemType.REFUSED,
            "Nothing was changed, for the reasons that are listed.",
            complaints(violations, password)));
  }

  static List<Complaint> complaints(List<Violation> violations, String password) {
    return violations.stream().map(violation -> complaint(violation, password)).toList();
  }

  private static Complaint complaint(Violation violation, String password) {
    return switch (violation) {
      case Violation.OfPassword ofPassword -> ofPassword(ofPassword, password);
      case Violation.OfConfirmation ofConfirmation -> ofConfirmation(ofConfirmation);
      case Violation.OfCurrent ofCurrent -> ofCurrent(ofCurrent);
      case Violation.OfTicket ofTicket -> ofTicket(ofTicket);
      case Violation.OfName ofName -> ofName(ofName);
    };
  }

  private static Complaint ofPassword(Violation.OfPassword violation, String field) {
    return switch (violation) {
      case Violation.Blank() -> Complaint.of(field, "blank", "Please choose a password.");
      case Violation.TooShort(int minimum) ->
          Complaint.of(
              field,
              "too_short",
              "The password needs at least " + minimum + " characters.",
              "minimum",
              minimum);
      case Violation.TooLong(int maximum) ->
          Complaint.of(
              field,
              "too_long",
              "The password may have " + maximum + " characters at most.",
              "maximum",
              maximum);
      case Violation.Common() ->
          Complaint.of(
              field,
              "common",
              "This password is on lists of known passwords. A few random words make a good one.");
      case Violation.Personal() ->
          Complaint.of(
              field, "personal", "The password must not be made of your own name or address.");
      case Violation.Organisational() ->
          Complaint.of(
              field,
              "organisational",
              "The password must not be made of the name of this service or organisation.");
      case Violation.SameAsCurrent() ->
          Complaint.of(field, "same_as_current", "This is the password that the account has now.");
      case Violation.Unusable() ->
          Complaint.of(field, "unusable", "The password holds a character that cannot be used.");
    };
  }

  /** This wire has no repetition of a password; its words are here for the day that it has. */
  private static Complaint ofConfirmation(Violation.OfConfirmation violation) {
    return switch (violation) {
      case Violation.ConfirmationBlank() ->
          Complaint.of("repetition", "blank", "Please repeat the password.");
      case Violation.ConfirmationDiffers() ->
          Complaint.of("repetition", "wrong", "The two passwords are not the same.");
    };
  }

  private static Complaint ofCurrent(Violation.OfCurrent violation) {
    return switch (violation) {
      case Violation.CurrentBlank() ->
          Complaint.of(CURRENT, "blank", "Please give the current password.");
      case Violation.CurrentWrong() ->
          Complaint.of(CURRENT, "wrong", "The current password is not right.");
    };
  }

  private static Complaint ofTicket(Violation.OfTicket violation) {
    return switch (violation) {
      case Violation.TicketBlank() -> Complaint.of(TICKET, "blank", "No ticket was shown.");
      case Violation.TicketInvalid() ->
          Complaint.of(TICKET, "invalid", "The ticket was used already, or a newer one was sent.");
      case Violation.TicketExpired() ->
          Complaint.of(TICKET, "expired", "The ticket is too old. Please ask for a new one.");
    };
  }

  private static Complaint ofName(Violation.OfName violation) {
    return switch (violation) {
      case Violation.EmailBlank() -> Complaint.of(EMAIL, "blank", "Please give an e-mail address.");
      case Violation.EmailMalformed() ->
          Complaint.of(EMAIL, "malformed", "This does not read as an e-mail address.");
      case Violation.EmailTaken() ->
          Complaint.of(EMAIL, "taken", "This e-mail address belongs to another account.");
      case Violation.UsernameBlank() -> Complaint.of(USERNAME, "blank", "Please choose a name.");
      case Violation.UsernameMalformed() ->
          Complaint.of(USERNAME, "malformed", "The name holds a character that cannot be used.");
      case Violation.UsernameTaken() ->
          Complaint.of(USERNAME, "taken", "This name belongs to another account.");
    };
  }
}
