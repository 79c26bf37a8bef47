package dev.rekey.dialect.devise;

import dev.rekey.core.token.SignedTokens.Flaw;

/** The exact strings of this wire. */
final class Words {

  static final String ID = "id";
  static final String EMAIL = "email";
  static final String USERNAME = "username";
  static final String ROLE = "role";

  static final String PASSWORD = "password";
  static final String CONFIRMATION = "password_confirmation";
  static final String CURRENT_PASSWORD = "current_password";
  static final String RESET_TOKEN = "reset_password_token";

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

  static final String UNAUTHENTICATED = "You need to sign in or sign up before continuing.";
  static final String INVALID_IN_DEVISE_5 = "Invalid email or password.";
  static final String INVALID_IN_DEVISE_4 = "Invalid Email or password.";
  static final String NIL_USER = "nil user";
  static final String REVOKED = "revoked token";

  static final String BLANK = "can't be blank";
  static final String INVALID = "is invalid";
  static final String DIFFERS = "doesn't match Password";
  static final String EXPIRED = "has expired, please request a new one";

  // From here on the words are our own: the original has none for these.

  static final String COMMON = "is too common, choose one that is not on lists of known passwords";
  static final String PERSONAL =
      "is made of your own name, address or profile, choose something else";
  static final String ORGANISATIONAL =
      "is made of the name of this service or its organisation, choose something else";
  static final String SAME_AS_CURRENT = "must be different from the current password";
  static final String UNUSABLE = "contains a character that cannot be part of a password";

  static final String NOT_ALLOWED = "You are not allowed to change this password.";

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

  private static String tryAgain(long seconds) {
    return "Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
  }
}
