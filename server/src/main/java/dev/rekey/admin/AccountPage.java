package dev.rekey.admin;

import dev.rekey.admin.Assent.Weight;
import dev.rekey.core.account.Capability;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.session.Sessions.Wish;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rekey.template.console.JteaccountGenerated;

/** Where one sees an account and how it stands, and ends its sessions. */
final class AccountPage {

  private static final String SESSIONS = AccountDoor.ONE + "/sessions";

  /** What may be said to have been done. */
  private static final Set<String> DONE =
      Stream.concat(
              Stream.of(AccountAct.values()).map(AccountAct::key),
              Stream.of(
                  "edited",
                  "nothing",
                  "rights",
                  "password",
                  "created",
                  "created-letter",
                  "created-no-letter"))
          .collect(Collectors.toUnmodifiableSet());

  private final AccountDoor door;
  private final Sessions sessions;
  private final Assent assent;

  AccountPage(AccountDoor door, Sessions sessions, Assent assent) {
    this.door = door;
    this.sessions = sessions;
    this.assent = assent;
  }

  Stream<Route> routes() {
    return Stream.of(
        new Route("GET", AccountDoor.ONE, this::show), new Route("POST", SESSIONS, this::end));
  }

  private Response show(Request request) {
    return door.open(
        request,
        dossier ->
            page(
                200,
                dossier,
                said(dossier.desk(), request.query()),
                Assent.asked(dossier.desk(), Weight.REASON)));
  }

  private static Notice said(Desk desk, Fields query) {
    Optional<Notice> ended =
        query
            .first("ended")
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(text -> Notice.good(desk.say("sessions.ended", Integer.valueOf(text))));
    return ended
        .or(() ->
            query
                .first("done")
                .filter(DONE::contains)
                .map(key -> Notice.good(desk.say("accounts.done." + key))))
        .orElseGet(Notice::none);
  }

  private Response end(Request request) {
    return door.take(request, dossier -> dossier.desk().may(Capability.MANAGE_SESSIONS), this::end);
  }

  private Response end(Dossier dossier, Fields form) {
    return switch (assent.of(dossier.desk(), form, Weight.REASON, false)) {
      case Assent.Answer.Given(Visit visit) -> end(dossier, wish(form), visit);
      case Assent.Answer.Missing missing ->
          missing.in(page(missing.status(), dossier, Notice.none(), missing.asked()));
    };
  }

  private static Wish wish(Fields form) {
    return form.first("end").<Wish>map(Wish.End::new).orElseGet(Wish.EndOthers::new);
  }

  private Response end(Dossier dossier, Wish wish, Visit visit) {
    return switch (handle(dossier, wish, visit)) {
      case Sessions.Outcome.Ended(int count) -> Sheet.seeOther(dossier.path() + "?ended=" + count);
      case Sessions.Outcome.NoSuchSession() ->
          page(
              404,
              dossier,
              Notice.warning(dossier.desk().say("sessions.gone")),
              Assent.asked(dossier.desk(), Weight.REASON));
      case Sessions.Outcome.NoSuchAccount() -> AccountDoor.gone(dossier.desk());
      case Sessions.Outcome.NotAllowed(), Sessions.Outcome.Seen(_) -> AccountDoor.refused(dossier);
    };
  }

  private Sessions.Outcome handle(Dossier dossier, Wish wish, Visit visit) {
    return sessions.handle(
        new Sessions.Command(dossier.desk().caller(), Optional.of(dossier.handle()), wish, visit));
  }

  private Response page(int status, Dossier dossier, Notice notice, Asked asked) {
    AccountView view = AccountView.of(dossier);
    Optional<List<SessionRow>> rows = rows(dossier);
    return Sheet.of(
        status, out -> JteaccountGenerated.render(out, null, dossier, notice, view, rows, asked));
  }

  /** Nothing for whoever may not see them. */
  private Optional<List<SessionRow>> rows(Dossier dossier) {
    boolean may = dossier.desk().may(Capability.MANAGE_SESSIONS);
    return may
            && handle(dossier, new Wish.See(), dossier.desk().visit())
                instanceof Sessions.Outcome.Seen(var seen)
        ? Optional.of(seen.stream().map(one -> SessionRow.of(dossier.desk().frame(), one)).toList())
        : Optional.empty();
  }
}
