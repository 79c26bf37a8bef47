package dev.rekey.dialect.tokenauth;

import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.tokenauth.Decode.Entry;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Signing in, staying signed in and signing out. */
final class Sessions {

  private final Reception reception;
  private final EncodeSession encode;

  Sessions(Reception reception) {
    this.reception = reception;
    this.encode =
        new EncodeSession(reception.settings(), reception.encode(), reception.credentials());
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", reception.path("/sign_in"), this::signIn),
        new Route("GET", reception.path("/sign_in"), encode::useExpectedMethod),
        new Route("DELETE", reception.path("/sign_out"), this::signOut),
        new Route("GET", reception.path("/validate_token"), this::validate));
  }

  private Response signIn(Request request) {
    return reception.read(request, parameters -> signIn(request, parameters));
  }

  private Response signIn(Request request, JsonNode parameters) {
    return switch (Decode.entry(parameters)) {
      case Misread(var _) -> encode.badCredentials(request);
      case Read(var entry) -> signIn(request, entry);
    };
  }

  private Response signIn(Request request, Entry entry) {
    try {
      SignIn.Command command =
          new SignIn.Command(entry.name(), entry.password(), reception.visit(request));
      return encode.signedIn(request, entry.name(), reception.deeds().signIn().handle(command));
    } finally {
      entry.forget();
    }
  }

  private Response validate(Request request) {
    return reception.read(
        request,
        parameters ->
            reception.admit(
                request,
                parameters,
                encode::invalid,
                guest -> encode.valid(request, guest.caller(), reception.turn(guest))));
  }

  private Response signOut(Request request) {
    return reception.read(
        request,
        parameters -> reception.admit(request, parameters, encode::notSignedIn, this::signOut));
  }

  private Response signOut(Guest guest) {
    SignOut.Command command = new SignOut.Command(guest.caller(), reception.visit(guest.request()));
    return encode.signedOut(guest.request(), reception.deeds().signOut().handle(command));
  }
}
