package dev.rekey.dialect.own;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import java.util.Optional;

/** From requests about the own sessions to commands. */
final class DecodeSession {

  private DecodeSession() {}

  static Reading<SignIn.Command, Problem> signIn(Request request, Visit visit) {
    return Members.read(
        request,
        members ->
            new SignIn.Command(members.filled("login"), members.password("password"), visit));
  }

  static Sessions.Command see(Caller caller, Visit visit) {
    return own(caller, new Sessions.Wish.See(), visit);
  }

  static Sessions.Command end(Request request, Caller caller, Visit visit) {
    return own(caller, new Sessions.Wish.End(request.parameter("name")), visit);
  }

  static Reading<Sessions.Command, Problem> endAll(Request request, Caller caller, Visit visit) {
    return Query.read(request, query -> own(caller, whichEnd(query), visit));
  }

  private static Sessions.Wish whichEnd(Query query) {
    return query
        .maybe("keep", "current", text -> Optional.of(text).filter("current"::equals))
        .<Sessions.Wish>map(_ -> new Sessions.Wish.EndOthers())
        .orElseGet(Sessions.Wish.EndAll::new);
  }

  private static Sessions.Command own(Caller caller, Sessions.Wish wish, Visit visit) {
    return new Sessions.Command(caller, Optional.empty(), wish, visit);
  }
}
