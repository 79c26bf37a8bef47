package dev.rekey.web;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.session.Sessions.Wish;
import dev.rekey.core.visit.Device;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Frame;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import dev.rekey.page.When;
import java.util.List;
import java.util.Optional;
import rekey.template.account.JtesessionsGenerated;

/** Where an owner sees the sessions and tokens of all wires, and ends them. */
final class SessionPages {

  private static final String PATH = "/account/sessions";

  private final Doorway doorway;
  private final Sessions sessions;

  SessionPages(Doorway doorway, Sessions sessions) {
    this.doorway = doorway;
    this.sessions = sessions;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", PATH, this::show),
        new Route("POST", PATH + "/end", this::end),
        new Route("POST", PATH + "/end-others", this::endOthers));
  }

  /** The sessions of whoever is signed in. */
  static List<Sessions.Session> seen(Sessions sessions, Visitor visitor, Caller caller) {
    return switch (sessions.handle(command(visitor, caller, new Wish.See()))) {
      case Sessions.Outcome.Seen(var all) -> all;
      case Sessions.Outcome.Ended _,
          Sessions.Outcome.NoSuchSession _,
          Sessions.Outcome.NoSuchAccount _,
          Sessions.Outcome.NotAllowed _ ->
          List.of();
    };
  }

  private Response show(Request request) {
    return doorway.openToOwner(
        request, (visitor, caller) -> page(200, visitor, caller, said(visitor, request)));
  }

  private static Notice said(Visitor visitor, Request request) {
    return request
        .query()
        .first("ended")
        .flatMap(SessionPages::number)
        .map(count -> Notice.good(visitor.frame().say("sessions.ended", count)))
        .orElseGet(Notice::none);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private Response end(Request request) {
    return doorway.takeFromOwner(
        request,
        (visitor, caller, form) ->
            act(visitor, caller, new Wish.End(form.first("name").orElse(""))));
  }

  private Response endOthers(Request request) {
    return doorway.takeFromOwner(
        request, (visitor, caller, _) -> act(visitor, caller, new Wish.EndOthers()));
  }

  private Response act(Visitor visitor, Caller caller, Wish wish) {
    return switch (sessions.handle(command(visitor, caller, wish))) {
      case Sessions.Outcome.Ended(int count) -> Sheet.seeOther(PATH + "?ended=" + count);
      case Sessions.Outcome.NoSuchSession(), Sessions.Outcome.NoSuchAccount() ->
          page(404, visitor, caller, Notice.warning(visitor.frame().say("sessions.gone")));
      case Sessions.Outcome.NotAllowed(), Sessions.Outcome.Seen _ -> Sheet.seeOther(PATH);
    };
  }

  private static Sessions.Command command(Visitor visitor, Caller caller, Wish wish) {
    return new Sessions.Command(caller, Optional.empty(), wish, visitor.visit());
  }

  private Response page(int status, Visitor visitor, Caller caller, Notice notice) {
    Frame frame = visitor.in(Room.SESSIONS.key()).frame();
    List<SessionView> views =
        seen(sessions, visitor, caller).stream().map(one -> view(frame, one)).toList();
    return Sheet.of(status, out -> JtesessionsGenerated.render(out, null, frame, notice, views));
  }

  private static SessionView view(Frame frame, Sessions.Session session) {
    var grant = session.grant();
    return new SessionView(
        session.name(),
        Device.of(grant.agent()).orElseGet(() -> frame.say("sessions.unknown")),
        frame.say("sessions.place", grant.address(), grant.wire()),
        frame.say(
            "sessions.times",
            When.minute(frame, grant.lastUsedAt()),
            When.minute(frame, grant.issuedAt()),
            When.minute(frame, grant.expiresAt())),
        session.acting());
  }
}
