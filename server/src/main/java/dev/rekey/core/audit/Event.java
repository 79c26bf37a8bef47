package dev.rekey.core.audit;

/** Something that happened to an account and is written down for good. */
public sealed interface Event {

  record SignedIn() implements Event {}

  record SignInFailed() implements Event {}

  /** The owner changed it; every grant ended but the acting one, where one was. */
  record PasswordChanged() implements Event {}

  record PasswordChangeRefused() implements Event {}

  record ResetRequested() implements Event {}

  record PasswordReset() implements Event {}

  record PasswordSetBySteward() implements Event {}

  record AccountCreated(String role) implements Event {}

  record AccountDisabled() implements Event {}

  record AccountEnabled() implements Event {}

  /** The event's name in the trail, such as {@code password-changed}. */
  default String name() {
    return switch (this) {
      case SignedIn() -> "signed-in";
      case SignInFailed() -> "sign-in-failed";
      case PasswordChanged() -> "password-changed";
      case PasswordChangeRefused() -> "password-change-refused";
      case ResetRequested() -> "reset-requested";
      case PasswordReset() -> "password-reset";
      case PasswordSetBySteward() -> "password-set-by-steward";
      case AccountCreated(String _) -> "account-created";
      case AccountDisabled() -> "account-disabled";
      case AccountEnabled() -> "account-enabled";
    };
  }
}
