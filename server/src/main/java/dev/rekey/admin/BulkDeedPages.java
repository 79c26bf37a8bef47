package dev.rekey.admin;

import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.BulkDeed.State;
import dev.rekey.core.bulk.Mandate;
import dev.rekey.core.incident.DecideDeed;
import dev.rekey.core.incident.DecideDeed.Decision;
import dev.rekey.core.incident.SeeDeeds;
import dev.rekey.core.incident.SteerDeed;
import dev.rekey.core.incident.SteerDeed.Wish;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.Route;
import dev.rekey.page.Message;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import rekey.template.console.JtebulkdeedGenerated;

/** Where one bulk act is watched, stopped, resumed, taken back, approved or refused. */
final class BulkDeedPages {

  private static final String DEED = BulkPages.ROOM.path() + "/{deed}";

  private final ConsoleDoor door;
  private final BulkWork work;
  private final Reassurance reassurance;

  BulkDeedPages(ConsoleDoor door, BulkWork work, Reassurance reassurance) {
    this.door = door;
    this.work = work;
    this.reassurance = reassurance;
  }

  /** What may be done with a bulk act. */
  private enum Act {
    STOP,
    RESUME,
    UNDO,
    APPROVE,
    REFUSE,
    WITHDRAW;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it makes something happen to many accounts, and weighs as much as the beginning. */
    boolean weighs() {
      return this == APPROVE || this == UNDO;
    }

    String manner() {
      return switch (this) {
        case STOP, REFUSE, WITHDRAW -> "bad";
        case UNDO -> "quiet";
        case RESUME, APPROVE -> "";
      };
    }
  }

  List<Route> routes() {
    Stream<Route> acts =
        Stream.of(Act.values())
            .map(act -> new Route("POST", DEED + '/' + act.key(), request -> take(request, act)));
    return Stream.concat(Stream.of(new Route("GET", DEED, this::show)), acts).toList();
  }

  private Response show(Request request) {
    return door.open(
        request,
        BulkPages.ROOM,
        desk -> page(200, desk, id(request), Notice.none(), asked(desk, request)));
  }

  /** The form that was asked for. */
  private static Optional<Again> asked(Desk desk, Request request) {
    String wanted = request.query().first("act").orElse("");
    return Stream.of(Act.values())
        .filter(act -> act.key().equals(wanted))
        .findFirst()
        .map(act ->
            new Again(
                act,
                act.weighs()
                    ? BulkForms.fields(desk, Fields.none())
                    : BulkForms.reasonAlone(desk)));
  }

  private static long id(Request request) {
    String text = request.parameter("deed");
    return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
  }

  /** An act whose form is shown, or shown again. */
  private record Again(Act act, BulkForms.Said said) {}

  private Response page(int status, Desk desk, long id, Notice notice, Optional<Again> again) {
    return switch (work.see().handle(new SeeDeeds.Command(desk.by(), Optional.of(id)))) {
      case SeeDeeds.Outcome.NotAllowed() -> BulkPages.closed(desk);
      case SeeDeeds.Outcome.Seen seen ->
          seen.deeds().stream()
              .findFirst()
              .map(deed -> page(status, desk, notice, view(desk, deed, seen, again)))
              .orElseGet(() -> missing(desk));
    };
  }

  private static Response page(int status, Desk desk, Notice notice, BulkDeedView view) {
    return Sheet.of(status, out -> JtebulkdeedGenerated.render(out, null, desk, notice, view));
  }

  private static Response missing(Desk desk) {
    return Message.of(desk.frame(), "bulk.missing").to(BulkPages.ROOM.path()).answer(404);
  }

  private BulkDeedView view(
      Desk desk, BulkDeed deed, SeeDeeds.Outcome.Seen seen, Optional<Again> again) {
    BulkWords words = new BulkWords(desk.frame(), seen.names());
    BulkView line = BulkPages.line(desk, words, deed, seen);
    List<Act> offered = acts(desk, deed, seen.at());
    return new BulkDeedView(
        line,
        desk.say("bulk.progress", line.worked(), line.planned()),
        pace(desk, words, deed, seen.at()),
        hint(desk, deed, seen.at()),
        mandates(desk, words, deed),
        offered.stream().map(BulkDeedPages::view).toList(),
        again
            .filter(one -> offered.contains(one.act()))
            .map(one -> new BulkDeedView.Form(view(one.act()), one.said().fields())));
  }

  private static String pace(Desk desk, BulkWords words, BulkDeed deed, Instant now) {
    long lately = BulkWords.worked(deed) - deed.progress().before();
    long seconds = Math.max(1, Duration.between(deed.progress().since(), now).toSeconds());
    return deed.isUnderWay() && lately > 0
        ? deed.progress()
            .left(BulkWords.worked(deed), BulkWords.planned(deed), now)
            .map(left -> desk.say("bulk.pace", Math.ceilDiv(lately, seconds), words.left(left)))
            .orElse("")
        : "";
  }

