package dev.rekey.web;

import dev.rekey.core.change.JudgePassword;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Visitor;
import java.time.Duration;
import java.util.List;

/**
 * What the script of a page asks while a new password is typed: whether it would do. Without the
 * script nobody asks, and the form itself says it.
 */
final class JudgePages {

  private final Doorway doorway;
  private final JudgePassword judge;

  JudgePages(Doorway doorway, JudgePassword judge) {
    this.doorway = doorway;
    this.judge = judge;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/account/judge", request -> doorway.take(request, this::judge)));
  }

  private Response judge(Visitor visitor, Fields form) {
    Password password = Password.of(form.first("password").orElse(""));
    try {
      JudgePassword.Command command =
          new JudgePassword.Command(visitor.caller(), List.of(), password, visitor.visit());
      return switch (judge.handle(command)) {
        case JudgePassword.Outcome.Judged(List<Violation> violations) ->
            text(200, known(violations) ? "known" : "");
        case JudgePassword.Outcome.TooMany(Duration retryAfter) ->
            text(429, "").with("retry-after", RetryAfter.of(retryAfter));
      };
    } finally {
      password.clear();
    }
  }

  /** Only what a browser cannot see for itself. */
  private static boolean known(List<Violation> violations) {
    return violations.stream()
        .anyMatch(
            one -> one instanceof Violation.Common || one instanceof Violation.Organisational);
  }

  private static Response text(int status, String text) {
    return Response.of(status)
        .with("content-type", "text/plain; charset=utf-8")
        .with("cache-control", "no-store")
        .with("x-content-type-options", "nosniff")
        .withBody(text);
  }
}
