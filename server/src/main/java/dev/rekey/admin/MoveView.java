package dev.rekey.admin;

import dev.rekey.core.adoption.Departure;
import dev.rekey.core.adoption.Figures;
import dev.rekey.core.adoption.Health;
import dev.rekey.core.steward.ViewAdoption.Move;
import dev.rekey.core.steward.ViewAdoption.Source;
import dev.rekey.page.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How the move from one old system goes, in words.
 *
 * @param mount behind which it lies
 * @param address where it is
 * @param state of its health, with a mark
 * @param adopted how many came
 * @param lately how many of them of late
 * @param left how many are known not to have come
 * @param who they are
 * @param last when the last came
 * @param departure when it can go, in a word or two
 * @param rule why that is said
 * @param share how many of a hundred have come; empty where nobody knows of anybody
 * @param answer when it last answered
 * @param failure when it last did not, and why; empty if it always did
 */
public record MoveView(
    String mount,
    String address,
    Tag state,
    String adopted,
    String lately,
    String left,
    String who,
    String last,
    String departure,
    String rule,
    Optional<Integer> share,
    String answer,
    Optional<String> failure,
    Days days) {

  static MoveView of(Desk desk, Move move, Instant now) {
    Source source = move.source();
    Figures figures = move.figures();
    return new MoveView(
        source.mount(),
        source.address(),
        state(desk, move, now),
        number(desk, figures.all()),
        desk.say("adoption.lately", figures.lastDay(), figures.lastWeek()),
        number(desk, move.left()),
        who(desk, move),
        figures.last().map(at -> day(desk, at)).orElseGet(() -> desk.say("adoption.nobody")),
        departure(desk, move.departure()),
        rule(desk, move),
        share(move),
        answer(desk, move.health()),
        failure(desk, move.health()),
        Days.of(desk, figures.days(), now));
  }

  private static Tag state(Desk desk, Move move, Instant now) {
    Health health = move.health();
    if (move.departure() instanceof Departure.Over) {
      return new Tag("plain", desk.say("adoption.state.over"));
    }
    if (health.pausedUntil().filter(now::isBefore).isPresent()) {
      return new Tag("bad", desk.say("adoption.state.paused"));
    }
    if (health.lastFailure().filter(at -> isLast(at, health.lastAnswer())).isPresent()) {
      return new Tag("warn", desk.say("adoption.state.failed"));
    }
    return health.lastAnswer().isPresent()
        ? new Tag("", desk.say("adoption.state.answers"))
        : new Tag("plain", desk.say("adoption.state.unasked"));
  }

  private static boolean isLast(Instant failure, Optional<Instant> answer) {
    return answer.filter(failure::isBefore).isEmpty();
  }

  private static String who(Desk desk, Move move) {
    long waiting = move.figures().passwordless();
    return move.unseen()
        .map(unseen -> desk.say("adoption.who", waiting, unseen))
        .orElseGet(() -> desk.say("adoption.who-known", waiting));
  }

  private static String departure(Desk desk, Departure departure) {
    return switch (departure) {
      case Departure.Since(Instant last) -> desk.say("adoption.go.since", day(desk, last));
      case Departure.NotBefore(LocalDate day) -> desk.say("adoption.go.about", day(desk, day));
      case Departure.NotToBeTold() -> desk.say("adoption.go.unknown");
      case Departure.Over(LocalDate until) -> desk.say("adoption.go.over", day(desk, until));
    };
  }

  private static String rule(Desk desk, Move move) {
    String rule =
        switch (move.departure()) {
          case Departure.Since _ ->
              desk.say(move.unseen().isPresent() ? "adoption.rule.all" : "adoption.rule.all-known");
          case Departure.NotBefore _ -> desk.say("adoption.rule.pace");
          case Departure.NotToBeTold() -> desk.say("adoption.rule.unknown");
          case Departure.Over _ -> desk.say("adoption.rule.over");
        };
    boolean decided = !(move.departure() instanceof Departure.Over);
    return move.source()
        .until()
        .filter(_ -> decided)
        .map(until -> rule + ' ' + desk.say("adoption.until", day(desk, until)))
        .orElse(rule);
  }

  private static Optional<Integer> share(Move move) {
    long all = move.figures().all() + move.left();
    return all == 0 ? Optional.empty() : Optional.of((int) (100 * move.figures().all() / all));
  }

  private static String answer(Desk desk, Health health) {
    return health
        .lastAnswer()
        .map(at -> When.minute(desk.frame(), at))
        .orElseGet(() -> desk.say("adoption.never"));
  }

  private static Optional<String> failure(Desk desk, Health health) {
    return health
        .lastFailure()
        .map(at ->
            desk.say("adoption.failed", When.minute(desk.frame(), at), health.why().orElse("")));
  }

  private static String number(Desk desk, long number) {
    return String.format(desk.frame().locale(), "%,d", number);
  }

  private static String day(Desk desk, Instant at) {
    return When.day(desk.frame(), at);
  }

  private static String day(Desk desk, LocalDate day) {
    return day(desk, day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
