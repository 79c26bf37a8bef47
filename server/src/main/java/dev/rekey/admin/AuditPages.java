package dev.rekey.admin;

import dev.rekey.core.audit.Event;
import dev.rekey.core.steward.ReadAudit;
import dev.rekey.core.steward.ReadAudit.Outcome;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Field;
import dev.rekey.page.Happened;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import java.util.Comparator;
import java.util.List;
import rekey.template.console.JteauditGenerated;

/** Where one reads the audit trail, follows an account in it, and takes lines of it along. */
final class AuditPages {

  /** Whoever wants more takes them day by day. */
  static final int MOST_TAKEN = 50_000;

  private static final int LINES = 50;

  private final ConsoleDoor door;
  private final ReadAudit read;

  AuditPages(ConsoleDoor door, ReadAudit read) {
    this.door = door;
    this.read = read;
  }

  List<Route> routes() {
    String path = ConsoleRoom.AUDIT.path();
    return List.of(
        new Route("GET", path, this::show), new Route("POST", path + "/export", this::export));
  }

  private Response show(Request request) {
    return door.open(
        request,
        ConsoleRoom.AUDIT,
        desk -> page(desk, AuditFilter.of(request.query()), Reason.field(desk.frame(), "")));
  }

  private Response page(Desk desk, AuditFilter filter, Field why) {
    return switch (read.handle(filter.command(desk, LINES))) {
      case Outcome.Read found -> page(200, desk, filter, AuditView.of(desk, found), why);
      case Outcome.NoSuchAccount() ->
          page(404, desk, filter.withWrong(desk.say("audit.nobody")), AuditView.none(), why);
      case Outcome.NotAllowed() -> Sheet.seeOther(desk.home());
    };
  }

  private static Response page(
      int status, Desk desk, AuditFilter filter, AuditView view, Field why) {
    List<EventChoice> events = events(desk, filter);
    Notice notice =
        filter.isUnreadable() ? Notice.warning(desk.say("audit.unreadable")) : Notice.none();
    return Sheet.of(
        status,
        out -> JteauditGenerated.render(out, null, desk, notice, filter, events, view, why));
  }

  private static List<EventChoice> events(Desk desk, AuditFilter filter) {
    return Event.names().stream()
        .map(name ->
            new EventChoice(name, Happened.said(desk.frame(), name), name.equals(filter.event())))
        .sorted(Comparator.comparing(EventChoice::words))
        .toList();
  }

  private Response export(Request request) {
    return door.take(
        request,
        ConsoleRoom.AUDIT,
        (desk, form) -> {
          AuditFilter filter = AuditFilter.of(form);
          return desk.because(form)
              .map(visit -> read.handle(filter.taken(desk, MOST_TAKEN, visit)))
              .map(outcome -> file(desk, form, outcome))
              .orElseGet(() -> page(desk, filter, Reason.missing(desk.frame(), "")));
        });
  }

  private static Response file(Desk desk, Fields form, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Read found ->
          form.first("format").filter("csv"::equals).isPresent()
              ? AuditFile.csv(found)
              : AuditFile.jsonLines(found);
      case Outcome.NoSuchAccount(), Outcome.NotAllowed() -> Sheet.seeOther(desk.here().path());
    };
  }
}
