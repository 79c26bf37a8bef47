package dev.rekey.dialect.own;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.ForgiveFailures;
import dev.rekey.core.steward.SeeAccount;
import dev.rekey.core.steward.SendReset;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Request;
import dev.rekey.http.Route;
import java.util.Optional;
import java.util.stream.Stream;

/** What stewards do to the accounts of others. */
final class StewardRoutes {

  private static final String ALL = "/accounts";
  private static final String ONE = ALL + "/{id}";

  private final Gate gate;
  private final OwnDialect.Stewards stewards;
  private final Sessions sessions;
  private final String place;
  private final TicketLink reset;

  StewardRoutes(
      Gate gate, OwnDialect.Stewards stewards, Sessions sessions, OwnDialect.Settings settings) {
    this.gate = gate;
    this.stewards = stewards;
    this.sessions = sessions;
    this.place = settings.prefix() + ALL;
    this.reset = settings.links().reset();
  }

  Stream<Route> routes() {
    return Stream.of(
        new Route("GET", ALL, gate.signedIn(this::search)),
        new Route("POST", ALL, gate.signedIn(this::create)),
        new Route("GET", ONE, about(this::see)),
        new Route("PATCH", ONE, about(this::edit)),
        new Route("DELETE", ONE, about(this::delete)),
        new Route("PUT", ONE + "/password", about(this::setPassword)),
        new Route("POST", ONE + "/reset-letter", about(this::sendReset)),
        new Route("POST", ONE + "/unlock", about(this::forgive)),
        new Route("GET", ONE + "/sessions", about(this::seeSessions)),
        new Route("DELETE", ONE + "/sessions", about(this::endSessions)),
        new Route("DELETE", ONE + "/sessions/{name}", about(this::endSession)));
  }

  /** Something that is done about the account in the path. */
  @FunctionalInterface
  private interface Deed {
    Answer about(Handle whose, Request request, Caller caller, Visit visit);
  }

  /** What can be nobody's id is as unknown as any other. */
  private Route.Handler about(Deed deed) {
    return gate.signedIn((request, caller, visit) ->
        Decode.whose(request)
            .map(whose -> deed.about(whose, request, caller, visit))
            .orElseGet(Encode::noSuchAccount));
  }

  private Answer search(Request request, Caller caller, Visit visit) {
    return Decode.answer(
        DecodeSteward.search(request, steward(caller), visit),
        command ->
            EncodeSteward.found(stewards.search().handle(command), maySeePrivileges(caller)));
  }

  private Answer create(Request request, Caller caller, Visit visit) {
    return Decode.answer(
        DecodeSteward.create(request, steward(caller), visit),
        command ->
            EncodeSteward.created(
                stewards.create().handle(command), place, maySeePrivileges(caller)));
  }

  private Answer see(Handle whose, Request request, Caller caller, Visit visit) {
    SeeAccount.Command command = new SeeAccount.Command(steward(caller), whose, visit);
    return EncodeSteward.seen(stewards.see().handle(command), maySeePrivileges(caller));
  }

  private Answer edit(Handle whose, Request request, Caller caller, Visit visit) {
    return Decode.answer(
        DecodeSteward.edit(request, steward(caller), whose, visit),
        command -> EncodeSteward.edited(stewards.edit().handle(command)));
  }

  private Answer delete(Handle whose, Request request, Caller caller, Visit visit) {
    DeleteAccount.Command command = new DeleteAccount.Command(steward(caller), whose, visit);
    return EncodeSteward.deleted(stewards.delete().handle(command));
  }

  private Answer setPassword(Handle whose, Request request, Caller caller, Visit visit) {
    return Decode.answer(
        DecodeSteward.setPassword(request, steward(caller), whose, visit),
        command -> EncodeSteward.set(stewards.setPassword().handle(command)));
  }

  private Answer sendReset(Handle whose, Request request, Caller caller, Visit visit) {
    SendReset.Command command = new SendReset.Command(steward(caller), whose, reset, visit);
    return EncodeSteward.sent(stewards.sendReset().handle(command));
  }

  private Answer forgive(Handle whose, Request request, Caller caller, Visit visit) {
    ForgiveFailures.Command command = new ForgiveFailures.Command(steward(caller), whose, visit);
    return EncodeSteward.forgiven(stewards.forgive().handle(command));
  }

  private Answer seeSessions(Handle whose, Request request, Caller caller, Visit visit) {
    return EncodeSession.sessions(ofSessions(whose, caller, new Sessions.Wish.See(), visit));
  }

  private Answer endSessions(Handle whose, Request request, Caller caller, Visit visit) {
    return EncodeSession.sessions(ofSessions(whose, caller, new Sessions.Wish.EndAll(), visit));
  }

  private Answer endSession(Handle whose, Request request, Caller caller, Visit visit) {
    Sessions.Wish end = new Sessions.Wish.End(request.parameter("name"));
    return EncodeSession.ended(ofSessions(whose, caller, end, visit));
  }

  private Sessions.Outcome ofSessions(
      Handle whose, Caller caller, Sessions.Wish wish, Visit visit) {
    return sessions.handle(new Sessions.Command(caller, Optional.of(whose), wish, visit));
  }

  private static Steward steward(Caller caller) {
    return new Steward.Administrator(caller);
  }

  private static boolean maySeePrivileges(Caller caller) {
    return caller.may(Capability.VIEW_PRIVILEGES);
  }
}
