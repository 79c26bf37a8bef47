package dev.rekey.dialect.own;

import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Request;
import dev.rekey.http.Route;
import java.util.stream.Stream;

/** Signing in and out, and seeing and ending the own sessions. */
final class SessionRoutes {

  private static final String SESSIONS = "/sessions";

  private final Gate gate;
  private final OwnDialect.Entrance entrance;
  private final String place;
  private final Realm realm;

  SessionRoutes(Gate gate, OwnDialect.Entrance entrance, OwnDialect.Settings settings) {
    this.gate = gate;
    this.entrance = entrance;
    this.place = settings.prefix() + SESSIONS;
    this.realm = settings.realm();
  }

  Stream<Route> routes() {
    return Stream.of(
        new Route("POST", SESSIONS, gate.anybody(this::signIn)),
        new Route("GET", SESSIONS, gate.signedIn(this::see)),
        new Route("DELETE", SESSIONS, gate.signedIn(this::endAll)),
        new Route("DELETE", SESSIONS + "/current", gate.signedIn(this::signOut)),
        new Route("DELETE", SESSIONS + "/{name}", gate.signedIn(this::end)));
  }

  private Answer signIn(Request request, Visit visit) {
    return Decode.answer(
        DecodeSession.signIn(request, visit),
        command -> EncodeSession.signedIn(entrance.signIn().handle(command), place, realm));
  }

  private Answer see(Request request, Caller caller, Visit visit) {
    return EncodeSession.sessions(entrance.sessions().handle(DecodeSession.see(caller, visit)));
  }

  private Answer endAll(Request request, Caller caller, Visit visit) {
    return Decode.answer(
        DecodeSession.endAll(request, caller, visit),
        command -> EncodeSession.sessions(entrance.sessions().handle(command)));
  }

  private Answer signOut(Request request, Caller caller, Visit visit) {
    return EncodeSession.signedOut(entrance.signOut().handle(new SignOut.Command(caller, visit)));
  }

  private Answer end(Request request, Caller caller, Visit visit) {
    return EncodeSession.ended(
        entrance.sessions().handle(DecodeSession.end(request, caller, visit)));
  }
}
