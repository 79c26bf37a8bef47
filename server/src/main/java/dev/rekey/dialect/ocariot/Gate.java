package dev.rekey.dialect.ocariot;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.roster.Right;
import dev.rekey.core.secretary.RosterRights;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the gateway does before the service is asked: who is it, and may they come in with this? */
final class Gate {

  private final OcariotDialect.Settings settings;
  private final Prover prover;
  private final RosterRights rights;

  Gate(OcariotDialect.Settings settings, Prover prover, RosterRights rights) {
    this.settings = settings;
    this.prover = prover;
    this.rights = rights;
  }

  /** What is done for a caller who may come in. */
  interface Work extends BiFunction<Caller, Visit, Response> {}

  /** Whoever has a token that is good. */
  Response letIn(Request request, Work work) {
    Visit visit = visit(request);
    return switch (prover.prove(Decode.claim(request), visit)) {
      case Proof.Known(Caller caller) -> work.apply(caller, visit);
      case Proof.Stranger(Proof.Reason reason) -> Encode.stranger(reason);
      case Proof.TooMany(Duration retryAfter) -> Answers.tooMany(retryAfter);
      case Proof.Overloaded(Duration retryAfter) -> Answers.overloaded(retryAfter);
    };
  }

  /** Whoever has the right. */
  Response letIn(Request request, Right right, Work work) {
    return letIn(
        request,
        (caller, visit) ->
            rights.may(caller, right) ? work.apply(caller, visit) : Answers.forbidden());
  }

  /**
   * Whoever has the right to what stands in the path; what cannot be an id is nobody's, and the
   * service will say that it is none.
   */
  Response letIn(Request request, Right right, Resource resource, Work work) {
    PathId id = PathId.of(request, resource);
    return letIn(
        request,
        (caller, visit) ->
            may(caller, right, id) ? work.apply(caller, visit) : Answers.forbidden());
  }

  /** Whoever may do it with this institution. */
  Response letIntoInstitution(Request request, Right right, Work work) {
    PathId id = PathId.of(request, Resource.INSTITUTION);
    return letIn(
        request,
        (caller, visit) ->
            mayInstitution(caller, right, id) ? work.apply(caller, visit) : Answers.forbidden());
  }

  Visit visit(Request request) {
    return new Visit(settings.realm(), settings.name(), request.origin(), Optional.empty());
  }

  private boolean may(Caller caller, Right right, PathId id) {
    return id.looksLikeOne()
        ? rights.may(caller, right, id.toTheLetter())
        : rights.may(caller, right);
  }

  private boolean mayInstitution(Caller caller, Right right, PathId id) {
    return id.looksLikeOne()
        ? rights.may(caller, right, id.institution())
        : rights.may(caller, right);
  }
}
