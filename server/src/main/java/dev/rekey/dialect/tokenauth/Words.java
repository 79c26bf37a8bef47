package dev.rekey.dialect.tokenauth;

import dev.rekey.core.policy.Violation;

/** The exact strings, field names and header names of devise_token_auth 1.3. */
final class Words {

  static final String ACCESS_TOKEN = "access-token";
  static final String TOKEN_TYPE = "token-type";
  static final String CLIENT = "client";
  static final String EXPIRY = "expiry";
  static final String UID = "uid";
  static final String AUTHORIZATION = "authorization";
  static final String BEARER = "Bearer";

  /** What a client is called that does not say its id. */
  static final String DEFAULT_CLIENT = "default";

  static final String EMAIL = "email";
  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String PASSWORD_CONFIRMATION = "password_confirmation";
  static final String CURRENT_PASSWORD = "current_password";

  static final String BAD_CREDENTIALS = "Invalid login credentials. Please try again.";
  static final String USE_POST = "Use POST /sign_in to sign in. GET is not supported.";
  static final String UNAUTHORIZED = "Unauthorized";
  static final String MISSING_PASSWORDS =
      "You must fill out the fields labeled 'Password' and 'Password confirmation'.";
  static final String UPDATED = "Your password has been successfully updated.";
  static final String NOT_ALLOWED = "Your account may not change its password here.";
  static final String BUSY = "The server is busy. Please try again in a moment.";
  static final String TOO_MANY = "Too many attempts. Please try again later.";

  private Words() {}

  /** The attribute that a violation is about. */
  static String attribute(Violation violation) {
    return switch (violation) {
      case Violation.OfPassword _ -> PASSWORD;
      case Violation.OfConfirmation _ -> PASSWORD_CONFIRMATION;
      case Violation.OfCurrent _ -> CURRENT_PASSWORD;
      case Violation.OfTicket _ -> "reset_password_token";
    };
  }

  /** The attribute as a sentence begins with it. */
  static String label(String attribute) {
    String spaced = attribute.replace('_', ' ');
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  static String text(Violation violation) {
    return switch (violation) {
      case Violation.Blank() -> "can't be blank";
      case Violation.TooShort(int minimum) ->
          "is too short (minimum is " + minimum + " characters)";
      case Violation.TooLong(int maximum) -> "is too long (maximum is " + maximum + " characters)";
      case Violation.Common() -> "is too common: it is on lists of known passwords";
      case Violation.Personal() -> "must not be your own name or address";
      case Violation.Organisational() -> "must not be the name of this service";
      case Violation.SameAsCurrent() -> "must not be the current password";
      case Violation.Unusable() -> "is invalid";
      case Violation.ConfirmationBlank() -> "can't be blank";
      case Violation.ConfirmationDiffers() -> "doesn't match Password";
      case Violation.CurrentBlank() -> "can't be blank";
      case Violation.CurrentWrong() -> "is invalid";
      case Violation.TicketBlank() -> "can't be blank";
      case Violation.TicketInvalid() -> "is invalid";
      case Violation.TicketExpired() -> "has expired, please request a new one";
    };
  }
}
