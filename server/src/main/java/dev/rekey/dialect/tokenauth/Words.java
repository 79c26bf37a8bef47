package dev.rekey.dialect.tokenauth;

import dev.rekey.core.policy.Violation;

/** The exact strings, field names and header names of devise_token_auth 1.3. */
final class Words {

  static final String BEARER = "Bearer";

  /** What a client is called that does not say its id. */
  static final String DEFAULT_CLIENT = "default";

  /** What a client is called whose token is a reset letter's ticket. */
  static final String TICKET_CLIENT = "reset_password";

  static final String EMAIL = "email";
  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String PASSWORD_CONFIRMATION = "password_confirmation";
  static final String CURRENT_PASSWORD = "current_password";
  static final String REDIRECT_URL = "redirect_url";
  static final String CONFIRM_SUCCESS_URL = "confirm_success_url";
  static final String CONFIG_NAME = "config_name";
  static final String CONFIG = "config";
  static final String RESET_TOKEN = "reset_password_token";
  static final String CONFIRMATION_TOKEN = "confirmation_token";
  static final String UNLOCK_TOKEN = "unlock_token";
  static final String UNBATCH = "unbatch";

  static final String BAD_CREDENTIALS = "Invalid login credentials. Please try again.";
  static final String BAD_TOKEN = "Invalid login credentials";
  static final String USE_POST = "Use POST /sign_in to sign in. GET is not supported.";
  static final String NOT_SIGNED_IN = "User was not found or was not logged in.";
  static final String LOCKED =
      "Your account has been locked due to an excessive number of unsuccessful sign in attempts.";

  static final String NO_SIGN_UP_DATA = "Please submit proper sign up data in request body.";
  static final String NO_UPDATE_DATA = "Please submit proper account update data in request body.";
  static final String NO_CONFIRM_SUCCESS_URL = "Missing 'confirm_success_url' parameter.";
  static final String NO_USER = "User not found.";
  static final String NO_ACCOUNT = "Unable to locate account for destruction.";

  static final String UNAUTHORIZED = "Unauthorized";
  static final String MISSING_PASSWORDS =
      "You must fill out the fields labeled 'Password' and 'Password confirmation'.";
  static final String UPDATED = "Your password has been successfully updated.";
  static final String NO_REDIRECT_URL = "Missing redirect URL.";
  static final String NO_EMAIL = "You must provide an email address.";
  static final String RESET_PERHAPS_SENT =
      "If your email address exists in our database, you will receive a password recovery link at"
          + " your email address in a few minutes.";
  static final String CONFIRMATION_PERHAPS_SENT =
      "If your email address exists in our database, you will receive an email with instructions"
          + " for how to confirm your email address in a few minutes.";
  static final String UNLOCK_PERHAPS_SENT =
      "If your account exists, you will receive an email with instructions for how to unlock it in"
          + " a few minutes.";

  static final String NOT_ALLOWED_TO_CHANGE = "Your account may not change its password here.";
  static final String NOT_ALLOWED_TO_UPDATE = "Your account may not be changed here.";
  static final String NOT_ALLOWED_TO_CANCEL = "Your account may not be deleted here.";
  static final String BUSY = "The server is busy. Please try again in a moment.";
  static final String TOO_MANY = "Too many attempts. Please try again later.";

  private Words() {}

  static String unconfirmed(String email) {
    return "A confirmation email was sent to your account at '"
        + email
        + "'. You must follow the instructions in the email before your account can be activated";
  }

  static String destroyed(String uid) {
    return "Account with UID '" + uid + "' has been destroyed.";
  }

  static String notAllowedTo(String url) {
    return "Redirect to '" + url + "' not allowed.";
  }

  static String unknown(String email) {
    return "Unable to find user with email '" + email + "'.";
  }

  static String resetSent(String email) {
    return sent(email, "resetting your password");
  }

  static String confirmationSent(String email) {
    return sent(email, "confirming your account");
  }

  static String unlockSent(String email) {
    return sent(email, "unlocking your account");
  }

  private static String sent(String email, String purpose) {
    return "An email has been sent to '" + email + "' containing instructions for " + purpose + '.';
  }

  /** The attribute that a violation is about. */
  static String attribute(Violation violation) {
    return switch (violation) {
      case Violation.OfPassword _ -> PASSWORD;
      case Violation.OfConfirmation _ -> PASSWORD_CONFIRMATION;
      case Violation.OfCurrent _ -> CURRENT_PASSWORD;
      case Violation.OfTicket _ -> RESET_TOKEN;
      case Violation.EmailBlank _, Violation.EmailMalformed _, Violation.EmailTaken _ -> EMAIL;
      case Violation.UsernameBlank _, Violation.UsernameMalformed _, Violation.UsernameTaken _ ->
          USERNAME;
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
      case Violation.EmailBlank(), Violation.UsernameBlank() -> "can't be blank";
      case Violation.EmailMalformed() -> "is not an email";
      case Violation.UsernameMalformed() -> "is invalid";
      case Violation.EmailTaken(), Violation.UsernameTaken() -> "has already been taken";
    };
  }
}
