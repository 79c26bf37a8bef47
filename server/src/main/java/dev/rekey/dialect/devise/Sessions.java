package dev.rekey.dialect.devise;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.session.LookAtAccount;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.DeviseDialect.UseCases;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.util.Optional;

/** Signing in and out. */
final class Sessions {

  private final Settings settings;
  private final UseCases useCases;
  private final Decode decode;
  private final EncodeSession encode;
  private final Encode common;

  Sessions(Settings settings, UseCases useCases, Decode decode, Encode encode) {
    this.settings = settings;
    this.useCases = useCases;
    this.decode = decode;
    this.common = encode;
    this.encode = new EncodeSession(settings, encode);
  }

  Response form(Request request, Attributes nothing) {
    return encode.form(request);
  }

  Response signIn(Request request, Attributes user) {
    return switch (decode.signIn(request, user)) {
      case Misread(var misreading) -> encode.misread(request, misreading);
      case Read(var command) -> signIn(request, command);
    };
  }

  private Response signIn(Request request, SignIn.Command command) {
    SignIn.Outcome outcome = useCases.signIn().handle(command);
    return encode.signedIn(request, outcome, standing(command, outcome));
  }

  /** How the account stands after a failure, where the mount tells it. */
  private Optional<LookAtAccount.Outcome> standing(SignIn.Command command, SignIn.Outcome outcome) {
    boolean told = !settings.manners().paranoid();
    return told && outcome instanceof SignIn.Outcome.NotSignedIn
        ? Optional.of(
            useCases
                .lookAtAccount()
                .handle(new LookAtAccount.Command(command.name(), command.visit())))
        : Optional.empty();
  }

  Response signOut(Request request, Attributes nothing) {
    Visit visit = decode.visit(request);
    return switch (useCases.prover().prove(decode.claim(request), visit)) {
      case Proof.Known(Caller caller) ->
          encode.signedOut(request, useCases.signOut().handle(new SignOut.Command(caller, visit)));
      case Proof.Stranger(var reason) -> encode.notSignedIn(request, reason);
      case Proof.TooMany(var retryAfter) -> common.tooMany(request, retryAfter);
      case Proof.Overloaded(var retryAfter) -> common.overloaded(request, retryAfter);
    };
  }
}
