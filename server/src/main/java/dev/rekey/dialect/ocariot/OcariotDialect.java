package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.secretary.AdoptChild;
import dev.rekey.core.secretary.CreateGroup;
import dev.rekey.core.secretary.CreateInstitution;
import dev.rekey.core.secretary.DeleteGroup;
import dev.rekey.core.secretary.DeleteInstitution;
import dev.rekey.core.secretary.DeleteMember;
import dev.rekey.core.secretary.EditGroup;
import dev.rekey.core.secretary.EditInstitution;
import dev.rekey.core.secretary.EditMember;
import dev.rekey.core.secretary.EnrolMember;
import dev.rekey.core.secretary.FindChildByTag;
import dev.rekey.core.secretary.ListChildren;
import dev.rekey.core.secretary.ListGroups;
import dev.rekey.core.secretary.ListInstitutions;
import dev.rekey.core.secretary.ListMembers;
import dev.rekey.core.secretary.ReleaseChild;
import dev.rekey.core.secretary.RosterRights;
import dev.rekey.core.secretary.SeeGroup;
import dev.rekey.core.secretary.SeeInstitution;
import dev.rekey.core.secretary.SeeMember;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** OCARIoT's accounts and all that belongs to them, as its gateway shows them. */
public final class OcariotDialect implements Mount {

  private final Settings settings;
  private final List<Route> routes;

  /**
   * @param prover reads the tokens that signing in issues
   */
  public OcariotDialect(Settings settings, Prover prover, Credentials credentials, Roster roster) {
    this.settings = settings;
    Gate gate = new Gate(settings, prover, roster.rights());
    this.routes =
        Stream.of(
                new UserRoutes(gate, credentials, roster.members().delete()).routes(),
                new MemberRoutes(gate, roster.members()).routes(),
                new FamilyRoutes(gate, roster.families()).routes(),
                new GroupRoutes(gate, roster.groups()).routes(),
                new InstitutionRoutes(gate, roster.institutions()).routes())
            .flatMap(some -> some)
            .map(this::mounted)
            .toList();
  }

  /**
   * Where the wire is mounted.
   *
   * @param name the mount's name, for logs, metrics and the audit trail
   * @param realm whose accounts it serves
   * @param prefix what every path begins with; no slash at its end
   */
  public record Settings(String name, Realm realm, String prefix) {

    /** On the paths of the document. */
    public static Settings standard(Realm realm) {
      return new Settings("ocariot", realm, "/v1");
    }
  }

  /** What is done with tokens and passwords. */
  public record Credentials(
      SignIn signIn, ChangePassword changePassword, SetPassword setPassword) {}

  /** What is done with who belongs where. */
  public record Roster(
      RosterRights rights,
      Members members,
      Families families,
      Groups groups,
      Institutions institutions) {}

  /** What is done with users, each kind on a path of its own. */
  public record Members(
      EnrolMember enrol,
      ListMembers list,
      SeeMember see,
      FindChildByTag findByTag,
      EditMember edit,
      DeleteMember delete) {}

  /** What is done with the children of a family. */
  public record Families(ListChildren listChildren, AdoptChild adopt, ReleaseChild release) {}

  /** What is done with the groups of educators and health professionals. */
  public record Groups(
      CreateGroup create, ListGroups list, SeeGroup see, EditGroup edit, DeleteGroup delete) {}

  /** What is done with institutions. */
  public record Institutions(
      CreateInstitution create,
      ListInstitutions list,
      SeeInstitution see,
      EditInstitution edit,
      DeleteInstitution delete) {}

  /** The claim {@code scope} of a token for this role; empty for a role that OCARIoT has not. */
  public static String scopesOf(Role role) {
    return Scopes.of(role);
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public List<String> prefixes() {
    return List.of(settings.prefix());
  }

  @Override
  public PathRules pathRules() {
    return new PathRules(true, true, false);
  }

  @Override
  public List<Route> routes() {
    return routes;
  }

  /** No route has the verb OPTIONS, so that its requests come here from every path. */
  @Override
  public Response fault(Request request, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath _, Fault.UnknownMethod _ when request.method().equals("OPTIONS") ->
          Encode.preflight();
      case Fault other -> Encode.fault(other);
    };
  }

  private Route mounted(Route route) {
    String path = settings.prefix() + route.path();
    return route.method().equals("GET")
        ? new Route("GET", path, request -> Freshness.of(request, route.handler().handle(request)))
        : new Route(route.method(), path, route.handler());
  }
}
