package dev.rekey.dialect.own;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Place;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.ForgiveFailures;
import dev.rekey.core.steward.SearchAccounts;
import dev.rekey.core.steward.SeeAccount;
import dev.rekey.core.steward.SendReset;
import dev.rekey.core.steward.SetPassword;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From what came of stewards' wishes to answers. */
final class EncodeSteward {

  private EncodeSteward() {}

  /**
   * @param privileged whether the steward may see what an account may do beyond its role
   */
  static Answer found(SearchAccounts.Outcome outcome, boolean privileged) {
    return switch (outcome) {
      case SearchAccounts.Outcome.Found(List<Account> accounts, Optional<Place> next) ->
          page(accounts, next, privileged);
      case SearchAccounts.Outcome.NotAllowed() -> Encode.notAllowed();
    };
  }

  private static Answer page(List<Account> accounts, Optional<Place> next, boolean privileged) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("items", accounts.stream().map(one -> View.of(one, privileged)).toList());
    members.put("next_cursor", next.map(Cursor::write).orElse(null));
    return Answer.ok(members);
  }

  static Answer seen(SeeAccount.Outcome outcome, boolean privileged) {
    return switch (outcome) {
      case SeeAccount.Outcome.Seen(Account account) -> Answer.ok(View.of(account, privileged));
      case SeeAccount.Outcome.NotAllowed() -> Encode.notAllowed();
      case SeeAccount.Outcome.NoSuchAccount() -> Encode.noSuchAccount();
    };
  }

  /**
   * @param accounts where accounts are found
   */
  static Answer created(CreateAccount.Outcome outcome, String accounts, boolean privileged) {
    return switch (outcome) {
      case CreateAccount.Outcome.Created(Account account) ->
          Answer.created(View.of(account, privileged), accounts + '/' + account.ids().hex32());
      case CreateAccount.Outcome.Taken(String what) -> taken(what);
      case CreateAccount.Outcome.NotAllowed() -> Encode.notAllowed();
      case CreateAccount.Outcome.UnknownRole() -> unknownRole();
      case CreateAccount.Outcome.Refused(List<Violation> violations) ->
          EncodeViolation.refused(violations, "password");
      case CreateAccount.Outcome.Overloaded(Duration retryAfter) -> Encode.overloaded(retryAfter);
    };
  }

  /** An account's uid is its address, or else its name. */
  private static Answer taken(String what) {
    Violation violation =
        what.equals("username") ? new Violation.UsernameTaken() : new Violation.EmailTaken();
    return EncodeViolation.refused(List.of(violation), "password");
  }

  private static Answer unknownRole() {
    return Answer.trouble(
        Problem.of(
            ProblemType.REFUSED,
            "Nothing was changed, for the reasons that are listed.",
            List.of(Complaint.of("role", "unknown_role", "There is no such role."))));
  }

  static Answer edited(EditAccount.Outcome outcome) {
    return switch (outcome) {
      case EditAccount.Outcome.Edited _ -> Answer.done();
      case EditAccount.Outcome.NotAllowed() -> Encode.notAllowed();
      case EditAccount.Outcome.NoSuchAccount() -> Encode.noSuchAccount();
      case EditAccount.Outcome.UnknownRole() -> unknownRole();
      case EditAccount.Outcome.Overtaken() -> Encode.overtaken();
      case EditAccount.Outcome.Refused(List<Violation> violations) ->
          EncodeViolation.refused(violations, "password");
    };
  }

  static Answer deleted(DeleteAccount.Outcome outcome) {
    return switch (outcome) {
      case DeleteAccount.Outcome.Deleted _ -> Answer.done();
      case DeleteAccount.Outcome.NotAllowed() -> Encode.notAllowed();
      case DeleteAccount.Outcome.NoSuchAccount() -> Encode.noSuchAccount();
    };
  }

  static Answer set(SetPassword.Outcome outcome) {
    return switch (outcome) {
      case SetPassword.Outcome.Done _ -> Answer.done();
      case SetPassword.Outcome.NotAllowed() -> Encode.notAllowed();
      case SetPassword.Outcome.NoSuchAccount() -> Encode.noSuchAccount();
      case SetPassword.Outcome.Disabled() ->
          Answer.trouble(ProblemType.ACCOUNT_DISABLED, "The account has to be enabled first.");
      case SetPassword.Outcome.Refused(List<Violation> violations) ->
          EncodeViolation.refused(violations, "new_password");
      case SetPassword.Outcome.Overtaken() -> Encode.overtaken();
      case SetPassword.Outcome.Overloaded(Duration retryAfter) -> Encode.overloaded(retryAfter);
    };
  }

  static Answer sent(SendReset.Outcome outcome) {
    return switch (outcome) {
      case SendReset.Outcome.Sent() -> Answer.accepted();
      case SendReset.Outcome.NotAllowed() -> Encode.notAllowed();
      case SendReset.Outcome.NoSuchAccount() -> Encode.noSuchAccount();
      case SendReset.Outcome.NotPossible() ->
          Answer.trouble(
              ProblemType.LETTER_NOT_POSSIBLE,
              "The account has no address, is disabled, or its role may not reset its password.");
      case SendReset.Outcome.TooMany(Duration retryAfter) -> Encode.tooMany(retryAfter);
    };
  }

  static Answer forgiven(ForgiveFailures.Outcome outcome) {
    return switch (outcome) {
      case ForgiveFailures.Outcome.Forgiven _ -> Answer.done();
      case ForgiveFailures.Outcome.NotAllowed() -> Encode.notAllowed();
      case ForgiveFailures.Outcome.NoSuchAccount() -> Encode.noSuchAccount();
    };
  }
}
