package dev.rekey.dialect.devise;

import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.session.LookAtAccount;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.DeviseDialect.UseCases;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.util.Optional;

/** Takes the wish for a letter, whatever it is for. */
final class LetterDesk {

  private final Settings settings;
  private final UseCases useCases;
  private final Decode decode;
  private final Encode encode;

  LetterDesk(Settings settings, UseCases useCases, Decode decode, Encode encode) {
    this.settings = settings;
    this.useCases = useCases;
    this.decode = decode;
    this.encode = encode;
  }

  Response ask(Request request, Attributes user, Purpose purpose, TicketLink link) {
    return switch (decode.ask(request, user, purpose, link)) {
      case Misread(var misreading) -> encode.misread(request, misreading);
      case Read(var command) ->
          encode.asked(request, useCases.askForLetter().handle(command), standing(command));
    };
  }

  /** How the account stands, where the mount tells it. */
  private Optional<LookAtAccount.Outcome> standing(AskForLetter.Command command) {
    LookAtAccount.Command look = new LookAtAccount.Command(command.name(), command.visit());
    return Optional.of(command.purpose())
        .filter(purpose -> purpose == Purpose.CONFIRM_EMAIL && !settings.manners().paranoid())
        .map(_ -> useCases.lookAtAccount().handle(look));
  }
}
