package dev.rekey.dialect.own;

import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Request;
import dev.rekey.http.Route;
import java.util.Optional;
import java.util.stream.Stream;

/** Changing the password, setting it with a ticket, and knowing beforehand whether it will do. */
final class PasswordRoutes {

  private final Gate gate;
  private final OwnDialect.Passwords passwords;
  private final PolicySettings policy;

  PasswordRoutes(Gate gate, OwnDialect.Passwords passwords, PolicySettings policy) {
    this.gate = gate;
    this.passwords = passwords;
    this.policy = policy;
  }

  Stream<Route> routes() {
    return Stream.of(
        new Route("PUT", "/account/password", gate.signedIn(this::change)),
        new Route("POST", "/password-resets/check", gate.anybody(this::look)),
        new Route("POST", "/password-resets/complete", gate.anybody(this::spend)),
        new Route("GET", "/password-policy", gate.anybody(this::policy)),
        new Route("POST", "/password-checks", gate.either(this::judge)));
  }

  private Answer change(Request request, Caller caller, Visit visit) {
    return Decode.answer(
        DecodePassword.change(request, caller, visit),
        command -> EncodePassword.changed(passwords.change().handle(command)));
  }

  private Answer look(Request request, Visit visit) {
    return Decode.answer(
        DecodePassword.look(request, visit),
        command -> EncodePassword.looked(passwords.lookAtTicket().handle(command)));
  }

  private Answer spend(Request request, Visit visit) {
    return Decode.answer(
        DecodePassword.spend(request, visit),
        command -> EncodePassword.spent(passwords.spendTicket().handle(command)));
  }

  private Answer policy(Request request, Visit visit) {
    return EncodePassword.policy(policy);
  }

  private Answer judge(Request request, Optional<Caller> caller, Visit visit) {
    return Decode.answer(
        DecodePassword.judge(request, caller, visit),
        command -> EncodePassword.judged(passwords.judge().handle(command)));
  }
}
