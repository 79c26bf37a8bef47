package dev.rekey.page;

import dev.rekey.http.Fault;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import java.time.Duration;

/** What a person is told when a request went wrong before any page saw it. */
public final class Faults {

  private Faults() {}

  public static Response answer(Frame frame, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath() -> Message.of(frame, "fault.unknown").to(Paths.ACCOUNT).answer(404);
      case Fault.UnknownMethod(var allowed) ->
          Message.of(frame, "fault.method")
              .to(Paths.ACCOUNT)
              .answer(405)
              .with("allow", String.join(", ", allowed));
      case Fault.TooLarge(int limit) -> Message.of(frame, "fault.large", limit).answer(413);
      case Fault.HeadTooLarge() -> Message.of(frame, "fault.head").answer(431);
      case Fault.Malformed() -> Message.of(frame, "fault.malformed").answer(400);
      case Fault.Draining(Duration retryAfter) ->
          Message.of(frame, "fault.draining")
              .answer(503)
              .with("retry-after", RetryAfter.of(retryAfter));
      case Fault.Incident(String id) -> Message.of(frame, "fault.incident", id).answer(500);
    };
  }
}
