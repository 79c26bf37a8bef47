package dev.rekey.dialect.own;

import dev.rekey.core.repeat.AnswerOnce;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;

/** From what came of a request that bears a key to its answer. */
final class EncodeRepetition {

  private EncodeRepetition() {}

  static Response of(AnswerOnce.Outcome outcome, Request request) {
    return switch (outcome) {
      case AnswerOnce.Outcome.Answered(byte[] answer) -> KeptAnswer.read(answer);
      case AnswerOnce.Outcome.Repeated(byte[] answer) ->
          KeptAnswer.read(answer).with(Words.REPLAYED, "true");
      case AnswerOnce.Outcome.UnderWay(Duration retryAfter) ->
          Answer.trouble(
                  Problem.later(
                      ProblemType.REQUEST_UNDER_WAY,
                      "A request with this key is being worked on.",
                      retryAfter))
              .write(request.id());
      case AnswerOnce.Outcome.AnotherRequest() ->
          Answer.trouble(
                  ProblemType.IDEMPOTENCY_KEY_REUSED, "This key came with another request before.")
              .write(request.id());
    };
  }
}
