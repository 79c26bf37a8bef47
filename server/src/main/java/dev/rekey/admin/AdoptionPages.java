package dev.rekey.admin;

import dev.rekey.core.steward.ViewAdoption;
import dev.rekey.core.steward.ViewAdoption.Outcome;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Sheet;
import java.time.Instant;
import java.util.List;
import rekey.template.console.JteadoptionGenerated;

/** Where one sees how many have come over from the old systems, and when those can go. */
final class AdoptionPages {

  private final ConsoleDoor door;
  private final ViewAdoption view;

  AdoptionPages(ConsoleDoor door, ViewAdoption view) {
    this.door = door;
    this.view = view;
  }

  List<Route> routes() {
    return List.of(new Route("GET", ConsoleRoom.ADOPTION.path(), this::show));
  }

  private Response show(Request request) {
    return door.open(request, ConsoleRoom.ADOPTION, this::page);
  }

  private Response page(Desk desk) {
    return switch (view.handle(new ViewAdoption.Command(desk.by()))) {
      case Outcome.Seen(Instant now, List<ViewAdoption.Move> moves) ->
          page(desk, moves.stream().map(move -> MoveView.of(desk, move, now)).toList());
      case Outcome.NotAllowed() -> Sheet.seeOther(desk.home());
    };
  }

  private static Response page(Desk desk, List<MoveView> moves) {
    return Sheet.of(200, out -> JteadoptionGenerated.render(out, null, desk, moves));
  }
}
