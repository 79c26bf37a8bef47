package dev.rekey.web;

import dev.rekey.core.policy.Violation;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Sheet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a letter's link leads that has its ticket in the query, as programs look for it: on to the
 * page for it. Nothing is looked up, and nothing spent.
 */
final class TicketPages {

  private static final Predicate<String> TICKET =
      Pattern.compile("[A-Za-z0-9_-]{1,64}").asMatchPredicate();

  private final Doorway doorway;

  TicketPages(Doorway doorway) {
    this.doorway = doorway;
  }

  List<Route> routes() {
    return Stream.of("/account/reset", "/account/confirm", "/account/unlock")
        .map(path -> new Route("GET", path, request -> lead(request, path)))
        .toList();
  }

  private Response lead(Request request, String path) {
    return request
        .query()
        .first("ticket")
        .filter(TICKET)
        .map(ticket -> Sheet.seeOther(path + '/' + ticket))
        .orElseGet(() ->
            doorway.open(
                request, visitor -> LetterPages.dead(visitor, new Violation.TicketInvalid())));
  }
}