  /** What one should know about how it stands. */
  private static String hint(Desk desk, BulkDeed deed, Instant now) {
    return switch (deed.stateAt(now)) {
      case PROPOSED -> desk.say("bulk.hint.proposed");
      case EXPIRED -> desk.say("bulk.hint.expired");
      case STOPPED -> desk.say("bulk.hint.stopped");
      case UNDONE -> desk.say("bulk.hint.undone");
      case DONE ->
          deed.progress().done() < deed.progress().all() ? desk.say("bulk.hint.fewer") : "";
      case RUNNING, UNDOING, REFUSED, WITHDRAWN -> "";
    };
  }

  private static List<BulkDeedView.MandateView> mandates(
      Desk desk, BulkWords words, BulkDeed deed) {
    List<BulkDeedView.MandateView> all = new ArrayList<>();
    all.add(mandate(desk, words, "proposed", deed.proposal()));
    deed.decision()
        .map(one ->
            mandate(desk, words, deed.state() == State.REFUSED ? "refused" : "approved", one))
        .ifPresent(all::add);
    deed.undo().map(one -> mandate(desk, words, "undone", one)).ifPresent(all::add);
    return all;
  }

  private static BulkDeedView.MandateView mandate(
      Desk desk, BulkWords words, String what, Mandate mandate) {
    return new BulkDeedView.MandateView(
        desk.say("bulk.mandate." + what), words.mandate(mandate), mandate.why());
  }

  /** What this reader may do with it as it stands; the core judges again. */
  private static List<Act> acts(Desk desk, BulkDeed deed, Instant now) {
    boolean may = deed.deed().needs().stream().allMatch(desk::may);
    return Stream.of(Act.values()).filter(act -> may && isOffered(desk, deed, act, now)).toList();
  }

  private static boolean isOffered(Desk desk, BulkDeed deed, Act act, Instant now) {
    boolean waits = deed.stateAt(now) == State.PROPOSED;
    boolean own = deed.proposal().by().equals(desk.by().account());
    return switch (act) {
      case STOP -> SteerDeed.mayTurn(deed, Wish.STOP);
      case RESUME -> SteerDeed.mayTurn(deed, Wish.RESUME);
      case UNDO -> SteerDeed.mayTurn(deed, Wish.UNDO) && deed.progress().done() > 0;
      case APPROVE, REFUSE -> waits && !own;
      case WITHDRAW -> waits && own;
    };
  }

  private static BulkDeedView.Act view(Act act) {
    return new BulkDeedView.Act(act.key(), act.manner());
  }

  private Response take(Request request, Act act) {
    long id = id(request);
    return door.take(
        request,
        BulkPages.ROOM,
        (desk, form) ->
            act.weighs()
                ? BulkForms.sure(
                    desk,
                    form,
                    reassurance,
                    visit -> act(desk, id, act, visit),
                    said -> again(desk, id, act, said))
                : BulkForms.because(
                    desk,
                    form,
                    visit -> act(desk, id, act, visit),
                    said -> again(desk, id, act, said)));
  }

  private Response again(Desk desk, long id, Act act, BulkForms.Said said) {
    Response page = page(said.status(), desk, id, Notice.none(), Optional.of(new Again(act, said)));
    return said.retryAfter()
        .map(wait -> page.with("retry-after", RetryAfter.of(wait)))
        .orElse(page);
  }

  private Response act(Desk desk, long id, Act act, Visit visit) {
    return switch (act) {
      case STOP -> steer(desk, id, Wish.STOP, visit);
      case RESUME -> steer(desk, id, Wish.RESUME, visit);
      case UNDO -> steer(desk, id, Wish.UNDO, visit);
      case APPROVE -> decide(desk, id, Decision.APPROVE, visit);
      case REFUSE -> decide(desk, id, Decision.REFUSE, visit);
      case WITHDRAW -> decide(desk, id, Decision.WITHDRAW, visit);
    };
  }

  private Response steer(Desk desk, long id, Wish wish, Visit visit) {
    return switch (work.steer().handle(new SteerDeed.Command(desk.by(), id, wish, visit))) {
      case SteerDeed.Outcome.Steered(BulkDeed deed) -> to(deed);
      case SteerDeed.Outcome.NoSuchDeed() -> missing(desk);
      case SteerDeed.Outcome.NotAllowed() -> BulkPages.closed(desk);
      case SteerDeed.Outcome.NotNow() -> tooLate(desk, id);
    };
  }

  private Response decide(Desk desk, long id, Decision decision, Visit visit) {
    return switch (work.decide().handle(new DecideDeed.Command(desk.by(), id, decision, visit))) {
      case DecideDeed.Outcome.Decided(BulkDeed deed) -> to(deed);
      case DecideDeed.Outcome.NoSuchDeed() -> missing(desk);
      case DecideDeed.Outcome.NotAllowed() -> BulkPages.closed(desk);
      case DecideDeed.Outcome.TooLate() -> tooLate(desk, id);
    };
  }

  private static Response to(BulkDeed deed) {
    return Sheet.seeOther(BulkPages.ROOM.path() + '/' + deed.id());
  }

  private Response tooLate(Desk desk, long id) {
    Notice notice = Notice.warning(desk.say("bulk.too-late"));
    return page(409, desk, id, notice, Optional.empty());
  }
}
