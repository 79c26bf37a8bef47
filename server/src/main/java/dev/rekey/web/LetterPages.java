package dev.rekey.web;

import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.Ticket;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Field;
import dev.rekey.page.Frame;
import dev.rekey.page.Later;
import dev.rekey.page.Message;
import dev.rekey.page.Notice;
import dev.rekey.page.Paths;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rekey.template.account.JteactGenerated;
import rekey.template.account.JteaskedGenerated;
import rekey.template.account.JteforgotGenerated;

/**
 * Where letters are asked for, and where those lead that confirm an address or open an account:
 * opening a link changes nothing, for it may be a scanner that does; the button acts.
 */
final class LetterPages {

  private static final String FORGOT = "/account/forgot";
  private static final String CONFIRM = "/account/confirm/{token}";
  private static final String UNLOCK = "/account/unlock/{token}";

  private static final int LOWEST = 10;
  private static final int HIGHEST = 99;

  private final Doorway doorway;
  private final AskForLetter ask;
  private final ConfirmEmail confirm;
  private final Unlock unlock;
  private final TicketLink resetLink;
  private final Mint mint;

  LetterPages(
      Doorway doorway,
      AskForLetter ask,
      ConfirmEmail confirm,
      Unlock unlock,
      TicketLink resetLink,
      Mint mint) {
    this.doorway = doorway;
    this.ask = ask;
    this.confirm = confirm;
    this.unlock = unlock;
    this.resetLink = resetLink;
    this.mint = mint;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", FORGOT, request -> doorway.open(request, LetterPages::forgot)),
        new Route("POST", FORGOT, request -> doorway.take(request, this::ask)),
        new Route("GET", CONFIRM, request -> button(request, "confirm")),
        new Route("POST", CONFIRM, request -> doorway.take(request, this::confirm)),
        new Route("GET", UNLOCK, request -> button(request, "unlock")),
        new Route("POST", UNLOCK, request -> doorway.take(request, this::unlock)));
  }

  private static Response forgot(Visitor visitor) {
    return forgot(200, visitor, Notice.none(), "");
  }

  private static Response forgot(int status, Visitor visitor, Notice notice, String typed) {
    Frame frame = visitor.frame();
    Field name = Field.text("name", frame.say("sign-in.name"), "username", typed).focused();
    return Sheet.of(status, out -> JteforgotGenerated.render(out, null, frame, notice, name));
  }

  private Response ask(Visitor visitor, Fields form) {
    Frame frame = visitor.frame();
    String name = form.first("name").orElse("").strip();
    if (name.isEmpty()) {
      return forgot(422, visitor, Notice.bad(frame.say("forgot.blank")), name);
    }
    String number = number();
    AskForLetter.Command command =
        new AskForLetter.Command(
            Ticket.Purpose.RESET_PASSWORD, name, resetLink, Optional.of(number), visitor.visit());
    return switch (ask.handle(command)) {
      case AskForLetter.Outcome.Asked _ -> asked(frame, number, name);
      case AskForLetter.Outcome.TooMany(Duration retryAfter) ->
          Later.tooMany(
              frame, retryAfter, (status, notice) -> forgot(status, visitor, notice, name));
    };
  }

  /** By which the reader of a letter knows that it was asked for on the page before them. */
  private String number() {
    return Integer.toString(LOWEST + mint.below(HIGHEST - LOWEST + 1));
  }

  private static Response asked(Frame frame, String number, String typed) {
    Field name = CodePages.nameField(frame, typed);
    Field code = CodePages.codeField(frame);
    return Sheet.of(200, out -> JteaskedGenerated.render(out, null, frame, number, name, code));
  }

  private Response button(Request request, String key) {
    return doorway.open(
        request,
        visitor -> {
          Frame frame = visitor.frame();
          return Sheet.secluded(
              200,
              out ->
                  JteactGenerated.render(
                      out,
                      null,
                      frame,
                      frame.say(key + ".title"),
                      frame.say(key + ".text"),
                      frame.say(key + ".act")));
        });
  }

  private Response confirm(Visitor visitor, Fields form) {
    Frame frame = visitor.frame();
    ConfirmEmail.Command command = new ConfirmEmail.Command(token(visitor), visitor.visit());
    return switch (confirm.handle(command)) {
      case ConfirmEmail.Outcome.Confirmed _, ConfirmEmail.Outcome.AlreadyConfirmed _ ->
          Message.of(frame, "confirmed").to(Paths.ACCOUNT).answer(200);
      case ConfirmEmail.Outcome.Taken() ->
          Message.of(frame, "confirm-taken").to(Paths.ACCOUNT).answer(409);
      case ConfirmEmail.Outcome.Refused(Violation.OfTicket violation) -> dead(visitor, violation);
    };
  }

  private Response unlock(Visitor visitor, Fields form) {
    Unlock.Command command = new Unlock.Command(token(visitor), visitor.visit());
    return switch (unlock.handle(command)) {
      case Unlock.Outcome.Unlocked _ ->
          Message.of(visitor.frame(), "unlocked").to(Paths.SIGN_IN).answer(200);
      case Unlock.Outcome.Refused(Violation.OfTicket violation) -> dead(visitor, violation);
    };
  }

  private static Optional<String> token(Visitor visitor) {
    return Optional.of(visitor.request().parameter("token"));
  }

  /** A link that does nothing, and why. */
  static Response dead(Visitor visitor, Violation.OfTicket violation) {
    return Message.of(visitor.frame(), deadness(violation)).to(FORGOT).answer(410);
  }

  private static String deadness(Violation.OfTicket violation) {
    return switch (violation) {
      case Violation.TicketExpired() -> "link-old";
      case Violation.TicketBlank(), Violation.TicketInvalid() -> "link-dead";
    };
  }
}
