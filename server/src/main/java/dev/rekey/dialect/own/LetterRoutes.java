package dev.rekey.dialect.own;

import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Request;
import dev.rekey.http.Route;
import java.util.stream.Stream;

/** Asking for letters with tickets, and coming back with them. */
final class LetterRoutes {

  private final Gate gate;
  private final OwnDialect.Letters letters;
  private final OwnDialect.Links links;

  LetterRoutes(Gate gate, OwnDialect.Letters letters, OwnDialect.Links links) {
    this.gate = gate;
    this.letters = letters;
    this.links = links;
  }

  Stream<Route> routes() {
    return Stream.of(
        ask("/password-resets", Ticket.Purpose.RESET_PASSWORD, links.reset()),
        ask("/email-confirmations", Ticket.Purpose.CONFIRM_EMAIL, links.confirmation()),
        ask("/unlocks", Ticket.Purpose.UNLOCK, links.unlock()),
        new Route("POST", "/email-confirmations/complete", gate.anybody(this::confirm)),
        new Route("POST", "/unlocks/complete", gate.anybody(this::unlock)));
  }

  private Route ask(String path, Ticket.Purpose purpose, TicketLink link) {
    return new Route(
        "POST", path, gate.anybody((request, visit) -> ask(request, purpose, link, visit)));
  }

  private Answer ask(Request request, Ticket.Purpose purpose, TicketLink link, Visit visit) {
    return Decode.answer(
        DecodeLetter.ask(request, purpose, link, visit),
        command -> EncodeLetter.asked(letters.ask().handle(command)));
  }

  private Answer confirm(Request request, Visit visit) {
    return Decode.answer(
        DecodeLetter.confirm(request, visit),
        command -> EncodeLetter.confirmed(letters.confirm().handle(command)));
  }

  private Answer unlock(Request request, Visit visit) {
    return Decode.answer(
        DecodeLetter.unlock(request, visit),
        command -> EncodeLetter.unlocked(letters.unlock().handle(command)));
  }
}
