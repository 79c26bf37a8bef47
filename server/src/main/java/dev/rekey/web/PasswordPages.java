package dev.rekey.web;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.Demand;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Field;
import dev.rekey.page.Frame;
import dev.rekey.page.Later;
import dev.rekey.page.Notice;
import dev.rekey.page.Paths;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import dev.rekey.page.When;
import dev.rekey.page.Wrongs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rekey.template.account.JtepasswordGenerated;

/** Where an owner who knows the password changes it. */
final class PasswordPages {

  private final Doorway doorway;
  private final ChangePassword change;
  private final PolicySettings policy;
  private final PhrasePages phrases;

  PasswordPages(
      Doorway doorway, ChangePassword change, PolicySettings policy, PhrasePages phrases) {
    this.doorway = doorway;
    this.change = change;
    this.policy = policy;
    this.phrases = phrases;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", Paths.PASSWORD, this::show),
        new Route("POST", Paths.PASSWORD, this::submit),
        new Route("GET", "/.well-known/change-password", _ -> Sheet.seeOther(Paths.PASSWORD)));
  }

  private Response show(Request request) {
    return doorway.openToOwner(
        request,
        (visitor, caller) ->
            form(200, visitor, caller, why(visitor.frame(), caller.account()), List.of()));
  }

  /** Why it has to be changed before anything else, where it has. */
  private static Notice why(Frame frame, Account account) {
    return account
        .credential()
        .mustChange()
        .map(reason -> Notice.warning(why(frame, reason)))
        .orElseGet(Notice::none);
  }

  private static String why(Frame frame, MustChange reason) {
    return switch (reason) {
      case MustChange.Temporary(Instant until) ->
          frame.say("password.temporary", When.minute(frame, until));
      case MustChange.Forced _ -> frame.say("password.forced");
    };
  }

  private Response submit(Request request) {
    return doorway.takeFromOwner(request, this::change);
  }

  private Response change(Visitor visitor, Caller caller, Fields form) {
    Password current = Password.of(form.first("current").orElse(""));
    Password next = Password.of(form.first("password").orElse(""));
    try {
      ChangePassword.Command command =
          new ChangePassword.Command(
              caller,
              Optional.of(current),
              Demand.ALWAYS,
              NewPassword.Wish.of(next),
              Optional.empty(),
              visitor.visit());
      return answer(change.handle(command), visitor, caller);
    } finally {
      current.clear();
      next.clear();
    }
  }

  private Response answer(ChangePassword.Outcome outcome, Visitor visitor, Caller caller) {
    Frame frame = visitor.frame();
    return switch (outcome) {
      case ChangePassword.Outcome.Changed _ -> Sheet.seeOther(Paths.ACCOUNT + "?done=password");
      case ChangePassword.Outcome.Refused(List<Violation> violations) ->
          form(422, visitor, caller, Notice.none(), violations);
      case ChangePassword.Outcome.NotAllowed(), ChangePassword.Outcome.PasswordLoginOff() ->
          refusal(403, visitor, caller, frame.say("password.not-allowed"));
      case ChangePassword.Outcome.Overtaken() ->
          refusal(409, visitor, caller, frame.say("password.overtaken"));
      case ChangePassword.Outcome.TooMany(Duration retryAfter) ->
          Later.tooMany(frame, retryAfter, again(visitor, caller));
      case ChangePassword.Outcome.Overloaded(Duration retryAfter) ->
          Later.busy(frame, retryAfter, again(visitor, caller));
    };
  }

  private Later.Form again(Visitor visitor, Caller caller) {
    return (status, notice) -> form(status, visitor, caller, notice, List.of());
  }

  private Response refusal(int status, Visitor visitor, Caller caller, String text) {
    return form(status, visitor, caller, Notice.bad(text), List.of());
  }

  private Response form(
      int status, Visitor visitor, Caller caller, Notice notice, List<Violation> violations) {
    Frame frame = visitor.in(Room.PASSWORD.key()).frame();
    Account account = caller.account();
    Wrongs wrongs = new Wrongs(visitor.sentences(), violations);
    Field current =
        Field.password(frame, "current", frame.say("password.current"), "current-password")
            .withWrong(wrongs.ofCurrent());
    Field next =
        Field.password(frame, "password", frame.say("password.new"), "new-password")
            .withWrong(wrongs.ofPassword());
    return Sheet.of(
        status,
        out ->
            JtepasswordGenerated.render(
                out,
                null,
                frame,
                notice,
                account.logins().display(),
                Rules.of(policy, account),
                current,
                next,
                phrases.wantedBy(visitor)));
  }
}
