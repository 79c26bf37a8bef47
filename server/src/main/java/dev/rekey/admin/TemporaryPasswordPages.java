package dev.rekey.admin;

import dev.rekey.admin.Assent.Weight;
import dev.rekey.core.steward.GiveTemporaryPassword;
import dev.rekey.core.steward.GiveTemporaryPassword.Command;
import dev.rekey.core.steward.GiveTemporaryPassword.Outcome;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.Route;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import dev.rekey.page.When;
import java.time.Duration;
import java.util.stream.Stream;
import rekey.template.console.JteaccounttemporaryGenerated;
import rekey.template.console.JteaccounttemporarygivenGenerated;

/** Where one gets a phrase for somebody who cannot get in; it is shown once. */
final class TemporaryPasswordPages {

  private static final String PATH = AccountDoor.ONE + "/temporary-password";

  private final AccountDoor door;
  private final GiveTemporaryPassword give;
  private final Assent assent;

  TemporaryPasswordPages(AccountDoor door, GiveTemporaryPassword give, Assent assent) {
    this.door = door;
    this.give = give;
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
            page(200, dossier, Notice.none(), Assent.asked(dossier.desk(), Weight.PASSWORD)));
  }

  private Response take(Request request) {
    return door.take(request, Dossier::maySetPassword, this::take);
  }

  private Response take(Dossier dossier, Fields form) {
    return switch (assent.of(dossier.desk(), form, Weight.PASSWORD, true)) {
      case Assent.Answer.Given(Visit visit) ->
          answer(
              give.handle(new Command(dossier.desk().by(), dossier.handle(), visit)),
              dossier,
              Assent.kept(dossier.desk(), Weight.PASSWORD, form));
      case Assent.Answer.Missing missing ->
          missing.in(page(missing.status(), dossier, Notice.none(), missing.asked()));
    };
  }

  private static Response answer(Outcome outcome, Dossier dossier, Asked kept) {
    Desk desk = dossier.desk();
    return switch (outcome) {
      case Outcome.Given given -> given(dossier, given);
      case Outcome.PasswordLoginOff() ->
          page(409, dossier, Notice.bad(desk.say("accounts.temporary.off")), kept);
      case Outcome.Refused _ ->
          page(422, dossier, Notice.bad(desk.say("accounts.temporary.policy")), kept);
      case Outcome.Overtaken() ->
          page(409, dossier, Notice.warning(desk.say("accounts.stale")), kept);
      case Outcome.Overloaded(Duration retryAfter) ->
          page(503, dossier, Notice.bad(desk.say("busy")), kept)
              .with("retry-after", RetryAfter.of(retryAfter));
      case Outcome.NoSuchAccount() -> AccountDoor.gone(desk);
      case Outcome.NotAllowed(), Outcome.Disabled() -> AccountDoor.refused(dossier);
    };
  }

  /** The one page that shows the phrase; nobody keeps it. */
  private static Response given(Dossier dossier, Outcome.Given given) {
    String until = When.minute(dossier.desk().frame(), given.until());
    return Sheet.secluded(
        200,
        out -> JteaccounttemporarygivenGenerated.render(out, null, dossier, given.phrase(), until));
  }

  private static Response page(int status, Dossier dossier, Notice notice, Asked asked) {
    return Sheet.of(
        status, out -> JteaccounttemporaryGenerated.render(out, null, dossier, notice, asked));
  }
}
