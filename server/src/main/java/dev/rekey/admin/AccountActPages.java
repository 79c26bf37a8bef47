package dev.rekey.admin;

import dev.rekey.admin.Assent.Weight;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.ForgiveFailures;
import dev.rekey.core.steward.SendReset;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.Route;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import dev.rekey.page.Wait;
import java.time.Duration;
import java.util.stream.Stream;
import rekey.template.console.JteaccountactGenerated;

/** Where one thing is done to an account, with a button and a reason. */
final class AccountActPages {

  private final AccountDoor door;
  private final AccountWork work;
  private final Assent assent;
  private final TicketLink reset;

  /**
   * @param reset where the link of a reset letter leads
   */
  AccountActPages(AccountDoor door, AccountWork work, Assent assent, TicketLink reset) {
    this.door = door;
    this.work = work;
    this.assent = assent;
    this.reset = reset;
  }

  Stream<Route> routes() {
    return Stream.of(AccountAct.values()).flatMap(this::routes);
  }

  private Stream<Route> routes(AccountAct act) {
    String path = AccountDoor.ONE + '/' + act.key();
    return Stream.of(
        new Route("GET", path, request -> show(request, act)),
        new Route("POST", path, request -> take(request, act)));
  }

  private Response show(Request request, AccountAct act) {
    return door.open(
        request,
        act::offeredBy,
        dossier ->
            page(200, dossier, act, Notice.none(), Assent.asked(dossier.desk(), of(act, dossier))));
  }

  private static Weight of(AccountAct act, Dossier dossier) {
    return act.weighs(dossier) ? Weight.PASSWORD : Weight.REASON;
  }

  private Response take(Request request, AccountAct act) {
    return door.take(request, act::offeredBy, (dossier, form) -> take(dossier, act, form));
  }

  private Response take(Dossier dossier, AccountAct act, Fields form) {
    Weight weight = of(act, dossier);
    return switch (assent.of(dossier.desk(), form, weight, weight == Weight.PASSWORD)) {
      case Assent.Answer.Given(Visit visit) -> perform(dossier, act, visit, form);
      case Assent.Answer.Missing missing ->
          missing.in(page(missing.status(), dossier, act, Notice.none(), missing.asked()));
    };
  }

  private Response perform(Dossier dossier, AccountAct act, Visit visit, Fields form) {
    return switch (act) {
      case RESET -> send(dossier, visit, form);
      case UNLOCK -> unlock(dossier, visit);
      case PASSWORD_OFF -> turnPassword(dossier, act, false, visit);
      case PASSWORD_ON -> turnPassword(dossier, act, true, visit);
      case DISABLE -> close(dossier, act, true, visit);
      case ENABLE -> close(dossier, act, false, visit);
      case DELETE -> delete(dossier, visit);
    };
  }

  private Response send(Dossier dossier, Visit visit, Fields form) {
    SendReset.Command command =
        new SendReset.Command(dossier.desk().by(), dossier.handle(), reset, visit);
    return switch (work.sendReset().handle(command)) {
      case SendReset.Outcome.Sent() -> AccountDoor.done(dossier, AccountAct.RESET.key());
      case SendReset.Outcome.NoSuchAccount() -> AccountDoor.gone(dossier.desk());
      case SendReset.Outcome.NotAllowed(), SendReset.Outcome.NotPossible() ->
          AccountDoor.refused(dossier);
      case SendReset.Outcome.TooMany(Duration retryAfter) -> tooMany(dossier, form, retryAfter);
    };
  }

  private static Response tooMany(Dossier dossier, Fields form, Duration retryAfter) {
    Desk desk = dossier.desk();
    String said = desk.say("accounts.act.reset.many") + ' ' + Wait.said(desk.frame(), retryAfter);
    return page(
            429,
            dossier,
            AccountAct.RESET,
            Notice.bad(said),
            Assent.kept(desk, Weight.REASON, form))
        .with("retry-after", RetryAfter.of(retryAfter));
  }

  private Response unlock(Dossier dossier, Visit visit) {
    ForgiveFailures.Command command =
        new ForgiveFailures.Command(dossier.desk().by(), dossier.handle(), visit);
    return switch (work.forgive().handle(command)) {
      case ForgiveFailures.Outcome.Forgiven _ -> AccountDoor.done(dossier, AccountAct.UNLOCK.key());
      case ForgiveFailures.Outcome.NoSuchAccount() -> AccountDoor.gone(dossier.desk());
      case ForgiveFailures.Outcome.NotAllowed() -> AccountDoor.refused(dossier);
    };
  }

  private Response turnPassword(Dossier dossier, AccountAct act, boolean on, Visit visit) {
    AccountEdit edit = AccountEdit.none().withPasswordLogin(on);
    EditAccount.Command command =
        new EditAccount.Command(dossier.desk().by(), dossier.handle(), edit, visit);
    return switch (work.edit().handle(command)) {
      case EditAccount.Outcome.Edited _ -> AccountDoor.done(dossier, act.key());
      case EditAccount.Outcome.NoSuchAccount() -> AccountDoor.gone(dossier.desk());
      case EditAccount.Outcome.NotAllowed(),
          EditAccount.Outcome.Overtaken(),
          EditAccount.Outcome.UnknownRole(),
          EditAccount.Outcome.Refused(_) ->
          AccountDoor.refused(dossier);
    };
  }

  private Response close(Dossier dossier, AccountAct act, boolean disabled, Visit visit) {
    DisableAccount.Command command =
        new DisableAccount.Command(dossier.desk().by(), dossier.handle(), disabled, visit);
    return switch (work.disable().handle(command)) {
      case DisableAccount.Outcome.Done _ -> AccountDoor.done(dossier, act.key());
      case DisableAccount.Outcome.NoSuchAccount() -> AccountDoor.gone(dossier.desk());
      case DisableAccount.Outcome.NotAllowed() -> AccountDoor.refused(dossier);
    };
  }

  private Response delete(Dossier dossier, Visit visit) {
    DeleteAccount.Command command =
        new DeleteAccount.Command(dossier.desk().by(), dossier.handle(), visit);
    return switch (work.delete().handle(command)) {
      case DeleteAccount.Outcome.Deleted _ ->
          Sheet.seeOther(ConsoleRoom.ACCOUNTS.path() + "?done=" + AccountAct.DELETE.key());
      case DeleteAccount.Outcome.NoSuchAccount() -> AccountDoor.gone(dossier.desk());
      case DeleteAccount.Outcome.NotAllowed() -> AccountDoor.refused(dossier);
    };
  }

  private static Response page(
      int status, Dossier dossier, AccountAct act, Notice notice, Asked asked) {
    return Sheet.of(
        status, out -> JteaccountactGenerated.render(out, null, dossier, act, notice, asked));
  }
}
