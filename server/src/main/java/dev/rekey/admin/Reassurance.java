package dev.rekey.admin;

import dev.rekey.core.password.Password;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.http.Fields;
import dev.rekey.page.Field;
import dev.rekey.page.Frame;
import dev.rekey.page.Wait;
import java.time.Duration;
import java.util.Optional;

/** Asks whoever sits at the console for their password once more, before what matters most. */
final class Reassurance {

  private static final String FIELD = "current";

  private final PasswordCheck passwords;

  Reassurance(PasswordCheck passwords) {
    this.passwords = passwords;
  }

  /** What came of it. */
  sealed interface Answer {

    /** It is their password. */
    record Given() implements Answer {}

    /**
     * It is not, or nobody looked at it.
     *
     * @param status of the page that says so
     * @param wrong what is said beside the field
     */
    record Missing(int status, String wrong, Optional<Duration> retryAfter) implements Answer {}
  }

  /** The field in which it is typed; {@code wrong} is empty when nothing is. */
  static Field field(Frame frame, String wrong) {
    return Field.password(frame, FIELD, frame.say("again.password"), "current-password")
        .withHint(frame.say("again.hint"))
        .withWrong(wrong);
  }

  Answer of(Desk desk, Fields form) {
    Password password = Password.of(form.first(FIELD).orElse(""));
    try {
      return password.isBlank()
          ? new Answer.Missing(422, desk.say("again.blank"), Optional.empty())
          : look(desk, password);
    } finally {
      password.clear();
    }
  }

  private Answer look(Desk desk, Password password) {
    return switch (passwords.again(desk.caller().account(), password, desk.visit())) {
      case PasswordCheck.Result.Right(_, var forgiven) -> {
        passwords.forgive(forgiven);
        yield new Answer.Given();
      }
      case PasswordCheck.Result.Wrong _ ->
          new Answer.Missing(422, desk.say("again.wrong"), Optional.empty());
      case PasswordCheck.Result.TooMany(Duration retryAfter, _) ->
          new Answer.Missing(429, Wait.said(desk.frame(), retryAfter), Optional.of(retryAfter));
      case PasswordCheck.Result.Overloaded(Duration retryAfter) ->
          new Answer.Missing(503, desk.say("busy"), Optional.of(retryAfter));
    };
  }
}
