package dev.rekey.admin;

import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import dev.rekey.page.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What has to be said before something is done to many accounts: why, and the own password. */
final class BulkForms {

  private BulkForms() {}

  /**
   * What was said so far, as fields with what is wrong with them.
   *
   * @param status of the page that asks again
   */
  record Said(int status, List<Field> fields, Optional<Duration> retryAfter) {

    Said {
      fields = List.copyOf(fields);
    }
  }

  /** Nothing was said yet, or what a form said is shown again. */
  static Said fields(Desk desk, Fields form) {
    return new Said(
        200,
        List.of(reason(desk, form, ""), Reassurance.field(desk.frame(), "")),
        Optional.empty());
  }

  /** Why, and no password: for what only makes a deed do less. */
  static Said reasonAlone(Desk desk) {
    return new Said(200, List.of(reason(desk, Fields.none(), "")), Optional.empty());
  }

  /** Goes on with the reason that was given, or asks again. */
  static Response because(
      Desk desk, Fields form, Function<Visit, Response> act, Function<Said, Response> again) {
    return desk.because(form)
        .map(act)
        .orElseGet(() ->
            again.apply(
                new Said(
                    422, List.of(reason(desk, form, desk.say("reason.blank"))), Optional.empty())));
  }

  /** The same once the own password is right as well. */
  static Response sure(
      Desk desk,
      Fields form,
      Reassurance reassurance,
      Function<Visit, Response> act,
      Function<Said, Response> again) {
    Optional<Visit> visit = desk.because(form);
    if (visit.isEmpty()) {
      return again.apply(
          new Said(
              422,
              List.of(
                  reason(desk, form, desk.say("reason.blank")),
                  Reassurance.field(desk.frame(), "")),
              Optional.empty()));
    }
    return switch (reassurance.of(desk, form)) {
      case Reassurance.Answer.Given() -> act.apply(visit.get());
      case Reassurance.Answer.Missing(int status, String wrong, Optional<Duration> retryAfter) ->
          again.apply(
              new Said(
                  status,
                  List.of(reason(desk, form, ""), Reassurance.field(desk.frame(), wrong)),
                  retryAfter));
    };
  }

  private static Field reason(Desk desk, Fields form, String wrong) {
    return Reason.field(desk.frame(), form.first("why").orElse("")).withWrong(wrong);
  }
}
