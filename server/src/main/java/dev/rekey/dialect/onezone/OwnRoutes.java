package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Capability;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.Demand;
import dev.rekey.core.change.Wishes;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.dialect.onezone.Decode.Change;
import dev.rekey.dialect.onezone.Gates.Known;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Optional;

/** What somebody does to the own account: {@code /user}. */
final class OwnRoutes {

  private final Gates gates;
  private final OnezoneDialect.OwnDeeds deeds;
  private final Encode encode;
  private final EncodeUsers encodeUsers;
  private final DecodeUsers decode;

  OwnRoutes(
      Gates gates,
      OnezoneDialect.OwnDeeds deeds,
      Encode encode,
      EncodeUsers encodeUsers,
      DecodeUsers decode) {
    this.gates = gates;
    this.deeds = deeds;
    this.encode = encode;
    this.encodeUsers = encodeUsers;
    this.decode = decode;
  }

  List<Route> routes(String prefix) {
    return List.of(
        new Route("GET", prefix + "/user", this::show),
        new Route("PATCH", prefix + "/user", this::rename),
        new Route("DELETE", prefix + "/user", this::delete),
        new Route("PATCH", prefix + "/user/password", this::changePassword));
  }

  private Response show(Request request) {
    return gates.pass(
        request, guest -> gates.known(guest, known -> encodeUsers.user(known.caller().account())));
  }

  private Response rename(Request request) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            gates.allowed(
                guest,
                Capability.EDIT_OWN_PROFILE,
                known -> gates.reading(decode.names(body), wishes -> rename(known, wishes))));
  }

  private Response rename(Known known, Wishes wishes) {
    return encodeUsers.changed(
        deeds
            .changeProfile()
            .handle(
                new ChangeProfile.Command(
                    known.caller(), Optional.empty(), Demand.IF_SENT, wishes, known.visit())));
  }

  private Response delete(Request request) {
    return gates.pass(request, guest -> gates.known(guest, this::delete));
  }

  private Response delete(Known known) {
    return encodeUsers.cancelled(
        deeds.cancelAccount().handle(new CancelAccount.Command(known.caller(), known.visit())));
  }

  private Response changePassword(Request request) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            gates.allowed(
                guest,
                Capability.CHANGE_OWN_PASSWORD,
                known -> gates.reading(Decode.change(body), change -> change(known, change))));
  }

  private Response change(Known known, Change change) {
    try {
      ChangePassword.Command command = change.by(known.caller(), known.visit());
      return encode.changed(deeds.changePassword().handle(command), change);
    } finally {
      change.forget();
    }
  }
}
