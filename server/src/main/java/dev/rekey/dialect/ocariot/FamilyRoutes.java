package dev.rekey.dialect.ocariot;

import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.secretary.AdoptChild;
import dev.rekey.core.secretary.ReleaseChild;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.stream.Stream;

/** The children of a family. */
final class FamilyRoutes {

  private final Gate gate;
  private final OcariotDialect.Families families;

  FamilyRoutes(Gate gate, OcariotDialect.Families families) {
    this.gate = gate;
    this.families = families;
  }

  Stream<Route> routes() {
    String children = Resource.FAMILY.one() + Resource.CHILD.all();
    String child = Resource.FAMILY.one() + Resource.CHILD.one();
    return Stream.of(
        new Route("GET", children, this::list),
        new Route("POST", child, this::adopt),
        new Route("DELETE", child, this::release));
  }

  private Response list(Request request) {
    return gate.letIn(
        request,
        Right.to(Deed.READ, Subject.FAMILIES),
        Resource.FAMILY,
        (caller, visit) ->
            EncodeMistake.or(
                DecodeListing.children(request, caller, visit),
                command -> EncodeFamily.listed(families.listChildren().handle(command))));
  }

  private Response adopt(Request request) {
    PathId family = PathId.of(request, Resource.FAMILY);
    PathId child = PathId.of(request, Resource.CHILD);
    return gate.letIn(
        request,
        Right.to(Deed.CREATE, Subject.FAMILIES),
        (caller, visit) ->
            EncodeMistake.or(
                Decode.two(
                    family,
                    child,
                    _ -> new AdoptChild.Command(caller, family.handle(), child.handle(), visit)),
                command -> EncodeFamily.adopted(families.adopt().handle(command))));
  }

  private Response release(Request request) {
    PathId family = PathId.of(request, Resource.FAMILY);
    PathId child = PathId.of(request, Resource.CHILD);
    return gate.letIn(
        request,
        Right.to(Deed.DELETE, Subject.FAMILIES),
        (caller, visit) ->
            EncodeMistake.or(
                Decode.two(
                    family,
                    child,
                    _ -> new ReleaseChild.Command(caller, family.handle(), child.handle(), visit)),
                command -> EncodeFamily.released(families.release().handle(command))));
  }
}
