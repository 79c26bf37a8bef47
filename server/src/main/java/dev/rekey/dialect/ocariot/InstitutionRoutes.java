package dev.rekey.dialect.ocariot;

import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.secretary.DeleteInstitution;
import dev.rekey.core.secretary.SeeInstitution;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.stream.Stream;

/** The institutions that users belong to. */
final class InstitutionRoutes {

  private final Gate gate;
  private final OcariotDialect.Institutions institutions;

  InstitutionRoutes(Gate gate, OcariotDialect.Institutions institutions) {
    this.gate = gate;
    this.institutions = institutions;
  }

  Stream<Route> routes() {
    String all = Resource.INSTITUTION.all();
    String one = Resource.INSTITUTION.one();
    return Stream.of(
        new Route("POST", all, this::create),
        new Route("GET", all, this::list),
        new Route("GET", one, this::see),
        new Route("PATCH", one, this::edit),
        new Route("DELETE", one, this::delete));
  }

  private Response create(Request request) {
    return gate.letIn(
        request,
        to(Deed.CREATE),
        (caller, visit) ->
            EncodeMistake.or(
                DecodeInstitution.create(request, caller, visit),
                command -> EncodeInstitution.created(institutions.create().handle(command))));
  }

  private Response list(Request request) {
    return gate.letIn(
        request,
        to(Deed.READ_ALL),
        (caller, visit) ->
            EncodeMistake.or(
                DecodeListing.institutions(request, caller, visit),
                command -> EncodeInstitution.listed(institutions.list().handle(command))));
  }

  private Response see(Request request) {
    return gate.letIntoInstitution(
        request,
        to(Deed.READ),
        (caller, visit) ->
            EncodeMistake.or(
                Decode.one(
                    PathId.of(request, Resource.INSTITUTION),
                    id -> new SeeInstitution.Command(caller, id.institution(), visit)),
                command -> EncodeInstitution.seen(institutions.see().handle(command))));
  }

  private Response edit(Request request) {
    return gate.letIntoInstitution(
        request,
        to(Deed.UPDATE),
        (caller, visit) ->
            EncodeMistake.or(
                DecodeInstitution.edit(request, caller, visit),
                command -> EncodeInstitution.edited(institutions.edit().handle(command))));
  }

  private Response delete(Request request) {
    return gate.letIntoInstitution(
        request,
        to(Deed.DELETE),
        (caller, visit) ->
            EncodeMistake.or(
                Decode.one(
                    PathId.of(request, Resource.INSTITUTION),
                    id -> new DeleteInstitution.Command(caller, id.institution(), visit)),
                command -> EncodeInstitution.deleted(institutions.delete().handle(command))));
  }

  private static Right to(Deed deed) {
    return Right.to(deed, Subject.INSTITUTIONS);
  }
}
