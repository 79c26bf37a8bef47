package dev.rekey.dialect.own;

import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import java.util.Optional;

/** From requests about letters and their tickets to commands. */
final class DecodeLetter {

  private DecodeLetter() {}

  static Reading<AskForLetter.Command, Problem> ask(
      Request request, Ticket.Purpose purpose, TicketLink link, Visit visit) {
    return Members.read(
        request,
        members -> new AskForLetter.Command(purpose, members.filled("login"), link, visit));
  }

  static Reading<ConfirmEmail.Command, Problem> confirm(Request request, Visit visit) {
    return Members.read(
        request, members -> new ConfirmEmail.Command(Optional.of(members.text("ticket")), visit));
  }

  static Reading<Unlock.Command, Problem> unlock(Request request, Visit visit) {
    return Members.read(
        request, members -> new Unlock.Command(Optional.of(members.text("ticket")), visit));
  }
}
