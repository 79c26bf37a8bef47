package dev.rekey.web;

import dev.rekey.core.account.Account;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.session.Sessions;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Doorway;
import dev.rekey.page.Frame;
import dev.rekey.page.Notice;
import dev.rekey.page.Paths;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import dev.rekey.page.When;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rekey.template.account.JtehomeGenerated;

/** Where an owner sees at a glance how the account stands. */
final class HomePages {

  /** What may have been done just before, as the address says it. */
  private static final Set<String> DONE = Set.of("password", "profile", "confirm");

  private final Doorway doorway;
  private final Sessions sessions;

  HomePages(Doorway doorway, Sessions sessions) {
    this.doorway = doorway;
    this.sessions = sessions;
  }

  List<Route> routes() {
    return List.of(new Route("GET", Paths.ACCOUNT, this::show));
  }

  private Response show(Request request) {
    return doorway.openToOwner(
        request,
        (visitor, caller) -> {
          Frame frame = visitor.in(Room.HOME.key()).frame();
          Notice notice = done(frame, request);
          HomeView view = view(frame, visitor, caller);
          return Sheet.of(200, out -> JtehomeGenerated.render(out, null, frame, notice, view));
        });
  }

  private static Notice done(Frame frame, Request request) {
    return request
        .query()
        .first("done")
        .filter(DONE::contains)
        .map(what -> Notice.good(frame.say("done." + what)))
        .orElseGet(Notice::none);
  }

  private HomeView view(Frame frame, Visitor visitor, Caller caller) {
    Account account = caller.account();
    return new HomeView(
        account.logins().display(),
        account.logins().username().orElseGet(() -> frame.say("none")),
        account.logins().email().orElseGet(() -> frame.say("none")),
        emailTag(frame, account),
        account
            .credential()
            .changedAt()
            .map(at -> frame.say("home.password-since", When.day(frame, at)))
            .orElseGet(() -> frame.say("home.password-unknown")),
        count(visitor, caller),
        account
            .moments()
            .lastSignInAt()
            .map(at -> When.minute(frame, at))
            .orElseGet(() -> frame.say("none")));
  }

  private static String emailTag(Frame frame, Account account) {
    Optional<String> pending =
        account.confirmation().pendingEmail().map(to -> frame.say("home.email-pending", to));
    return pending.orElseGet(() ->
        account.logins().email().isEmpty() || account.confirmation().confirmedAt().isEmpty()
            ? ""
            : frame.say("home.email-confirmed"));
  }

  private int count(Visitor visitor, Caller caller) {
    return SessionPages.seen(sessions, visitor, caller).size();
  }
}
