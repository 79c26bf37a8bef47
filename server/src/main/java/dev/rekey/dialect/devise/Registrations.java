package dev.rekey.dialect.devise;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.devise.DecodeRegistration.Change;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.DeviseDialect.UseCases;
import dev.rekey.http.Request;
import dev.rekey.http.Response;

/** The account itself: made, shown, changed and given up by its owner. */
final class Registrations {

  private final UseCases useCases;
  private final Warden warden;
  private final Decode decode;
  private final DecodeRegistration decodeRegistration;
  private final Encode encode;
  private final EncodeRegistration encodeRegistration;

  Registrations(Settings settings, UseCases useCases, Warden warden, Decode decode, Encode encode) {
    this.useCases = useCases;
    this.warden = warden;
    this.decode = decode;
    this.decodeRegistration = new DecodeRegistration(settings, decode, useCases.afterChange());
    this.encode = encode;
    this.encodeRegistration = new EncodeRegistration(settings, encode);
  }

  Response signUp(Request request, Attributes user) {
    return switch (decodeRegistration.signUp(user, decode.visit(request))) {
      case Misread(var misreading) -> encode.misread(request, misreading);
      case Read(var command) ->
          encodeRegistration.signedUp(request, useCases.signUp().handle(command));
    };
  }

  Response show(Request request, Attributes nothing) {
    return warden.pass(request, caller -> encode.shown(request, caller.account()));
  }

  Response change(Request request, Attributes user) {
    return warden.pass(request, caller -> change(request, user, caller));
  }

  private Response change(Request request, Attributes user, Caller caller) {
    return switch (decodeRegistration.change(user, caller, decode.visit(request))) {
      case Misread(var misreading) -> encode.misread(request, misreading);
      case Read(Change.OfPassword(var command)) ->
          encodeRegistration.changed(
              request, useCases.changePassword().handle(command), command.next());
      case Read(Change.OfProfile(var command)) ->
          encodeRegistration.changed(request, useCases.changeProfile().handle(command));
    };
  }

  Response cancel(Request request, Attributes nothing) {
    return warden.pass(request, caller -> cancel(request, caller));
  }

  private Response cancel(Request request, Caller caller) {
    CancelAccount.Command command = new CancelAccount.Command(caller, decode.visit(request));
    return encodeRegistration.cancelled(request, useCases.cancelAccount().handle(command));
  }
}
