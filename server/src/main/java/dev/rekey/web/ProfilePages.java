package dev.rekey.web;

import dev.rekey.core.account.Account;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.Demand;
import dev.rekey.core.change.Wishes;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.password.Password;
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
import dev.rekey.page.Wrongs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rekey.template.account.JteprofileGenerated;

/**
 * Where an owner changes the names to sign in with. The password is asked for each time, and a new
 * address counts only once a letter sent there was answered.
 */
final class ProfilePages {

  private static final String PATH = "/account/profile";

  private final Doorway doorway;
  private final ChangeProfile change;
  private final TicketLink confirmation;

  ProfilePages(Doorway doorway, ChangeProfile change, TicketLink confirmation) {
    this.doorway = doorway;
    this.change = change;
    this.confirmation = confirmation;
  }

  List<Route> routes() {
    return List.of(new Route("GET", PATH, this::show), new Route("POST", PATH, this::submit));
  }

  private Response show(Request request) {
    return doorway.openToOwner(
        request,
        (visitor, caller) ->
            form(200, visitor, Typed.of(caller.account()), Notice.none(), List.of()));
  }

  /** What the fields hold. */
  private record Typed(String username, String email) {

    static Typed of(Account account) {
      return new Typed(account.logins().username().orElse(""), account.logins().email().orElse(""));
    }

    static Typed of(Fields form) {
      return new Typed(
          form.first("username").orElse("").strip(), form.first("email").orElse("").strip());
    }
  }

  private Response submit(Request request) {
    return doorway.takeFromOwner(request, this::change);
  }

  private Response change(Visitor visitor, Caller caller, Fields form) {
    Typed typed = Typed.of(form);
    Typed now = Typed.of(caller.account());
    Password current = Password.of(form.first("current").orElse(""));
    Wishes wishes =
        new Wishes(
            Optional.of(typed.email()).filter(text -> !text.equals(now.email())),
            Optional.of(typed.username()).filter(text -> !text.equals(now.username())),
            Map.of(),
            Optional.of(confirmation));
    try {
      ChangeProfile.Command command =
          new ChangeProfile.Command(
              caller, Optional.of(current), Demand.ALWAYS, wishes, visitor.visit());
      return answer(change.handle(command), visitor, typed, wishes);
    } finally {
      current.clear();
    }
  }

  private Response answer(
      ChangeProfile.Outcome outcome, Visitor visitor, Typed typed, Wishes wishes) {
    Frame frame = visitor.frame();
    return switch (outcome) {
      case ChangeProfile.Outcome.Changed _ ->
          Sheet.seeOther(
              Paths.ACCOUNT + (wishes.email().isPresent() ? "?done=confirm" : "?done=profile"));
      case ChangeProfile.Outcome.Refused(List<Violation> violations) ->
          form(422, visitor, typed, Notice.none(), violations);
      case ChangeProfile.Outcome.NotAllowed() ->
          form(403, visitor, typed, Notice.bad(frame.say("profile.not-allowed")), List.of());
      case ChangeProfile.Outcome.Gone() -> Sheet.seeOther(Paths.SIGN_IN);
      case ChangeProfile.Outcome.TooMany(Duration retryAfter) ->
          Later.tooMany(frame, retryAfter, again(visitor, typed));
      case ChangeProfile.Outcome.Overloaded(Duration retryAfter) ->
          Later.busy(frame, retryAfter, again(visitor, typed));
    };
  }

  private static Later.Form again(Visitor visitor, Typed typed) {
    return (status, notice) -> form(status, visitor, typed, notice, List.of());
  }

  private static Response form(
      int status, Visitor visitor, Typed typed, Notice notice, List<Violation> violations) {
    Frame frame = visitor.in(Room.PROFILE.key()).frame();
    Wrongs wrongs = new Wrongs(visitor.sentences(), violations);
    Field username =
        Field.text("username", frame.say("profile.username"), "username", typed.username())
            .optional()
            .withWrong(wrongs.ofUsername());
    Field email =
        Field.email("email", frame.say("profile.email"), typed.email())
            .withHint(frame.say("profile.email-hint"))
            .withWrong(wrongs.ofEmail());
    Field current =
        Field.password(frame, "current", frame.say("password.current"), "current-password")
            .withHint(frame.say("profile.current-hint"))
            .withWrong(wrongs.ofCurrent());
    return Sheet.of(
        status,
        out -> JteprofileGenerated.render(out, null, frame, notice, username, email, current));
  }
}
