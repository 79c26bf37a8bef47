package dev.rekey.dialect.onezone;

import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.Steward;
import dev.rekey.dialect.onezone.Owners.Deed;
import dev.rekey.dialect.onezone.Owners.Place;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What users may do beyond their role, their own and that of others. */
final class PrivilegeRoutes {

  private final Gates gates;
  private final Owners owners;
  private final EditAccount editAccount;
  private final EncodeUsers encode;
  private final DecodeUsers decode;

  PrivilegeRoutes(
      Gates gates, Owners owners, EditAccount editAccount, EncodeUsers encode, DecodeUsers decode) {
    this.gates = gates;
    this.owners = owners;
    this.editAccount = editAccount;
    this.encode = encode;
    this.decode = decode;
  }

  List<Route> routes(String prefix) {
    return Stream.of(
            routes(prefix + "/user", Place.SELF), routes(prefix + "/users/{id}", Place.PATH))
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> routes(String user, Place place) {
    String privileges = user + "/privileges";
    return List.of(
        new Route("GET", privileges, request -> show(request, place, PrivilegeRoutes::own)),
        new Route("PATCH", privileges, request -> change(request, place)),
        new Route("DELETE", privileges, request -> takeAll(request, place)),
        new Route(
            "GET",
            user + "/effective_privileges",
            request -> show(request, place, PrivilegeRoutes::effective)));
  }

  private static List<String> own(Deed deed) {
    return Privileges.of(deed.owner());
  }

  private static List<String> effective(Deed deed) {
    return Privileges.effective(deed.owner(), deed.by().roles());
  }

  private Response show(Request request, Place place, Function<Deed, List<String>> which) {
    return gates.pass(
        request,
        guest ->
            owners.ownOr(
                Capability.VIEW_PRIVILEGES,
                place,
                request,
                guest,
                deed -> encode.privileges(which.apply(deed))));
  }

  private Response change(Request request, Place place) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            owners.only(
                Capability.SET_PRIVILEGES,
                place,
                request,
                guest,
                deed -> gates.reading(decode.privileges(body), wish -> edit(deed, wish))));
  }

  /** All of which this wire knows. */
  private Response takeAll(Request request, Place place) {
    return gates.pass(
        request,
        guest ->
            owners.only(
                Capability.SET_PRIVILEGES,
                place,
                request,
                guest,
                deed ->
                    edit(
                        deed,
                        AccountEdit.none()
                            .withPrivileges(Set.of(), Privileges.stored(own(deed))))));
  }

  private Response edit(Deed deed, AccountEdit wish) {
    return encode.edited(
        editAccount.handle(
            new EditAccount.Command(
                new Steward.Administrator(deed.by()), deed.whose(), wish, deed.visit())));
  }
}
