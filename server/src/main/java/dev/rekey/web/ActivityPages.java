package dev.rekey.web;

import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.session.RecentActivity;
import dev.rekey.core.visit.Device;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Frame;
import dev.rekey.page.Happened;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import dev.rekey.page.When;
import java.util.List;
import rekey.template.account.JteactivityGenerated;

/** Where an owner sees what was done with the account of late: what, when, where, with what. */
final class ActivityPages {

  private static final String PATH = "/account/activity";

  private final Doorway doorway;
  private final RecentActivity activity;

  ActivityPages(Doorway doorway, RecentActivity activity) {
    this.doorway = doorway;
    this.activity = activity;
  }

  List<Route> routes() {
    return List.of(new Route("GET", PATH, this::show));
  }

  private Response show(Request request) {
    return doorway.openToOwner(request, this::page);
  }

  private Response page(Visitor visitor, Caller caller) {
    return switch (activity.handle(new RecentActivity.Command(caller))) {
      case RecentActivity.Outcome.Seen(List<AuditLine> lines) ->
          page(visitor.in(Room.ACTIVITY.key()).frame(), lines);
    };
  }

  static Response page(Frame frame, List<AuditLine> lines) {
    List<ActivityView> views = lines.stream().map(line -> view(frame, line)).toList();
    return Sheet.of(200, out -> JteactivityGenerated.render(out, null, frame, views));
  }

  private static ActivityView view(Frame frame, AuditLine line) {
    return new ActivityView(
        Happened.said(frame, line.event()),
        When.minute(frame, line.at()),
        frame.say("sessions.place", line.origin().address(), line.wire()),
        Device.of(line.origin().agent()).orElseGet(() -> frame.say("sessions.unknown")),
        line.byAnother());
  }
}
