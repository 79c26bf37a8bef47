package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Capability;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.secretary.DeleteMember;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.stream.Stream;

/** Signing in, and what is done with a user of whatever kind. */
final class UserRoutes {

  private final Gate gate;
  private final OcariotDialect.Credentials credentials;
  private final DeleteMember deleteMember;

  UserRoutes(Gate gate, OcariotDialect.Credentials credentials, DeleteMember deleteMember) {
    this.gate = gate;
    this.credentials = credentials;
    this.deleteMember = deleteMember;
  }

  Stream<Route> routes() {
    String user = Resource.USER.one();
    return Stream.of(
        new Route("POST", "/auth", this::signIn),
        new Route("PUT", user + "/password", this::changePassword),
        new Route("POST", user + "/reset-password", this::resetPassword),
        new Route("DELETE", user, this::delete));
  }

  private Response signIn(Request request) {
    return EncodeMistake.or(
        Decode.signIn(request, gate.visit(request)),
        command -> Encode.signedIn(credentials.signIn().handle(command)));
  }

  private Response changePassword(Request request) {
    return gate.letIn(
        request,
        (caller, visit) ->
            mayChange(caller, PathId.of(request, Resource.USER))
                ? change(request, caller, visit)
                : Answers.forbidden());
  }

  /** Only the own one; what cannot be an id is nobody's. */
  private static boolean mayChange(Caller caller, PathId id) {
    return caller.may(Capability.CHANGE_OWN_PASSWORD)
        && (!id.looksLikeOne() || caller.is(id.toTheLetter()));
  }

  private Response change(Request request, Caller caller, Visit visit) {
    return EncodeMistake.or(
        Decode.change(request, caller, visit),
        command -> Encode.changed(credentials.changePassword().handle(command)));
  }

  private Response resetPassword(Request request) {
    return gate.letIn(
        request,
        (caller, visit) ->
            caller.may(Capability.SET_PASSWORDS)
                ? reset(request, caller, visit)
                : Answers.forbidden());
  }

  private Response reset(Request request, Caller caller, Visit visit) {
    return EncodeMistake.or(
        Decode.reset(request, caller, visit),
        command -> Encode.reset(credentials.setPassword().handle(command)));
  }

  private Response delete(Request request) {
    return gate.letIn(
        request,
        Right.to(Deed.DELETE, Subject.USERS),
        Resource.USER,
        (caller, visit) ->
            EncodeMistake.or(
                Decode.delete(request, caller, visit),
                command -> Encode.deleted(deleteMember.handle(command))));
  }
}
