package dev.rekey.dialect.devise;

import dev.rekey.core.policy.Violation;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.devise.DeviseDialect.InvalidLogin;
import dev.rekey.dialect.devise.Misreading.Want;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** The exact strings of this wire. */
final class Words {

  static final String ID = "id";
  static final String EMAIL = "email";
  static final String USERNAME = "username";
  static final String ROLE = "role";
  static final String CREATED_AT = "created_at";
  static final String UPDATED_AT = "updated_at";

  static final String PASSWORD = "password";
  static final String CONFIRMATION = "password_confirmation";
  static final String CURRENT_PASSWORD = "current_password";
  static final String RESET_TOKEN = "reset_password_token";
  static final String CONFIRMATION_TOKEN = "confirmation_token";
  static final String UNLOCK_TOKEN = "unlock_token";

  static final String STATUS = "status";
  static final String ERROR = "error";
  static final String ERRORS = "errors";

  static final String AUTHORIZATION = "authorization";
  static final String BEARER = "Bearer";
  static final String AUDIENCE = "jwt-aud";
  static final String RETRY_AFTER = "retry-after";
  static final String INCIDENT = "x-incident-id";

  /** The two documents spell an attribute of their cookie differently. */
  static final String SAME_SITE = "; samesite=lax";

  static final String SAME_SITE_AFTER_RESET = "; SameSite=Lax";

  /** A number that JSON can show and every client can hold. */
  static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");

  static final String UNAUTHENTICATED = "You need to sign in or sign up before continuing.";
  static final String LOCKED = "Your account is locked.";
  static final String LAST_ATTEMPT = "You have one more attempt before your account is locked.";
  static final String UNCONFIRMED = "You have to confirm your email address before continuing.";
  static final String NIL_USER = "nil user";
  static final String REVOKED = "revoked token";

  static final String BLANK = "can't be blank";
  static final String INVALID = "is invalid";
  static final String NOT_A_NUMBER = "is not a number";
  static final String TAKEN = "has already been taken";
  static final String DIFFERS = "doesn't match Password";
  static final String EXPIRED = "has expired, please request a new one";
  static final String NOT_FOUND = "not found";
  static final String ALREADY_CONFIRMED = "was already confirmed, please try signing in";

  // From here on the words are our own: the original has none for these.

  static final String COMMON = "is too common, choose one that is not on lists of known passwords";
  static final String PERSONAL =
      "is made of your own name, address or profile, choose something else";
  static final String ORGANISATIONAL =
      "is made of the name of this service or its organisation, choose something else";
  static final String SAME_AS_CURRENT = "must be different from the current password";
  static final String UNUSABLE = "contains a character that cannot be part of a password";

  static final String NO_CHANGE_OF_PASSWORD = "You are not allowed to change this password.";
  static final String NO_CHANGE_OF_ACCOUNT = "You are not allowed to change this account.";
  static final String NO_DELETION = "You are not allowed to delete this account.";

  private Words() {}

  static String tooShort(int minimum) {
    return "is too short (minimum is " + minimum + " characters)";
  }

  static String tooLong(int maximum) {
    return "is too long (maximum is " + maximum + " characters)";
  }

  static String tooMany(long seconds) {
    return "Too many attempts. " + tryAgain(seconds);
  }

  static String busy(long seconds) {
    return "The server is busy. " + tryAgain(seconds);
  }

  private static String tryAgain(long seconds) {
    return "Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
  }

  /** Why a sign-in is refused, whatever the reason; Devise 4 writes the attribute as a title. */
  static String invalid(InvalidLogin wording, String key) {
    String name = key.replace('_', ' ');
    String shown =
        switch (wording) {
          case DEVISE_5 -> name;
          case DEVISE_4 -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        };
    return "Invalid " + shown + " or password.";
  }

  static String of(Violation violation) {
    return switch (violation) {
      case Violation.Blank() -> BLANK;
      case Violation.TooShort(int minimum) -> tooShort(minimum);
      case Violation.TooLong(int maximum) -> tooLong(maximum);
      case Violation.Common() -> COMMON;
      case Violation.Personal() -> PERSONAL;
      case Violation.Organisational() -> ORGANISATIONAL;
      case Violation.SameAsCurrent() -> SAME_AS_CURRENT;
      case Violation.Unusable() -> UNUSABLE;
      case Violation.ConfirmationBlank() -> BLANK;
      case Violation.ConfirmationDiffers() -> DIFFERS;
      case Violation.CurrentBlank() -> BLANK;
      case Violation.CurrentWrong() -> INVALID;
      case Violation.TicketBlank() -> BLANK;
      case Violation.TicketInvalid() -> INVALID;
      case Violation.TicketExpired() -> EXPIRED;
      case Violation.EmailBlank(), Violation.UsernameBlank() -> BLANK;
      case Violation.EmailMalformed(), Violation.UsernameMalformed() -> INVALID;
      case Violation.EmailTaken(), Violation.UsernameTaken() -> TAKEN;
    };
  }

  static String of(Want want) {
    return switch (want) {
      case SENSE -> INVALID;
      case NUMBER -> NOT_A_NUMBER;
      case BREVITY -> tooLong(FieldReader.LONGEST);
    };
  }

  /** What the failure responder says of a token; {@link Flaw#TIME} alone in words of our own. */
  static String of(Flaw flaw) {
    return switch (flaw) {
      case SEGMENTS -> "Not enough or too many segments";
      case ENCODING -> "Invalid segment encoding";
      case ALGORITHM -> "Expected a different algorithm";
      case SIGNATURE -> "No verification key available";
      case EXPIRED -> "Signature has expired";
      case TIME -> "Signature is not valid at this time";
      case NO_ID -> "Missing jti";
      case SCOPE -> "wrong scope";
      case AUDIENCE -> "wrong aud";
      case ISSUER -> UNAUTHENTICATED;
    };
  }

  static String confirmWithin(Duration period) {
    return "needs to be confirmed within " + inWords(period) + ", please request a new one";
  }

  /** A period as Rails tells it to people. */
  private static String inWords(Duration period) {
    long minutes = period.plusSeconds(30).toMinutes();
    if (minutes < 45) {
      return counted(minutes, "minute");
    }
    if (minutes < 1_440) {
      return "about " + counted(Math.max(1, Math.round(minutes / 60.0)), "hour");
    }
    return counted(minutes < 2_520 ? 1 : Math.round(minutes / 1_440.0), "day");
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
