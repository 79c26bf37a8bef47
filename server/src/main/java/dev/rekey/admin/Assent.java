package dev.rekey.admin;

import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.page.Field;
import java.time.Duration;
import java.util.Optional;

/** What a form of the console is asked besides the wish: why, and sometimes the own password. */
final class Assent {

  private static final int UNPROCESSABLE = 422;

  private final Reassurance reassurance;

  Assent(PasswordCheck passwords) {
    this.reassurance = new Reassurance(passwords);
  }

  /** How much is asked. */
  enum Weight {
    /** The reason alone. */
    REASON,
    /** The reason, and the own password for a new address. */
    PASSWORD_FOR_ADDRESS,
    /** The reason, and the own password for a password that is typed, or a mighty role. */
    PASSWORD_FOR_MIGHT,
    /** The reason and the own password. */
    PASSWORD
  }

  /** What came of it. */
  sealed interface Answer {

    record Given(Visit visit) implements Answer {}

    /** Something is missing: the page is shown again. */
    record Missing(int status, Asked asked, Optional<Duration> retryAfter) implements Answer {

      Response in(Response page) {
        return retryAfter.map(wait -> page.with("retry-after", RetryAfter.of(wait))).orElse(page);
      }
    }
  }

  /** The fields, before anything was typed. */
  static Asked asked(Desk desk, Weight weight) {
    return asked(desk, weight, Reason.field(desk.frame(), ""), "");
  }

  /** The fields after something else was wrong: the reason is kept. */
  static Asked kept(Desk desk, Weight weight, Fields form) {
    return asked(desk, weight, Reason.field(desk.frame(), typed(form)), "");
  }

  private static Asked asked(Desk desk, Weight weight, Field why, String wrong) {
    return switch (weight) {
      case REASON -> new Asked(why, Optional.empty());
      case PASSWORD_FOR_ADDRESS ->
          new Asked(why, Optional.of(maybe(desk, wrong, "accounts.again.address")));
      case PASSWORD_FOR_MIGHT ->
          new Asked(why, Optional.of(maybe(desk, wrong, "accounts.again.might")));
      case PASSWORD -> new Asked(why, Optional.of(Reassurance.field(desk.frame(), wrong)));
    };
  }

  private static Field maybe(Desk desk, String wrong, String hint) {
    return Reassurance.field(desk.frame(), wrong).optional().withHint(desk.say(hint));
  }

  /**
   * Whether it was given.
   *
   * @param weight what the page asked
   * @param password whether the wish weighs so much that the own password is needed
   */
  Answer of(Desk desk, Fields form, Weight weight, boolean password) {
    Optional<Visit> visit = desk.because(form);
    if (visit.isEmpty()) {
      Field why = Reason.missing(desk.frame(), typed(form));
      return missing(UNPROCESSABLE, asked(desk, weight, why, ""), Optional.empty());
    }
    if (!password) {
      return new Answer.Given(visit.get());
    }
    Field why = Reason.field(desk.frame(), typed(form));
    return switch (reassurance.of(desk, form)) {
      case Reassurance.Answer.Given() -> new Answer.Given(visit.get());
      case Reassurance.Answer.Missing(int status, String wrong, var retryAfter) ->
          missing(status, asked(desk, weight, why, wrong), retryAfter);
    };
  }

  private static Answer missing(int status, Asked asked, Optional<Duration> retryAfter) {
    return new Answer.Missing(status, asked, retryAfter);
  }

  private static String typed(Fields form) {
    return form.first("why").orElse("");
  }
}
