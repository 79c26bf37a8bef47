package dev.rekey.dialect.ocariot;

import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.secretary.DeleteGroup;
import dev.rekey.core.secretary.SeeGroup;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The groups that educators and health professionals make of children, each the own ones alone. */
final class GroupRoutes {

  private static final List<MemberKind> OWNERS =
      List.of(MemberKind.EDUCATOR, MemberKind.HEALTH_PROFESSIONAL);

  private final Gate gate;
  private final OcariotDialect.Groups groups;

  GroupRoutes(Gate gate, OcariotDialect.Groups groups) {
    this.gate = gate;
    this.groups = groups;
  }

  Stream<Route> routes() {
    return OWNERS.stream().flatMap(owner -> of(owner).stream());
  }

  private List<Route> of(MemberKind owner) {
    String base = Resource.of(owner).one() + Resource.CHILD.all();
    String all = base + Resource.CHILDREN_GROUP.all();
    String one = base + Resource.CHILDREN_GROUP.one();
    return List.of(
        new Route("POST", all, request -> create(owner, request)),
        new Route("GET", all, request -> list(owner, request)),
        new Route("GET", one, request -> see(owner, request)),
        new Route("PATCH", one, request -> edit(owner, request)),
        new Route("DELETE", one, request -> delete(owner, request)));
  }

  private Response create(MemberKind owner, Request request) {
    return letIn(
        request,
        Deed.CREATE,
        owner,
        (caller, visit) ->
            EncodeMistake.or(
                DecodeGroup.create(owner, request, caller, visit),
                command -> EncodeGroup.created(owner, groups.create().handle(command))));
  }

  private Response list(MemberKind owner, Request request) {
    return letIn(
        request,
        Deed.READ,
        owner,
        (caller, visit) ->
            EncodeMistake.or(
                DecodeListing.groups(owner, request, caller, visit),
                command -> EncodeGroup.listed(owner, groups.list().handle(command))));
  }

  private Response see(MemberKind owner, Request request) {
    PathId whose = PathId.of(request, Resource.of(owner));
    PathId which = PathId.of(request, Resource.CHILDREN_GROUP);
    return letIn(
        request,
        Deed.READ,
        owner,
        (caller, visit) ->
            EncodeMistake.or(
                Decode.two(
                    whose,
                    which,
                    _ -> new SeeGroup.Command(caller, owner, whose.handle(), which.group(), visit)),
                command -> EncodeGroup.seen(groups.see().handle(command))));
  }

  private Response edit(MemberKind owner, Request request) {
    return letIn(
        request,
        Deed.UPDATE,
        owner,
        (caller, visit) ->
            EncodeMistake.or(
                DecodeGroup.edit(owner, request, caller, visit),
                command -> EncodeGroup.edited(owner, groups.edit().handle(command))));
  }

  private Response delete(MemberKind owner, Request request) {
    PathId whose = PathId.of(request, Resource.of(owner));
    PathId which = PathId.of(request, Resource.CHILDREN_GROUP);
    return letIn(
        request,
        Deed.DELETE,
        owner,
        (caller, visit) ->
            EncodeMistake.or(
                Decode.two(
                    whose,
                    which,
                    _ ->
                        new DeleteGroup.Command(
                            caller, owner, whose.handle(), which.group(), visit)),
                command -> EncodeGroup.deleted(groups.delete().handle(command))));
  }

  private Response letIn(Request request, Deed deed, MemberKind owner, Gate.Work work) {
    return gate.letIn(request, Right.to(deed, Subject.CHILDREN_GROUPS), Resource.of(owner), work);
  }
}
