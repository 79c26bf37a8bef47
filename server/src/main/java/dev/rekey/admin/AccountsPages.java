package dev.rekey.admin;

import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.steward.SearchAccounts;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import rekey.template.console.JteaccountrowsGenerated;
import rekey.template.console.JteaccountsGenerated;

/** Where accounts are looked for, by what their names begin with. */
final class AccountsPages {

  private static final String PATH = ConsoleRoom.ACCOUNTS.path();

  private final ConsoleDoor door;
  private final SearchAccounts search;
  private final List<String> roles;

  AccountsPages(ConsoleDoor door, SearchAccounts search, Roles roles) {
    this.door = door;
    this.search = search;
    this.roles = names(roles);
  }

  static List<String> names(Roles roles) {
    return roles.capabilities().keySet().stream().map(Role::name).sorted().toList();
  }

  Stream<Route> routes() {
    return Stream.of(
        new Route("GET", PATH, request -> show(request, (desk, rows) -> page(desk, request, rows))),
        new Route("GET", PATH + "/rows", request -> show(request, AccountsPages::fragment)));
  }

  private Response show(Request request, BiFunction<Desk, AccountRows, Response> page) {
    AccountQuery query = AccountQuery.of(request.query());
    return door.open(
        request,
        ConsoleRoom.ACCOUNTS,
        desk ->
            switch (search.handle(query.command(desk))) {
              case SearchAccounts.Outcome.Found found ->
                  page.apply(desk, AccountRows.of(desk, query, found));
              case SearchAccounts.Outcome.NotAllowed() -> ConsoleDoor.notFor(desk.visitor());
            });
  }

  private Response page(Desk desk, Request request, AccountRows rows) {
    return Sheet.of(
        200, out -> JteaccountsGenerated.render(out, null, desk, said(desk, request), rows, roles));
  }

  private static Notice said(Desk desk, Request request) {
    return request
        .query()
        .first("done")
        .filter(AccountAct.DELETE.key()::equals)
        .map(key -> Notice.good(desk.say("accounts.done." + key)))
        .orElseGet(Notice::none);
  }

  /** For the script that asks while somebody types. */
  private static Response fragment(Desk desk, AccountRows rows) {
    return Sheet.of(200, out -> JteaccountrowsGenerated.render(out, null, desk, rows));
  }
}
