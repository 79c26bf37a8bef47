package dev.rekey.dialect.own;

import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Request;
import dev.rekey.http.Route;
import java.util.stream.Stream;

/** Making, seeing, changing and closing the own account. */
final class AccountRoutes {

  private static final String ACCOUNT = "/account";

  private final Gate gate;
  private final OwnDialect.Owners owners;
  private final TicketLink confirmation;

  AccountRoutes(Gate gate, OwnDialect.Owners owners, TicketLink confirmation) {
    this.gate = gate;
    this.owners = owners;
    this.confirmation = confirmation;
  }

  Stream<Route> routes() {
    return Stream.of(
        new Route("POST", "/sign-up", gate.anybody(this::signUp)),
        new Route("GET", ACCOUNT, gate.signedIn(AccountRoutes::see)),
        new Route("PATCH", ACCOUNT, gate.signedIn(this::change)),
        new Route("DELETE", ACCOUNT, gate.signedIn(this::close)));
  }

  private Answer signUp(Request request, Visit visit) {
    return Decode.answer(
        DecodeAccount.signUp(request, confirmation, visit),
        command -> EncodeAccount.signedUp(owners.signUp().handle(command)));
  }

  private static Answer see(Request request, Caller caller, Visit visit) {
    return Answer.ok(View.ofOwn(caller.account()));
  }

  private Answer change(Request request, Caller caller, Visit visit) {
    return Decode.answer(
        DecodeAccount.change(request, caller, confirmation, visit),
        command -> EncodeAccount.changed(owners.changeProfile().handle(command)));
  }

  private Answer close(Request request, Caller caller, Visit visit) {
    return EncodeAccount.closed(
        owners.cancelAccount().handle(new CancelAccount.Command(caller, visit)));
  }
}
