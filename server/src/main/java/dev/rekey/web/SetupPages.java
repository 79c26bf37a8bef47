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
import dev.rekey.page.Dressing;
import dev.rekey.page.Faults;
import dev.rekey.page.Field;
import dev.rekey.page.Frame;
import dev.rekey.page.Jar;
import dev.rekey.page.Message;
import dev.rekey.page.Notice;
import dev.rekey.page.Paths;
import dev.rekey.page.Sentences;
import dev.rekey.page.Sheet;
import dev.rekey.page.Wrongs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rekey.template.JtesetupGenerated;

/** The page behind the one-time link of a first start: it makes the first administrator. */
public final class SetupPages implements Mount {

  /** Where the link leads; the token follows behind a slash. */
  public static final String PREFIX = "/rekey/setup";

  private static final String WIRE = "web";
  private static final List<String> FIELDS = List.of("username", "email", "password");

  private final FirstStart firstStart;
  private final Jar jar;
  private final Dressing dressing;

  /**
   * @param publicUrl where people find the server
   */
  public SetupPages(FirstStart firstStart, String publicUrl, Dressing dressing) {
    this.firstStart = firstStart;
    this.jar = Jar.at(publicUrl);
    this.dressing = dressing;
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
        new Route("GET", PREFIX + "/{token}", request -> safely(request, this::show)),
        new Route("POST", PREFIX + "/{token}", request -> safely(request, this::submit)));
  }

  /** Where the first password of all may be typed. */
  private Response safely(Request request, Function<Request, Response> page) {
    return jar.mayCarry(request)
        ? page.apply(request)
        : Message.of(dressing.frame(request), "plain").answer(403);
  }

  /** What was typed; the password does not come back. */
  private record Typed(String username, String email) {

    static Typed nothing() {
      return new Typed("", "");
    }

    static Typed of(Fields form) {
      return new Typed(
          form.first("username").orElse("").strip(), form.first("email").orElse("").strip());
    }

    boolean isTyped() {
      return (username + email).chars().noneMatch(Character::isISOControl);
    }
  }

  private Response show(Request request) {
    Frame frame = dressing.frame(request);
    return isOpen(request) ? form(200, frame, Typed.nothing(), List.of()) : deadLink(frame);
  }

  private Response submit(Request request) {
    Frame frame = dressing.frame(request);
    if (!isOpen(request)) {
      return deadLink(frame);
    }
    return form(request)
        .map(form -> submit(request, frame, form))
        .orElseGet(() -> form(400, frame, Typed.nothing(), Notice.bad(frame.say("setup.broken"))));
  }

  private Response submit(Request request, Frame frame, Fields form) {
    Typed typed = Typed.of(form);
    Optional<Violation> flaw = flaw(typed);
    return flaw.isPresent()
        ? form(422, frame, typed, List.of(flaw.get()))
        : create(request, frame, typed, Password.of(form.first("password").orElse("")));
  }

  private Response create(Request request, Frame frame, Typed typed, Password password) {
    Logins logins =
        Logins.of(
            Optional.of(typed.email()).filter(text -> !text.isEmpty()),
            Optional.of(typed.username()));
    FirstStart.Command command =
        new FirstStart.Command(request.parameter("token"), logins, password, visit(request));
    try {
      return switch (firstStart.handle(command)) {
        case FirstStart.Outcome.NoSuchLink() -> deadLink(frame);
        case FirstStart.Outcome.Tried(var creation) -> answer(creation, frame, typed);
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

  private static Optional<Violation> flaw(Typed typed) {
    if (typed.username().isEmpty()) {
      return Optional.of(new Violation.UsernameBlank());
    }
    return typed.isTyped() ? Optional.empty() : Optional.of(new Violation.UsernameMalformed());
  }

  private static Response answer(CreateAccount.Outcome creation, Frame frame, Typed typed) {
    return switch (creation) {
      case CreateAccount.Outcome.Created(var account) ->
          Message.of(frame, "setup-done", account.logins().display()).to(Paths.SIGN_IN).answer(201);
      case CreateAccount.Outcome.Taken(var what) -> form(422, frame, typed, List.of(taken(what)));
      case CreateAccount.Outcome.Refused(var violations) -> form(422, frame, typed, violations);
      case CreateAccount.Outcome.Overloaded(Duration retryAfter) -> busy(frame, retryAfter);
      case CreateAccount.Outcome.NotAllowed() -> deadLink(frame);
      case CreateAccount.Outcome.UnknownRole() -> Message.of(frame, "setup-role").answer(500);
    };
  }

  private static Violation taken(String what) {
    return what.equals("username") ? new Violation.UsernameTaken() : new Violation.EmailTaken();
  }

  private static Response form(
      int status, Frame frame, Typed typed, List<? extends Violation> violations) {
    return form(
        status,
        frame,
        typed,
        Notice.none(),
        new Wrongs(new Sentences(frame), List.copyOf(violations)));
  }

  private static Response form(int status, Frame frame, Typed typed, Notice notice) {
    return form(status, frame, typed, notice, new Wrongs(new Sentences(frame), List.of()));
  }

  private static Response form(int status, Frame frame, Typed typed, Notice notice, Wrongs wrongs) {
    Field username =
        Field.text("username", frame.say("profile.username"), "username", typed.username())
            .focused()
            .withWrong(wrongs.ofUsername());
    Field email =
        Field.email("email", frame.say("setup.email"), typed.email()).withWrong(wrongs.ofEmail());
    Field password =
        Field.password(frame, "password", frame.say("sign-in.password"), "new-password")
            .withHint(frame.say("setup.hint"))
            .withWrong(wrongs.ofPassword());
    return Sheet.secluded(
        status,
        out -> JtesetupGenerated.render(out, null, frame, notice, username, email, password));
  }

  private static Response deadLink(Frame frame) {
    return Message.of(frame, "setup-dead").answer(404);
  }

  private static Response busy(Frame frame, Duration retryAfter) {
    return Message.of(frame, "fault.draining")
        .answer(503)
        .with("retry-after", RetryAfter.of(retryAfter));
  }

  private static Visit visit(Request request) {
    return new Visit(Realm.MAIN, WIRE, request.origin(), Optional.empty());
  }

  @Override
  public Response fault(Request request, Fault fault) {
    Frame frame = dressing.frame(request);
    return fault instanceof Fault.UnknownPath ? deadLink(frame) : Faults.answer(frame, fault);
  }
}
