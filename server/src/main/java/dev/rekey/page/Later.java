package dev.rekey.page;

import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import java.time.Duration;

/** The same form once more, for somebody who has to come back later. */
public final class Later {

  private Later() {}

  /** A page with its form, as it is shown after a refusal. */
  @FunctionalInterface
  public interface Form {
    Response with(int status, Notice notice);
  }

  /** Too much was tried. */
  public static Response tooMany(Frame frame, Duration retryAfter, Form form) {
    return later(429, Wait.said(frame, retryAfter), retryAfter, form);
  }

  /** The server has too much to do. */
  public static Response busy(Frame frame, Duration retryAfter, Form form) {
    return later(503, frame.say("busy"), retryAfter, form);
  }

  private static Response later(int status, String text, Duration retryAfter, Form form) {
    return form.with(status, Notice.bad(text)).with("retry-after", RetryAfter.of(retryAfter));
  }
}
