package dev.rekey.core.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Something that happened to an account and is written down for good. */
public sealed interface Event {

  record SignedIn() implements Event {}

  record SignInFailed() implements Event {}

  /** The owner changed it; every grant ended but the acting one, where one was. */
  record PasswordChanged() implements Event {}

  record PasswordChangeRefused() implements Event {}

  record ResetRequested() implements Event {}

  record PasswordReset() implements Event {}

  /** Somebody typed the code of a reset letter. */
  record ResetCodeTyped() implements Event {}

  /** Somebody typed what is not the code of a reset letter, or was not looked at any more. */
  record ResetCodeRefused() implements Event {}

  record PasswordSetBySteward() implements Event {}

  /** A steward got a phrase for the owner, which is good for a while and for one thing. */
  record TemporaryPasswordGiven() implements Event {}

  /**
   * The password has to be changed before anything else, and every session ended.
   *
   * @param id of the bulk deed
   */
  record ChangeForced(String id) implements Event {}

  /**
   * The password need not be changed after all.
   *
   * @param id of the bulk deed that had asked for it
   */
  record ForcedChangeTakenBack(String id) implements Event {}

  /**
   * Something that is done to many accounts took a turn.
   *
   * @param id of the bulk deed
   * @param what is done
   * @param target to whom
   * @param approver the id of the account of whoever approved it; empty where nobody had to
   */
  record BulkTurned(BulkTurn turn, String id, String what, String target, String approver)
      implements Event {}

  record AccountCreated(String role) implements Event {}

  record AccountDisabled() implements Event {}

  /**
   * Names, profile, role or privileges were changed.
   *
   * @param what the names of what was changed, never the values
   */
  record AccountChanged(List<String> what) implements Event {
    public AccountChanged {
      what = List.copyOf(what);
    }
  }

  /** The account is gone; the entry outlives it. */
  record AccountDeleted() implements Event {}

  record SignedOut() implements Event {}

  /** Sessions or tokens were ended, by their owner or a steward. */
  record SessionsEnded() implements Event {}

  /**
   * A token was issued that stands beside the sessions.
   *
   * @param kind named or temporary
   */
  record TokenIssued(String kind) implements Event {}

  /**
   * A named token got another name, note or state.
   *
   * @param what the names of what was changed, never the values
   */
  record TokenChanged(List<String> what) implements Event {
    public TokenChanged {
      what = List.copyOf(what);
    }
  }

  /** A steward was shown a token of somebody else. */
  record TokenShown() implements Event {}

  record ConfirmationRequested() implements Event {}

  record EmailConfirmed() implements Event {}

  record UnlockRequested() implements Event {}

  /** The failures that stood against the account are forgiven. */
  record Unlocked() implements Event {}

  /** A steward had a reset letter sent. */
  record ResetSent() implements Event {}

  record AccountEnabled() implements Event {}

  /**
   * People of another system were taken in, many at a time.
   *
   * @param kind the other system, such as {@code devise}
   * @param what how many became accounts, and how many were merged into accounts
   */
  record AccountsImported(String kind, List<String> what) implements Event {
    public AccountsImported {
      what = List.copyOf(what);
    }
  }

  /**
   * An old system vouched for somebody at the first sign-in here.
   *
   * @param what {@code new} for an account that was made, {@code known} for one that got its
   *     password; {@code with another id} where that of the old system was taken
   */
  record AccountAdopted(String what) implements Event {}

  /**
   * An old system vouched for somebody who was not taken.
   *
   * @param what {@code occupied} where a name is another account's, {@code before} where the person
   *     was adopted once already
   */
  record AdoptionRefused(String what) implements Event {}

  /**
   * The owner said that something was not them: the account is frozen.
   *
   * @param kind what was disputed, such as {@code password-changed}
   */
  record AlarmRaised(String kind) implements Event {}

  /**
   * A steward closed what an alarm had opened.
   *
   * @param id the case's number
   * @param what became of the account: {@code opened} again, or {@code left} as it was
   */
  record CaseClosed(String id, String what) implements Event {}

  /** An institution entered the roster. */
  record InstitutionCreated(String id) implements Event {}

  /**
   * An institution is described in another way.
   *
   * @param what the names of what was changed, never the values
   */
  record InstitutionChanged(String id, List<String> what) implements Event {
    public InstitutionChanged {
      what = List.copyOf(what);
    }
  }

  /** An institution left the roster. */
  record InstitutionDeleted(String id) implements Event {}

