package dev.rekey.web;

import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.FirstStart;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.FormBody;
import dev.rekey.http.MediaType;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The page behind the one-time link of a first start: it makes the first administrator. */
public final class SetupPages implements Mount {

  /** Where the link leads; the token follows behind a slash. */
  public static final String PREFIX = "/rekey/setup";

  private static final String WIRE = "web";
  private static final List<String> FIELDS = List.of("username", "email", "password");

  private final FirstStart firstStart;

  public SetupPages(FirstStart firstStart) {
    this.firstStart = firstStart;
  }

  @Override
  public String name() {
    return WIRE;
  }

  @Override
  public List<String> prefixes() {
    return List.of(PREFIX);
  }

  @Override
  public PathRules pathRules() {
    return new PathRules(false, true, false);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route("GET", PREFIX + "/style.css", _ -> Page.stylesheet()),
        new Route("GET", PREFIX + "/{token}", this::show),
        new Route("POST", PREFIX + "/{token}", this::submit));
  }

  private Response show(Request request) {
    return isOpen(request) ? Page.form(200, "", "", "") : deadLink();
  }

  private Response submit(Request request) {
    if (!isOpen(request)) {
      return deadLink();
    }
    return form(request)
        .map(form -> submit(request, form))
        .orElseGet(
            () -> Page.form(400, "The form did not arrive whole. Please try again.", "", ""));
  }

  private Response submit(Request request, Fields form) {
    String username = form.first("username").orElse("").strip();
    String email = form.first("email").orElse("").strip();
    return complaint(username, email)
        .map(complaint -> Page.form(422, complaint, username, email))
        .orElseGet(
            () -> create(request, username, email, Password.of(form.first("password").orElse(""))));
  }

  private Response create(Request request, String username, String email, Password password) {
    Logins logins =
        Logins.of(Optional.of(email).filter(text -> !text.isEmpty()), Optional.of(username));
    FirstStart.Command command =
        new FirstStart.Command(request.parameter("token"), logins, password, visit(request));
    try {
      return switch (firstStart.handle(command)) {
        case FirstStart.Outcome.NoSuchLink() -> deadLink();
        case FirstStart.Outcome.Tried(var creation) -> answer(creation, username, email);
      };
    } finally {
      password.clear();
    }
  }

  private boolean isOpen(Request request) {
    return firstStart.isOpen(request.parameter("token"), visit(request));
  }

  /** What a browser sends for the form: each field at most once. */
  private static Optional<Fields> form(Request request) {
    return MediaType.of(request)
        .filter(type -> type.is("application/x-www-form-urlencoded"))
        .flatMap(_ -> FormBody.parse(request.body()))
        .filter(form -> FIELDS.stream().allMatch(name -> form.every(name).size() <= 1));
  }

  private static Optional<String> complaint(String username, String email) {
    if (username.isEmpty()) {
      return Optional.of("Please choose a username.");
    }
    boolean typed = (username + email).chars().noneMatch(Character::isISOControl);
    return typed
        ? Optional.empty()
        : Optional.of("Username and address may hold no control characters.");
  }

  private static Response answer(CreateAccount.Outcome creation, String name, String email) {
    return switch (creation) {
      case CreateAccount.Outcome.Created(var account) ->
          Page.message(
              201,
              "Rekey is ready",
              "The administrator " + account.logins().display() + " exists. This link is spent.");
      case CreateAccount.Outcome.Taken(var what) ->
          Page.form(422, "This " + what + " belongs to another account.", name, email);
      case CreateAccount.Outcome.Refused(var violations) ->
          Page.form(422, explain(violations), name, email);
      case CreateAccount.Outcome.Overloaded(Duration retryAfter) -> busy(retryAfter);
      case CreateAccount.Outcome.NotAllowed() -> deadLink();
      case CreateAccount.Outcome.UnknownRole() ->
          Page.message(
              500,
              "No role called admin",
              "The configuration has taken the role admin away; give it back and start again.");
    };
  }

  private static String explain(List<Violation> violations) {
    return String.join(" ", violations.stream().map(Sentences::of).toList());
  }

  private static Response deadLink() {
    return Page.message(
        404,
        "This link leads nowhere",
        "It was used already, the server was started anew and has printed another one, or an"
            + " account was made meanwhile: rekey account create --role admin makes an"
            + " administrator.");
  }

  private static Response busy(Duration retryAfter) {
    return Page.message(503, "One moment", "The server is busy. Please try again shortly.")
        .with("retry-after", RetryAfter.of(retryAfter));
  }

  private static Visit visit(Request request) {
    return new Visit(Realm.MAIN, WIRE, request.origin(), Optional.empty());
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath() -> deadLink();
      case Fault.UnknownMethod(var allowed) ->
          Page.message(405, "Not possible", "This page can be opened and its form sent.")
              .with("allow", String.join(", ", allowed));
      case Fault.TooLarge(int limit) ->
          Page.message(413, "Too much", "A form may have " + limit + " bytes at most.");
      case Fault.HeadTooLarge() ->
          Page.message(431, "Too much", "The browser sent more than the server takes.");
      case Fault.Malformed() ->
          Page.message(400, "Not understood", "The request could not be read.");
      case Fault.Draining(Duration retryAfter) -> busy(retryAfter);
      case Fault.Incident(String id) ->
          Page.message(500, "Something broke", "It was written down as incident " + id + ".");
    };
  }
}
