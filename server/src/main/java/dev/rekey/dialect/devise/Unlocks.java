package dev.rekey.dialect.devise;

import dev.rekey.core.reset.Unlock;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.DeviseDialect.UseCases;
import dev.rekey.http.Request;
import dev.rekey.http.Response;

/** The account that too many failures have shut, opened by a letter's link. */
final class Unlocks {

  private final Settings settings;
  private final UseCases useCases;
  private final LetterDesk desk;
  private final Decode decode;
  private final EncodeUnlock encode;

  Unlocks(Settings settings, UseCases useCases, LetterDesk desk, Decode decode, Encode encode) {
    this.settings = settings;
    this.useCases = useCases;
    this.desk = desk;
    this.decode = decode;
    this.encode = new EncodeUnlock(encode);
  }

  Response ask(Request request, Attributes user) {
    return desk.ask(request, user, Purpose.UNLOCK, settings.letters().unlock().orElseThrow());
  }

  Response unlock(Request request, Attributes nothing) {
    Unlock.Command command =
        new Unlock.Command(request.query().first(Words.UNLOCK_TOKEN), decode.visit(request));
    return encode.unlocked(request, useCases.unlock().handle(command));
  }
}
