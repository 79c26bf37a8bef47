package dev.rekey.admin;

import dev.rekey.core.dispute.Case;
import dev.rekey.core.steward.CloseCase;
import dev.rekey.core.steward.ListCases;
import dev.rekey.core.steward.ListCases.Which;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Field;
import dev.rekey.page.Message;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import java.util.List;
import java.util.Optional;
import rekey.template.console.JtecaseGenerated;
import rekey.template.console.JtecasesGenerated;

/** Where one sees what owners said was not them, and closes it once it was looked into. */
final class CasesPages {

  private static final String ONE = ConsoleRoom.CASES.path() + "/{number}";
  private static final int PAGE = 50;

  private final ConsoleDoor door;
  private final ListCases list;
  private final CloseCase close;

  CasesPages(ConsoleDoor door, ListCases list, CloseCase close) {
    this.door = door;
    this.list = list;
    this.close = close;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", ConsoleRoom.CASES.path(), this::all),
        new Route("GET", ONE, this::one),
        new Route("POST", ONE, this::submit));
  }

  private Response all(Request request) {
    return door.open(
        request,
        ConsoleRoom.CASES,
        desk -> {
          boolean closedToo = request.query().first("which").filter("all"::equals).isPresent();
          Optional<Long> before = request.query().first("before").flatMap(CasesPages::number);
          return all(desk, closedToo, found(desk, new Which.Page(!closedToo, before, PAGE + 1)));
        });
  }

  private static Response all(Desk desk, boolean closedToo, List<Case> found) {
    List<CaseView> views = found.stream().limit(PAGE).map(one -> CaseView.of(desk, one)).toList();
    String next = found.size() > PAGE ? Long.toString(found.get(PAGE - 1).number()) : "";
    return Sheet.of(200, out -> JtecasesGenerated.render(out, null, desk, views, closedToo, next));
  }

  private List<Case> found(Desk desk, Which which) {
    return switch (list.handle(new ListCases.Command(desk.by(), which, desk.visit()))) {
      case ListCases.Outcome.Listed(List<Case> cases) -> cases;
      case ListCases.Outcome.NotAllowed() -> List.of();
    };
  }

  private Response one(Request request) {
    return door.open(request, ConsoleRoom.CASES, desk -> page(200, desk, Notice.none(), why(desk)));
  }

  private static Field why(Desk desk) {
    return Reason.field(desk.frame(), "");
  }

  private Response page(int status, Desk desk, Notice notice, Field why) {
    return number(desk)
        .flatMap(number -> found(desk, new Which.One(number)).stream().findFirst())
        .map(one -> CaseView.of(desk, one))
        .map(view ->
            Sheet.of(status, out -> JtecaseGenerated.render(out, null, desk, notice, view, why)))
        .orElseGet(() -> gone(desk));
  }

  private Response submit(Request request) {
    return door.take(
        request,
        ConsoleRoom.CASES,
        (desk, form) ->
            number(desk).map(number -> close(desk, number, form)).orElseGet(() -> gone(desk)));
  }

  private Response close(Desk desk, long number, Fields form) {
    Optional<Visit> visit = desk.because(form);
    if (visit.isEmpty()) {
      return withoutReason(desk, form);
    }
    boolean thaws = form.first("thaw").isPresent();
    CloseCase.Command command = new CloseCase.Command(desk.by(), number, thaws, visit.get());
    return switch (close.handle(command)) {
      case CloseCase.Outcome.Closed() ->
          page(200, desk, Notice.good(desk.say("cases.done")), why(desk));
      case CloseCase.Outcome.NoReason() -> withoutReason(desk, form);
      case CloseCase.Outcome.NotAllowed() ->
          page(403, desk, Notice.bad(desk.say("cases.not-allowed")), why(desk));
      case CloseCase.Outcome.NoSuchCase() -> gone(desk);
      case CloseCase.Outcome.ClosedBefore() ->
          page(409, desk, Notice.warning(desk.say("cases.closed-before")), why(desk));
    };
  }

  private Response withoutReason(Desk desk, Fields form) {
    return page(
        422, desk, Notice.none(), Reason.missing(desk.frame(), form.first("why").orElse("")));
  }

  private static Response gone(Desk desk) {
    return Message.of(desk.frame(), "cases.gone").to(ConsoleRoom.CASES.path()).answer(404);
  }

  private static Optional<Long> number(Desk desk) {
    return number(desk.visitor().request().parameter("number"));
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
