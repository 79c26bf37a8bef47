package dev.rekey.web;

import dev.rekey.core.reset.TypeCode;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Field;
import dev.rekey.page.Frame;
import dev.rekey.page.Later;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import java.time.Duration;
import java.util.List;
import rekey.template.account.JtecodeGenerated;

/** Where somebody types the code of a reset letter, whose mail is on another device than this. */
final class CodePages {

  private static final String PATH = "/account/code";

  private final Doorway doorway;
  private final TypeCode typeCode;

  CodePages(Doorway doorway, TypeCode typeCode) {
    this.doorway = doorway;
    this.typeCode = typeCode;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", PATH, request -> doorway.open(request, CodePages::show)),
        new Route("POST", PATH, request -> doorway.take(request, this::type)));
  }

  private static Response show(Visitor visitor) {
    return form(200, visitor.frame(), Notice.none(), nameField(visitor.frame(), "").focused());
  }

  private Response type(Visitor visitor, Fields form) {
    Frame frame = visitor.frame();
    String typed = form.first("name").orElse("").strip();
    String code = form.first("code").orElse("");
    return switch (typeCode.handle(new TypeCode.Command(typed, code, visitor.visit()))) {
      case TypeCode.Outcome.Right(String token) -> Sheet.seeOther(ResetPages.at(token));
      case TypeCode.Outcome.Wrong() -> refusal(422, frame, frame.say("code.wrong"), typed);
      case TypeCode.Outcome.TooMany(Duration retryAfter) ->
          Later.tooMany(
              frame,
              retryAfter,
              (status, notice) -> form(status, frame, notice, nameField(frame, typed)));
    };
  }

  private static Response refusal(int status, Frame frame, String text, String typed) {
    return form(status, frame, Notice.bad(text), nameField(frame, typed));
  }

  private static Response form(int status, Frame frame, Notice notice, Field name) {
    Field code = codeField(frame);
    return Sheet.of(status, out -> JtecodeGenerated.render(out, null, frame, notice, name, code));
  }

  static Field nameField(Frame frame, String typed) {
    return Field.text("name", frame.say("sign-in.name"), "username", typed);
  }

  static Field codeField(Frame frame) {
    return Field.text("code", frame.say("code.code"), "one-time-code", "");
  }
}
