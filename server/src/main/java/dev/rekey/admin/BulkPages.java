package dev.rekey.admin;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.incident.ProposeDeed;
import dev.rekey.core.incident.SeeDeeds;
import dev.rekey.core.incident.Survey;
import dev.rekey.core.incident.SurveyDeed;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.Route;
import dev.rekey.page.Message;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rekey.template.console.JtebulkGenerated;
import rekey.template.console.JtebulknewGenerated;
import rekey.template.console.JtebulksurveyGenerated;

/** Where something is done to many accounts: what was, what is under way, and what is to be. */
final class BulkPages {

  static final ConsoleRoom ROOM = ConsoleRoom.BULK;

  private final ConsoleDoor door;
  private final BulkWork work;
  private final Roles roles;
  private final BulkWish.Choices choices;
  private final Reassurance reassurance;

  BulkPages(ConsoleDoor door, BulkWork work, Roles roles, Reassurance reassurance) {
    this.door = door;
    this.work = work;
    this.roles = roles;
    this.choices = new BulkWish.Choices(work.realms(), roles, work.cost());
    this.reassurance = reassurance;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", ROOM.path(), request -> door.open(request, ROOM, this::list)),
        new Route(
            "GET",
            ROOM.path() + "/new",
            request -> door.open(request, ROOM, desk -> choose(200, desk, Notice.none()))),
        new Route("GET", ROOM.path() + "/dry-run", this::survey),
        new Route("POST", ROOM.path(), request -> door.take(request, ROOM, this::propose)));
  }

  private Response list(Desk desk) {
    return switch (work.see().handle(new SeeDeeds.Command(desk.by(), Optional.empty()))) {
      case SeeDeeds.Outcome.NotAllowed() -> closed(desk);
      case SeeDeeds.Outcome.Seen seen -> {
        BulkWords words = new BulkWords(desk.frame(), seen.names());
        List<BulkView> lines =
            seen.deeds().stream().map(deed -> line(desk, words, deed, seen)).toList();
        yield Sheet.of(200, out -> JtebulkGenerated.render(out, null, desk, lines));
      }
    };
  }

  static BulkView line(Desk desk, BulkWords words, BulkDeed deed, SeeDeeds.Outcome.Seen seen) {
    BulkDeed.State state = deed.stateAt(seen.at());
    return new BulkView(
        ROOM.path() + '/' + deed.id(),
        BulkWords.deed(desk.frame(), deed.deed()),
        BulkWords.target(desk.frame(), deed.target()),
        words.state(state),
        BulkWords.manner(state),
        words.mandate(deed.proposal()),
        BulkWords.worked(deed),
        BulkWords.planned(deed),
        deed.isUnderWay());
  }

  static Response closed(Desk desk) {
    return Message.of(desk.frame(), "console.closed").to(ROOM.path()).answer(403);
  }

  private Response choose(int status, Desk desk, Notice notice) {
    List<String> known = roles.capabilities().keySet().stream().map(Role::name).sorted().toList();
    List<String> realms = work.realms().stream().map(Realm::name).toList();
    String cost = BulkWords.cost(work.cost());
    return Sheet.of(
        status,
        out ->
            JtebulknewGenerated.render(
                out,
                null,
                desk,
                notice,
                known,
                realms,
                cost,
                desk.may(Capability.UPDATE_ACCOUNTS),
                desk.may(Capability.UPDATE_ACCOUNTS) && desk.may(Capability.SEND_RESETS),
                desk.may(Capability.MANAGE_SESSIONS)));
  }

  private Response survey(Request request) {
    return door.open(
        request,
        ROOM,
        desk ->
            choices
                .read(request.query())
                .map(wish -> survey(200, desk, wish, BulkForms.fields(desk, Fields.none())))
                .orElseGet(() -> unclear(desk)));
  }

  private Response unclear(Desk desk) {
    return choose(422, desk, Notice.bad(desk.say("bulk.unclear")));
  }

  private Response survey(int status, Desk desk, BulkWish wish, BulkForms.Said said) {
    SurveyDeed.Command command =
        new SurveyDeed.Command(desk.by(), wish.deed(), wish.target(), wish.ownToo());
    return switch (work.survey().handle(command)) {
      case SurveyDeed.Outcome.NotAllowed() -> closed(desk);
      case SurveyDeed.Outcome.Surveyed(Survey seen) -> {
        BulkSurveyView view = BulkEffects.view(desk, wish, seen, said, work.two());
        Response page =
            Sheet.of(status, out -> JtebulksurveyGenerated.render(out, null, desk, view));
        yield said.retryAfter()
            .map(RetryAfter::of)
            .map(at -> page.with("retry-after", at))
            .orElse(page);
      }
    };
  }

  private Response propose(Desk desk, Fields form) {
    return choices
        .read(form)
        .map(wish ->
            BulkForms.sure(
                desk,
                form,
                reassurance,
                visit -> propose(desk, wish, visit),
                said -> survey(said.status(), desk, wish, said)))
        .orElseGet(() -> unclear(desk));
  }

  private Response propose(Desk desk, BulkWish wish, Visit visit) {
    ProposeDeed.Command command =
        new ProposeDeed.Command(desk.by(), wish.deed(), wish.target(), wish.ownToo(), visit);
    Function<BulkDeed, Response> page = deed -> Sheet.seeOther(ROOM.path() + '/' + deed.id());
    return switch (work.propose().handle(command)) {
      case ProposeDeed.Outcome.Begun(BulkDeed deed) -> page.apply(deed);
      case ProposeDeed.Outcome.Waiting(BulkDeed deed) -> page.apply(deed);
      case ProposeDeed.Outcome.NobodyMeant() ->
          choose(409, desk, Notice.warning(desk.say("bulk.nobody")));
      case ProposeDeed.Outcome.NotAllowed() -> closed(desk);
    };
  }
}