  /** Somebody took lines of the audit trail along. */
  record AuditExported() implements Event {}

  /** The names of all events that this version writes. */
  static List<String> names() {
    return Stream.of(Event.class.getPermittedSubclasses()).map(Event::nameOf).sorted().toList();
  }

  private static String nameOf(Class<?> event) {
    return event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The event's name in the trail, such as {@code password-changed}. */
  default String name() {
    return switch (this) {
      case SignedIn() -> "signed-in";
      case SignInFailed() -> "sign-in-failed";
      case PasswordChanged() -> "password-changed";
      case PasswordChangeRefused() -> "password-change-refused";
      case ResetRequested() -> "reset-requested";
      case PasswordReset() -> "password-reset";
      case ResetCodeTyped() -> "reset-code-typed";
      case ResetCodeRefused() -> "reset-code-refused";
      case PasswordSetBySteward() -> "password-set-by-steward";
      case TemporaryPasswordGiven() -> "temporary-password-given";
      case ChangeForced(_) -> "change-forced";
      case ForcedChangeTakenBack(_) -> "forced-change-taken-back";
      case BulkTurned(_, _, _, _, _) -> "bulk-turned";
      case AlarmRaised(String _) -> "alarm-raised";
      case CaseClosed(_, _) -> "case-closed";
      case AccountCreated(String _) -> "account-created";
      case AccountDisabled() -> "account-disabled";
      case AccountChanged(_) -> "account-changed";
      case AccountDeleted() -> "account-deleted";
      case SignedOut() -> "signed-out";
      case SessionsEnded() -> "sessions-ended";
      case TokenIssued(String _) -> "token-issued";
      case TokenChanged(_) -> "token-changed";
      case TokenShown() -> "token-shown";
      case ConfirmationRequested() -> "confirmation-requested";
      case EmailConfirmed() -> "email-confirmed";
      case UnlockRequested() -> "unlock-requested";
      case Unlocked() -> "unlocked";
      case ResetSent() -> "reset-sent";
      case AccountEnabled() -> "account-enabled";
      case AccountsImported(_, _) -> "accounts-imported";
      case AccountAdopted(_) -> "account-adopted";
      case AdoptionRefused(_) -> "adoption-refused";
      case InstitutionCreated(_) -> "institution-created";
      case InstitutionChanged(_, _) -> "institution-changed";
      case InstitutionDeleted(_) -> "institution-deleted";
      case AuditExported() -> "audit-exported";
    };
  }

  /** What the event's name does not say, in words; lists are told with commas. */
  default Map<String, String> detail() {
    return switch (this) {
      case AccountCreated(String role) -> Map.of("role", role);
      case AccountChanged(List<String> what) -> Map.of("what", String.join(", ", what));
      case AccountsImported(String kind, List<String> what) ->
          Map.of("kind", kind, "what", String.join(", ", what));
      case AccountAdopted(String what) -> Map.of("what", what);
      case AdoptionRefused(String what) -> Map.of("what", what);
      case TokenIssued(String kind) -> Map.of("kind", kind);
      case TokenChanged(List<String> what) -> Map.of("what", String.join(", ", what));
      case InstitutionCreated(String id) -> Map.of("institution", id);
      case InstitutionChanged(String id, List<String> what) ->
          Map.of("institution", id, "what", String.join(", ", what));
      case InstitutionDeleted(String id) -> Map.of("institution", id);
      case ChangeForced(String id) -> Map.of("deed", id);
      case ForcedChangeTakenBack(String id) -> Map.of("deed", id);
      case BulkTurned(BulkTurn turn, String id, String what, String target, String approver) ->
          Map.of(
              "turn", turn.text(),
              "deed", id,
              "what", what,
              "target", target,
              "approver", approver);
      case AlarmRaised(String kind) -> Map.of("kind", kind);
      case CaseClosed(String id, String what) -> Map.of("case", id, "what", what);
      case SignedIn _,
          SignInFailed _,
          PasswordChanged _,
          PasswordChangeRefused _,
          ResetRequested _,
          PasswordReset _,
          ResetCodeTyped _,
          ResetCodeRefused _,
          PasswordSetBySteward _,
          TemporaryPasswordGiven _,
          AccountDisabled _,
          AccountDeleted _,
          SignedOut _,
          SessionsEnded _,
          TokenShown _,
          ConfirmationRequested _,
          EmailConfirmed _,
          UnlockRequested _,
          Unlocked _,
          ResetSent _,
          AccountEnabled _,
          AuditExported _ ->
          Map.of();
    };
  }
}
