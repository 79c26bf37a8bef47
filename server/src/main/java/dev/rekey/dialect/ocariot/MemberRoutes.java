package dev.rekey.dialect.ocariot;

import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.secretary.FindChildByTag;
import dev.rekey.core.secretary.SeeMember;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** Children, families, educators, health professionals and applications. */
final class MemberRoutes {

  private final Gate gate;
  private final OcariotDialect.Members members;

  MemberRoutes(Gate gate, OcariotDialect.Members members) {
    this.gate = gate;
    this.members = members;
  }

  Stream<Route> routes() {
    Route byTag = new Route("GET", Resource.CHILD.all() + "/nfc/{tag}", this::findByTag);
    return Stream.concat(
        Stream.of(MemberKind.values()).flatMap(kind -> of(kind).stream()), Stream.of(byTag));
  }

  private List<Route> of(MemberKind kind) {
    Resource resource = Resource.of(kind);
    return List.of(
        new Route("POST", resource.all(), request -> enrol(kind, request)),
        new Route("GET", resource.all(), request -> list(kind, request)),
        new Route("GET", resource.one(), request -> see(kind, request)),
        new Route("PATCH", resource.one(), request -> edit(kind, request)));
  }

  private Response enrol(MemberKind kind, Request request) {
    return gate.letIn(
        request,
        Right.to(Deed.CREATE, kind),
        (caller, visit) ->
            EncodeMistake.or(
                DecodeMember.enrol(kind, request, caller, visit),
                command -> EncodeMember.enrolled(kind, members.enrol().handle(command))));
  }

  private Response list(MemberKind kind, Request request) {
    return gate.letIn(
        request,
        Right.to(Deed.READ_ALL, kind),
        (caller, visit) ->
            EncodeMistake.or(
                DecodeListing.members(kind, request, caller, visit),
                command -> EncodeMember.listed(kind, members.list().handle(command))));
  }

  private Response see(MemberKind kind, Request request) {
    Resource resource = Resource.of(kind);
    return gate.letIn(
        request,
        Right.to(Deed.READ, kind),
        resource,
        (caller, visit) ->
            EncodeMistake.or(
                Decode.one(
                    PathId.of(request, resource),
                    id -> new SeeMember.Command(caller, kind, id.handle(), visit)),
                command -> EncodeMember.seen(kind, members.see().handle(command))));
  }

  private Response edit(MemberKind kind, Request request) {
    return gate.letIn(
        request,
        Right.to(Deed.UPDATE, kind),
        Resource.of(kind),
        (caller, visit) ->
            EncodeMistake.or(
                DecodeMember.edit(kind, request, caller, visit),
                command -> EncodeMember.edited(kind, members.edit().handle(command))));
  }

  private Response findByTag(Request request) {
    return gate.letIn(
        request,
        Right.to(Deed.READ, MemberKind.CHILD),
        (caller, visit) ->
            EncodeMember.found(
                members
                    .findByTag()
                    .handle(new FindChildByTag.Command(caller, request.parameter("tag"), visit))));
  }
}
