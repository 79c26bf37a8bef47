package dev.rekey.admin;

import dev.rekey.core.account.Handle;
import dev.rekey.core.steward.SeeStanding;
import dev.rekey.core.steward.SeeStanding.Outcome;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.page.Message;
import dev.rekey.page.Sheet;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Through which every page about one account is opened. */
final class AccountDoor {

  static final String ONE = ConsoleRoom.ACCOUNTS.path() + "/{number}";

  /** Numbers have no more digits than a long of any value. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final ConsoleDoor door;
  private final SeeStanding see;

  AccountDoor(ConsoleDoor door, SeeStanding see) {
    this.door = door;
    this.see = see;
  }

  Response open(Request request, Function<Dossier, Response> page) {
    return open(request, _ -> true, page);
  }

  /** A page for those to whom it is offered. */
  Response open(Request request, Predicate<Dossier> offered, Function<Dossier, Response> page) {
    return door.open(request, ConsoleRoom.ACCOUNTS, desk -> at(desk, request, offered, page));
  }

  /** A form of theirs. */
  Response take(
      Request request, Predicate<Dossier> offered, BiFunction<Dossier, Fields, Response> act) {
    return door.take(
        request,
        ConsoleRoom.ACCOUNTS,
        (desk, form) -> at(desk, request, offered, dossier -> act.apply(dossier, form)));
  }

  private Response at(
      Desk desk, Request request, Predicate<Dossier> offered, Function<Dossier, Response> page) {
    return number(request)
        .map(number -> answer(look(desk, number), desk, offered, page))
        .orElseGet(() -> gone(desk));
  }

  private Response answer(
      Outcome outcome, Desk desk, Predicate<Dossier> offered, Function<Dossier, Response> page) {
    return switch (outcome) {
      case Outcome.NoSuchAccount() -> gone(desk);
      case Outcome.NotAllowed() -> ConsoleDoor.notFor(desk.visitor());
      case Outcome.Seen seen -> {
        Dossier dossier = dossier(desk, seen);
        yield offered.test(dossier) ? page.apply(dossier) : refused(dossier);
      }
    };
  }

  private Outcome look(Desk desk, long number) {
    return see.handle(new SeeStanding.Command(desk.by(), new Handle.Number(number), desk.visit()));
  }

  private static Optional<Long> number(Request request) {
    return Optional.of(request.parameter("number"))
        .filter(NUMBER.asMatchPredicate())
        .map(Long::valueOf);
  }

  private static Dossier dossier(Desk desk, Outcome.Seen seen) {
    return new Dossier(desk, seen.account(), seen.within(), seen.standing(), seen.lines());
  }

  /** The account as it is by now. */
  Optional<Dossier> again(Dossier dossier) {
    return look(dossier.desk(), dossier.account().ids().number()) instanceof Outcome.Seen seen
        ? Optional.of(dossier(dossier.desk(), seen))
        : Optional.empty();
  }

  static Response gone(Desk desk) {
    return Message.of(desk.frame(), "accounts.gone").to(ConsoleRoom.ACCOUNTS.path()).answer(404);
  }

  /** What is not offered: because of who asks, or because of how the account stands. */
  static Response refused(Dossier dossier) {
    String key = dossier.within() ? "accounts.refused" : "accounts.greater";
    return Message.of(dossier.desk().frame(), key).to(dossier.path()).answer(403);
  }

  /** Back to the account's page, which says what was done. */
  static Response done(Dossier dossier, String what) {
    return Sheet.seeOther(dossier.path() + "?done=" + what);
  }
}
