package dev.rekey.dialect.own;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.repeat.AnswerOnce;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.time.Duration;
import java.util.Optional;

/**
 * What is done before and after every operation: whether the answer could be read, who asks,
 * whether it was asked before; and what every answer bears.
 */
final class Gate {

  private final String name;
  private final Realm realm;
  private final Prover prover;
  private final AnswerOnce once;

  Gate(OwnDialect.Settings settings, Prover prover, AnswerOnce once) {
    this.name = settings.name();
    this.realm = settings.realm();
    this.prover = prover;
    this.once = once;
  }

  /** What is done for anybody. */
  @FunctionalInterface
  interface Courtesy {
    Answer serve(Request request, Visit visit);
  }

  /** What is done for somebody who is signed in. */
  @FunctionalInterface
  interface Work {
    Answer serve(Request request, Caller caller, Visit visit);
  }

  /** What is done for somebody who may be signed in. */
  @FunctionalInterface
  interface Reception {
    Answer serve(Request request, Optional<Caller> caller, Visit visit);
  }

  Route.Handler anybody(Courtesy courtesy) {
    return request ->
        Finish.of(
            request,
            readable(request)
                .orElseGet(() ->
                    once(
                        request, Optional.empty(), () -> courtesy.serve(request, visit(request)))));
  }

  Route.Handler signedIn(Work work) {
    return request -> Finish.of(request, readable(request).orElseGet(() -> proven(request, work)));
  }

  /** Whoever shows nothing is served; whoever shows what is not believed is not. */
  Route.Handler either(Reception reception) {
    Route.Handler stranger =
        anybody((request, visit) -> reception.serve(request, Optional.empty(), visit));
    Route.Handler known =
        signedIn((request, caller, visit) -> reception.serve(request, Optional.of(caller), visit));
    return request ->
        Decode.claim(request) instanceof Claim.Nothing
            ? stranger.handle(request)
            : known.handle(request);
  }

  private static Optional<Response> readable(Request request) {
    Answer unreadable =
        Answer.trouble(ProblemType.NOT_ACCEPTABLE, "This API answers with application/json.");
    return Decode.acceptsJson(request)
        ? Optional.empty()
        : Optional.of(unreadable.write(request.id()));
  }

  private Response proven(Request request, Work work) {
    Visit visit = visit(request);
    return switch (prover.prove(Decode.claim(request), visit)) {
      case Proof.Known(Caller caller) ->
          once(request, Optional.of(caller.account()), () -> work.serve(request, caller, visit));
      case Proof.Stranger(Proof.Reason reason) ->
          Encode.stranger(reason, realm).write(request.id());
      case Proof.TooMany(Duration retryAfter) -> Encode.tooMany(retryAfter).write(request.id());
      case Proof.Overloaded(Duration retryAfter) ->
          Encode.overloaded(retryAfter).write(request.id());
    };
  }

  /** An operation whose request is checked and whose caller is known. */
  @FunctionalInterface
  private interface Operation {
    Answer carryOut();
  }

  private Response once(Request request, Optional<Account> caller, Operation operation) {
    if (Finish.isSafe(request)) {
      return operation.carryOut().write(request.id());
    }
    return switch (Decode.idempotencyKey(request)) {
      case Reading.Read<Optional<String>, Problem>(Optional<String> key) ->
          key.map(one -> once(request, caller, one, operation))
              .orElseGet(() -> operation.carryOut().write(request.id()));
      case Reading.Misread<Optional<String>, Problem>(Problem problem) ->
          Answer.trouble(problem).write(request.id());
    };
  }

  private Response once(
      Request request, Optional<Account> caller, String key, Operation operation) {
    AnswerOnce.Command command =
        new AnswerOnce.Command(
            caller.map(Account::id), key, KeptAnswer.fingerprint(request), visit(request));
    return EncodeRepetition.of(
        once.handle(
            command, () -> kept(operation.carryOut().write(request.id()), caller.isPresent())),
        request);
  }

  private static AnswerOnce.Answer kept(Response response, boolean signedIn) {
    return new AnswerOnce.Answer(
        KeptAnswer.write(response), KeptAnswer.isLasting(response, signedIn));
  }

  private Visit visit(Request request) {
    return new Visit(realm, name, request.origin(), Optional.empty());
  }
}
