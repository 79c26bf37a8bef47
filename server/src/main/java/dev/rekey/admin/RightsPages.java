package dev.rekey.admin;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Sheet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import rekey.template.console.JterightsGenerated;

/** Where one sees what each role may do. */
final class RightsPages {

  private final ConsoleDoor door;
  private final Roles roles;

  RightsPages(ConsoleDoor door, Roles roles) {
    this.door = door;
    this.roles = roles;
  }

  List<Route> routes() {
    return List.of(new Route("GET", ConsoleRoom.RIGHTS.path(), this::show));
  }

  private Response show(Request request) {
    return door.open(
        request,
        ConsoleRoom.RIGHTS,
        desk -> {
          List<Role> known = mightiestFirst();
          List<RightView> rights = rights(desk, known);
          return Sheet.of(200, out -> JterightsGenerated.render(out, null, desk, known, rights));
        });
  }

  private List<Role> mightiestFirst() {
    Comparator<Role> might = Comparator.comparingLong(this::might).reversed();
    return roles.capabilities().keySet().stream().sorted(might.thenComparing(Role::name)).toList();
  }

  private long might(Role role) {
    return Stream.of(Capability.values()).filter(one -> roles.may(role, one)).count();
  }

  private List<RightView> rights(Desk desk, List<Role> known) {
    return Stream.of(Capability.values())
        .map(one ->
            new RightView(
                RightView.sentence(desk.frame(), one),
                known.stream().map(role -> roles.may(role, one)).toList()))
        .toList();
  }
}
