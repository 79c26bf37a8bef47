package dev.rekey.web;

import dev.rekey.core.alarm.LookAtAlarm;
import dev.rekey.core.alarm.RaiseAlarm;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.visit.Device;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Frame;
import dev.rekey.page.Message;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import dev.rekey.page.When;
import java.util.List;
import java.util.Locale;
import rekey.template.account.JtealarmGenerated;

/**
 * Where the link of a notice leads: it says what happened, and only its button says that this was
 * not the owner.
 */
final class AlarmPages {

  private final Doorway doorway;
  private final LookAtAlarm look;
  private final RaiseAlarm raise;
  private final TicketLink wayBack;

  AlarmPages(Doorway doorway, LookAtAlarm look, RaiseAlarm raise, TicketLink wayBack) {
    this.doorway = doorway;
    this.look = look;
    this.raise = raise;
    this.wayBack = wayBack;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", AccountPages.ALARM, this::show),
        new Route("POST", AccountPages.ALARM, request -> doorway.take(request, this::raise)));
  }

  private Response show(Request request) {
    return doorway.open(
        request,
        visitor ->
            switch (look.handle(new LookAtAlarm.Command(token(visitor), visitor.visit()))) {
              case LookAtAlarm.Outcome.Good(_, Alarm alarm) -> page(visitor.frame(), alarm);
              case LookAtAlarm.Outcome.Dead() -> dead(visitor.frame());
            });
  }

  private static Response page(Frame frame, Alarm alarm) {
    AlarmView view =
        new AlarmView(
            deed(frame, alarm.deed()),
            When.minute(frame, alarm.at()),
            alarm.origin().address(),
            Device.of(alarm.origin().agent()).orElse(""));
    return Sheet.secluded(200, out -> JtealarmGenerated.render(out, null, frame, view));
  }

  private static String deed(Frame frame, Alarm.Deed deed) {
    return frame.say("alarm." + deed.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private Response raise(Visitor visitor, Fields form) {
    Frame frame = visitor.frame();
    RaiseAlarm.Command command = new RaiseAlarm.Command(token(visitor), wayBack, visitor.visit());
    return switch (raise.handle(command)) {
      case RaiseAlarm.Outcome.Raised(_, long number, boolean back) ->
          Message.of(frame, back ? "alarm-raised" : "alarm-raised-shut", Long.toString(number))
              .answer(200);
      case RaiseAlarm.Outcome.Dead() -> dead(frame);
    };
  }

  private static Response dead(Frame frame) {
    return Message.of(frame, "alarm-dead").to("/account/forgot").answer(410);
  }

  private static String token(Visitor visitor) {
    return visitor.request().parameter("token");
  }
}
