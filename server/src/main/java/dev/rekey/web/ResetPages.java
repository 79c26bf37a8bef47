package dev.rekey.web;

import dev.rekey.core.account.Account;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
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
import dev.rekey.page.Wrongs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rekey.template.account.JteresetGenerated;

/** Where a reset letter leads: opening the link changes nothing, a dead one says so at once. */
final class ResetPages {

  private static final String PATH = "/account/reset/{token}";

  private final Doorway doorway;
  private final LookAtTicket look;
  private final SpendTicket spend;
  private final PolicySettings policy;
  private final PhrasePages phrases;

  ResetPages(
      Doorway doorway,
      LookAtTicket look,
      SpendTicket spend,
      PolicySettings policy,
      PhrasePages phrases) {
    this.doorway = doorway;
    this.look = look;
    this.spend = spend;
    this.policy = policy;
    this.phrases = phrases;
  }

  /** Where a ticket is spent. */
  static String at(String token) {
    return PATH.replace("{token}", token);
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", PATH, request -> doorway.open(request, this::show)),
        new Route("POST", PATH, this::submit));
  }

  private Response show(Visitor visitor) {
    return form(200, visitor, Notice.none(), List.of());
  }

  private Response submit(Request request) {
    return doorway.take(request, this::spend);
  }

  private Response spend(Visitor visitor, Fields form) {
    Password next = Password.of(form.first("password").orElse(""));
    try {
      return answer(
          spend.handle(
              new SpendTicket.Command(
                  token(visitor),
                  NewPassword.Wish.of(next),
                  Optional.empty(),
                  true,
                  visitor.visit())),
          visitor);
    } finally {
      next.clear();
    }
  }

  private Response answer(SpendTicket.Outcome outcome, Visitor visitor) {
    Frame frame = visitor.frame();
    return switch (outcome) {
      case SpendTicket.Outcome.Done _ ->
          Message.of(frame, "reset-done").to(Paths.SIGN_IN).answer(200);
      case SpendTicket.Outcome.Refused(List<Violation> violations) ->
          form(422, visitor, Notice.none(), violations);
      case SpendTicket.Outcome.Overloaded(Duration retryAfter) ->
          Later.busy(
              frame, retryAfter, (status, notice) -> form(status, visitor, notice, List.of()));
    };
  }

  /** The form, if the ticket still opens; whatever was typed before. */
  private Response form(int status, Visitor visitor, Notice notice, List<Violation> violations) {
    LookAtTicket.Command command = new LookAtTicket.Command(token(visitor), visitor.visit());
    return switch (look.handle(command)) {
      case LookAtTicket.Outcome.Good(Account account, Ticket ticket) ->
          form(status, visitor, new Opened(account, ticket), notice, violations);
      case LookAtTicket.Outcome.Refused(Violation.OfTicket violation) ->
          LetterPages.dead(visitor, violation);
    };
  }

  /** What a good link opens. */
  private record Opened(Account account, Ticket ticket) {}

  private Response form(
      int status, Visitor visitor, Opened opened, Notice notice, List<Violation> violations) {
    Frame frame = visitor.frame();
    Wrongs wrongs = new Wrongs(visitor.sentences(), violations);
    Field password =
        Field.password(frame, "password", frame.say("password.new"), "new-password")
            .focused()
            .withWrong(wrongs.ofPassword());
    return Sheet.secluded(
        status,
        out ->
            JteresetGenerated.render(
                out,
                null,
                frame,
                notice,
                opened.account().logins().display(),
                Rules.of(policy, opened.account()),
                password,
                opened.ticket().number().orElse(""),
                phrases.wantedBy(visitor)));
  }

  private static Optional<String> token(Visitor visitor) {
    return Optional.of(visitor.request().parameter("token"));
  }
}
