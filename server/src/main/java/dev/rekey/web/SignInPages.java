package dev.rekey.web;

import dev.rekey.core.password.Password;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Field;
import dev.rekey.page.Frame;
import dev.rekey.page.Later;
import dev.rekey.page.Next;
import dev.rekey.page.Notice;
import dev.rekey.page.Paths;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import java.time.Duration;
import java.util.List;
import rekey.template.account.JtesigninGenerated;

/** Where an owner comes in and goes out. */
final class SignInPages {

  private final Doorway doorway;
  private final SignIn signIn;
  private final SignOut signOut;

  SignInPages(Doorway doorway, SignIn signIn, SignOut signOut) {
    this.doorway = doorway;
    this.signIn = signIn;
    this.signOut = signOut;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", Paths.SIGN_IN, this::show),
        new Route("POST", Paths.SIGN_IN, this::submit),
        new Route("POST", Paths.SIGN_OUT, this::leave));
  }

  private Response show(Request request) {
    return doorway.open(
        request,
        visitor -> {
          String next = Next.of(request.query().first("next"));
          return visitor.caller().isPresent()
              ? Sheet.seeOther(next)
              : form(200, visitor, said(visitor, request), "", next);
        });
  }

  private static Notice said(Visitor visitor, Request request) {
    return request
        .query()
        .first("done")
        .filter("out"::equals)
        .map(_ -> Notice.good(visitor.frame().say("sign-in.out")))
        .orElseGet(Notice::none);
  }

  private Response submit(Request request) {
    return doorway.take(request, this::enter);
  }

  private Response enter(Visitor visitor, Fields form) {
    String name = form.first("name").orElse("").strip();
    String next = Next.of(form.first("next"));
    Password password = Password.of(form.first("password").orElse(""));
    try {
      return answer(
          signIn.handle(new SignIn.Command(name, password, visitor.visit())), visitor, name, next);
    } finally {
      password.clear();
    }
  }

  private Response answer(SignIn.Outcome outcome, Visitor visitor, String name, String next) {
    Frame frame = visitor.frame();
    return switch (outcome) {
      case SignIn.Outcome.SignedIn(_, var issued) ->
          doorway.withSession(Sheet.seeOther(next), issued.token());
      case SignIn.Outcome.NotSignedIn _ ->
          form(422, visitor, Notice.bad(frame.say("sign-in.wrong")), name, next);
      case SignIn.Outcome.TooMany(Duration retryAfter, _) ->
          Later.tooMany(frame, retryAfter, again(visitor, name, next));
      case SignIn.Outcome.Overloaded(Duration retryAfter) ->
          Later.busy(frame, retryAfter, again(visitor, name, next));
    };
  }

  private static Later.Form again(Visitor visitor, String name, String next) {
    return (status, notice) -> form(status, visitor, notice, name, next);
  }

  private static Response form(
      int status, Visitor visitor, Notice notice, String typed, String next) {
    Frame frame = visitor.frame();
    Field name = Field.text("name", frame.say("sign-in.name"), "username", typed);
    Field password =
        Field.password(frame, "password", frame.say("sign-in.password"), "current-password");
    boolean again = !typed.isEmpty();
    return Sheet.of(
        status,
        out ->
            JtesigninGenerated.render(
                out,
                null,
                frame,
                notice,
                again ? name : name.focused(),
                again ? password.focused() : password,
                next));
  }

  private Response leave(Request request) {
    return doorway.takeFromOwner(
        request,
        (visitor, caller, _) ->
            switch (signOut.handle(new SignOut.Command(caller, visitor.visit()))) {
              case SignOut.Outcome.SignedOut _, SignOut.Outcome.NotSignedIn _ ->
                  doorway.withoutSession(Sheet.seeOther(Paths.SIGN_IN + "?done=out"));
            });
  }
}
