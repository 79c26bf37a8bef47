package dev.rekey.dialect.own;

import dev.rekey.core.account.Account;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.JudgePassword;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.token.Ticket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From what came of passwords to answers. */
final class EncodePassword {

  private static final String FIELD = "new_password";

  private EncodePassword() {}

  static Answer changed(ChangePassword.Outcome outcome) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed _ -> Answer.done();
      case ChangePassword.Outcome.Refused(List<Violation> violations) ->
          EncodeViolation.refused(violations, FIELD);
      case ChangePassword.Outcome.NotAllowed(), ChangePassword.Outcome.PasswordLoginOff() ->
          Encode.notAllowed();
      case ChangePassword.Outcome.Overtaken() -> Encode.overtaken();
      case ChangePassword.Outcome.TooMany(Duration retryAfter) -> Encode.tooMany(retryAfter);
      case ChangePassword.Outcome.Overloaded(Duration retryAfter) -> Encode.overloaded(retryAfter);
    };
  }

  static Answer looked(LookAtTicket.Outcome outcome) {
    return switch (outcome) {
      case LookAtTicket.Outcome.Good(Account _, Ticket ticket) ->
          Answer.ok(Map.of("expires_at", View.time(ticket.expiresAt())));
      case LookAtTicket.Outcome.Refused(Violation.OfTicket violation) ->
          EncodeViolation.refused(List.of(violation), FIELD);
    };
  }

  static Answer spent(SpendTicket.Outcome outcome) {
    return switch (outcome) {
      case SpendTicket.Outcome.Done _ -> Answer.done();
      case SpendTicket.Outcome.Refused(List<Violation> violations) ->
          EncodeViolation.refused(violations, FIELD);
      case SpendTicket.Outcome.Overloaded(Duration retryAfter) -> Encode.overloaded(retryAfter);
    };
  }

  static Answer judged(JudgePassword.Outcome outcome) {
    return switch (outcome) {
      case JudgePassword.Outcome.Judged(List<Violation> violations) -> judgement(violations);
      case JudgePassword.Outcome.TooMany(Duration retryAfter) -> Encode.tooMany(retryAfter);
    };
  }

  private static Answer judgement(List<Violation> violations) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("acceptable", violations.isEmpty());
    members.put(
        "violations",
        EncodeViolation.complaints(violations, "password").stream()
            .map(Complaint::members)
            .toList());
    return Answer.ok(members);
  }

  static Answer policy(PolicySettings settings) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("minimum_length", settings.minimumLength());
    members.put("maximum_length", settings.maximumLength());
    members.put("refuses_common", settings.blocklist());
    members.put("refuses_personal", settings.personalWords());
    members.put("refuses_organisational", !settings.organisationWords().isEmpty());
    members.put("refuses_current", settings.refuseCurrent());
    return Answer.ok(members);
  }
}
