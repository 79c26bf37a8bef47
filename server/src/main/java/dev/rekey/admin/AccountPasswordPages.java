package dev.rekey.admin;

import dev.rekey.admin.Assent.Weight;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.Route;
import dev.rekey.page.Field;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import dev.rekey.page.Wrongs;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import rekey.template.console.JteaccountpasswordGenerated;

/** Where one sets the password of somebody else, for whoever cannot be reached by a letter. */
final class AccountPasswordPages {

  private static final String PATH = AccountDoor.ONE + "/password";

  private final AccountDoor door;
  private final SetPassword setPassword;
  private final Assent assent;

  AccountPasswordPages(AccountDoor door, SetPassword setPassword, Assent assent) {
    this.door = door;
    this.setPassword = setPassword;
    this.assent = assent;
  }

  Stream<Route> routes() {
    return Stream.of(new Route("GET", PATH, this::show), new Route("POST", PATH, this::take));
  }

  private Response show(Request request) {
    return door.open(
        request,
        Dossier::maySetPassword,
        dossier ->
            page(
                200,
                dossier,
                Notice.none(),
                List.of(),
                Assent.asked(dossier.desk(), Weight.PASSWORD)));
  }

  private Response take(Request request) {
    return door.take(request, Dossier::maySetPassword, this::take);
  }

  private Response take(Dossier dossier, Fields form) {
    return switch (assent.of(dossier.desk(), form, Weight.PASSWORD, true)) {
      case Assent.Answer.Given(Visit visit) -> set(dossier, form, visit);
      case Assent.Answer.Missing missing ->
          missing.in(page(missing.status(), dossier, Notice.none(), List.of(), missing.asked()));
    };
  }

  private Response set(Dossier dossier, Fields form, Visit visit) {
    Password next = Password.of(form.first("password").orElse(""));
    try {
      SetPassword.Command command =
          new SetPassword.Command(dossier.desk().by(), dossier.handle(), next, visit);
      Asked kept = Assent.kept(dossier.desk(), Weight.PASSWORD, form);
      return answer(setPassword.handle(command), dossier, kept);
    } finally {
      next.clear();
    }
  }

  private static Response answer(SetPassword.Outcome outcome, Dossier dossier, Asked kept) {
    Desk desk = dossier.desk();
    return switch (outcome) {
      case SetPassword.Outcome.Done _ -> AccountDoor.done(dossier, "password");
      case SetPassword.Outcome.Refused(List<Violation> violations) ->
          page(422, dossier, Notice.none(), violations, kept);
      case SetPassword.Outcome.Overtaken() ->
          page(409, dossier, Notice.warning(desk.say("accounts.stale")), List.of(), kept);
      case SetPassword.Outcome.Overloaded(Duration retryAfter) ->
          page(503, dossier, Notice.bad(desk.say("busy")), List.of(), kept)
              .with("retry-after", RetryAfter.of(retryAfter));
      case SetPassword.Outcome.NoSuchAccount() -> AccountDoor.gone(desk);
      case SetPassword.Outcome.NotAllowed(), SetPassword.Outcome.Disabled() ->
          AccountDoor.refused(dossier);
    };
  }

  private static Response page(
      int status, Dossier dossier, Notice notice, List<Violation> violations, Asked asked) {
    Desk desk = dossier.desk();
    Wrongs wrongs = new Wrongs(desk.visitor().sentences(), violations);
    Field password =
        Field.password(desk.frame(), "password", desk.say("password.new"), "new-password")
            .withWrong(wrongs.ofPassword());
    return Sheet.of(
        status,
        out -> JteaccountpasswordGenerated.render(out, null, dossier, notice, password, asked));
  }
}
