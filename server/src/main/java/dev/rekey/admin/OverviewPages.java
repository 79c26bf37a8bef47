package dev.rekey.admin;

import dev.rekey.core.chronicle.Happening;
import dev.rekey.core.steward.ViewServer;
import dev.rekey.core.steward.ViewServer.Outcome;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Sheet;
import java.util.List;
import java.util.stream.Stream;
import rekey.template.console.JteoverviewGenerated;

/** Where one sees at a glance how the server fares. */
final class OverviewPages {

  private final ConsoleDoor door;
  private final ViewServer view;

  OverviewPages(ConsoleDoor door, ViewServer view) {
    this.door = door;
    this.view = view;
  }

  List<Route> routes() {
    return List.of(new Route("GET", ConsoleRoom.OVERVIEW.path(), this::show));
  }

  private Response show(Request request) {
    Span span = Span.of(request.query().first("span"));
    return door.open(request, ConsoleRoom.OVERVIEW, desk -> page(desk, span));
  }

  private Response page(Desk desk, Span span) {
    return switch (view.handle(new ViewServer.Command(desk.by(), span.length()))) {
      case Outcome.Seen seen -> page(desk, span, seen);
      case Outcome.NotAllowed() -> Sheet.seeOther(desk.home());
    };
  }

  private static Response page(Desk desk, Span span, Outcome.Seen seen) {
    List<Chart> charts = charts(desk, span, seen);
    Vitals vitals = Vitals.of(desk, seen);
    HashesView hashes = HashesView.of(desk, seen.hashes());
    return Sheet.of(
        200, out -> JteoverviewGenerated.render(out, null, desk, span, charts, vitals, hashes));
  }

  /** Each with the happenings that one compares. */
  private static List<Chart> charts(Desk desk, Span span, Outcome.Seen seen) {
    return Stream.of(
            List.of(Happening.SIGNED_IN, Happening.SIGN_IN_FAILED),
            List.of(Happening.RESET_ASKED, Happening.RESET_DONE, Happening.PASSWORD_CHANGED),
            List.of(Happening.SHED, Happening.SENT_AWAY))
        .map(which -> Chart.of(desk, span, seen, which))
        .toList();
  }
}
