package dev.rekey.dialect.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.JudgePassword;
import dev.rekey.core.change.ProfileDesk;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.HandClock;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.repeat.AnswerOnce;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.ForgiveFailures;
import dev.rekey.core.steward.SearchAccounts;
import dev.rekey.core.steward.SeeAccount;
import dev.rekey.core.steward.SendReset;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.MemoryKeptAnswers;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.token.BearerTokens;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.Revocation;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fields;
import dev.rekey.http.FormBody;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The own API behind the front door, with the whole core, a store in memory and a hand's clock.
 * Every answer that leaves it is held to the document.
 */
final class Scene {

  static final String PREFIX = "/rekey/v1";
  static final String EMAIL = "lettie@example.org";
  static final String OLD = "quiet harbour lantern";
  static final String NEW = "seven loud umbrellas";
  static final Instant MORNING = Instant.parse("2026-03-04T05:06:07.008Z");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Document DOCUMENT = Document.kept();
  private static final EmailRule RULE = EmailRule.DEVISE;

  private static final Set<Capability> OWN =
      Set.of(
          Capability.SIGN_IN,
          Capability.CHANGE_OWN_PASSWORD,
          Capability.RESET_OWN_PASSWORD,
          Capability.EDIT_OWN_PROFILE,
          Capability.CLOSE_OWN_ACCOUNT);

  private static final Roles ROLES =
      new Roles(
          Map.of(
              new Role("user"), OWN,
              new Role("child"), Set.of(Capability.SIGN_IN),
              new Role("desk"), Set.of(Capability.SIGN_IN, Capability.SEND_RESETS),
              new Role("admin"), EnumSet.allOf(Capability.class)));

  final MemoryStore store = new MemoryStore();
  final MemoryKeptAnswers answers = new MemoryKeptAnswers();
  final HandClock clock = new HandClock(MORNING);
  final PlainHasher hasher = new PlainHasher();
  private final Choice choice;
  private final OwnDialect dialect;
  private final FrontDoor door;

  /** What a mount may be set to. */
  record Choice(boolean open, ConfirmationRule confirmation, int mostTokens, Duration lifetime) {

    static Choice standard() {
      return new Choice(true, ConfirmationRule.none(), 100, Duration.ofDays(30));
    }

    Choice closed() {
      return new Choice(false, confirmation, mostTokens, lifetime);
    }

    Choice confirmedOnly() {
      return new Choice(
          open, new ConfirmationRule(Optional.of(Duration.ZERO)), mostTokens, lifetime);
    }
  }

  Scene() {
    this(Choice.standard());
  }

  Scene(Choice choice) {
    this.choice = choice;
    this.dialect = dialect();
    this.door = doorOf(dialect);
  }

  static FrontDoor doorOf(OwnDialect dialect) {
    return new FrontDoor(
        new Router(List.of(dialect), new FallbackMount()), () -> "k7d2m9x4ab", () -> 19_114_000L);
  }

  OwnDialect dialect() {
    Mint mint = new Mint(new SecureRandom());
    Doorkeeper doorkeeper = new Doorkeeper(store.attempts(), LimitSettings.standard(), clock);
    PasswordCheck passwords =
        new PasswordCheck(
            store.accounts(),
            store.credentials(),
            store.attempts(),
            doorkeeper,
            hasher,
            ROLES,
            clock);
    TicketOffice office =
        new TicketOffice(
            mint,
            new Codes(mint, new byte[32]),
            new TicketOffice.Lifetimes(
                Duration.ofHours(6), Duration.ofDays(1), Duration.ofHours(6)));
    NewPassword newPassword = new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
    ProfileDesk desk = new ProfileDesk(store.accounts(), office, RULE);
    BearerTokens tokens = new BearerTokens(mint, choice.lifetime());
    Prover prover =
        new Prover(
            store.accounts(),
            store.grants(),
            store.tickets(),
            passwords,
            (_, _, _) -> new SignedTokens.Reading.Rejected(SignedTokens.Flaw.SEGMENTS),
            new Prover.Rules(Duration.ZERO, Revocation.ALLOW_LIST, choice.confirmation()),
            ROLES,
            clock);
    OwnDialect.Work work =
        new OwnDialect.Work(
            new OwnDialect.Entrance(
                new SignIn(
                    passwords,
                    store.grants(),
                    tokens,
                    choice.mostTokens(),
                    choice.confirmation(),
                    clock),
                new SignOut(store.grants(), Revocation.ALLOW_LIST, clock),
                new Sessions(store.accounts(), store.grants(), clock)),
            new OwnDialect.Owners(
                new SignUp(
                    store.accounts(),
                    newPassword,
                    hasher,
                    doorkeeper,
                    office,
                    new SignUp.Rules(
                        choice.open(),
                        new Role("user"),
                        RULE,
                        Optional.of(tokens),
                        choice.confirmation()),
                    clock),
                new ChangeProfile(store.accounts(), passwords, desk, clock),
                new CancelAccount(store.accounts(), doorkeeper, clock)),
            new OwnDialect.Passwords(
                new ChangePassword(
                    passwords, newPassword, hasher, store.credentials(), desk, true, clock),
                new LookAtTicket(store.accounts(), store.tickets(), ROLES, clock),
                new SpendTicket(
                    store.accounts(),
                    store.tickets(),
                    store.credentials(),
                    newPassword,
                    hasher,
                    doorkeeper,
                    ROLES,
                    clock),
                new JudgePassword(newPassword, doorkeeper)),
            new OwnDialect.Letters(
                new AskForLetter(
                    store.accounts(),
                    store.tickets(),
                    store.audit(),
                    doorkeeper,
                    ROLES,
                    office,
                    store.alarms(),
                    clock),
                new ConfirmEmail(store.accounts(), store.tickets(), clock),
                new Unlock(store.accounts(), store.tickets(), doorkeeper, clock)),
            new OwnDialect.Stewards(
                new SearchAccounts(store.accounts()),
                new SeeAccount(store.accounts()),
                new CreateAccount(store.accounts(), newPassword, hasher, ROLES, clock),
                new EditAccount(store.accounts(), ROLES, RULE, clock),
                new DeleteAccount(store.accounts(), doorkeeper, clock),
                new SetPassword(
                    store.accounts(), store.credentials(), newPassword, hasher, doorkeeper, clock),
                new SendReset(
                    store.accounts(),
                    store.tickets(),
                    doorkeeper,
                    ROLES,
                    office,
                    store.alarms(),
                    clock),
                new ForgiveFailures(store.accounts(), doorkeeper, clock)));
    return new OwnDialect(settings(), prover, new AnswerOnce(answers, clock), work);
  }

  static OwnDialect.Settings settings() {
    return new OwnDialect.Settings(
        "own",
        Realm.MAIN,
        PREFIX,
        "/rekey",
        "https://id.example.org",
        new OwnDialect.Links(link("reset"), link("confirm"), link("unlock")),
        PolicySettings.standard(),
        List.of("https://app.example.org"));
  }

  private static TicketLink link(String what) {
    return new TicketLink("https://app.example.org/" + what + "?ticket={token}");
  }

  // Circumstances

  Account person(String email, String role) {
    return person(Logins.of(Optional.of(email), Optional.empty()), role, Realm.MAIN);
  }

  Account person(Logins logins, String role, Realm realm) {
    NewAccount draft =
        new NewAccount(
            realm,
            logins,
            new Role(role),
            Profile.empty(),
            Optional.of(hasher.hash(OLD)),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Visit visit = new Visit(realm, "test", new Origin("local", "test"), Optional.empty());
    if (store.accounts().create(draft, visit, clock.instant())
        instanceof Creation.Created(Account account)) {
      return account;
    }
    throw new AssertionError(logins + " is taken");
  }

  /** The ticket of the newest letter that has one. */
  String newestTicket() {
    return store.letters().reversed().stream()
        .flatMap(letter -> linkOf(letter).stream())
        .map(link -> link.substring(link.indexOf("ticket=") + "ticket=".length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no letter with a ticket"));
  }

  private static Optional<String> linkOf(Letter letter) {
    return switch (letter) {
      case Letter.ResetLink one -> Optional.of(one.link());
      case Letter.ConfirmLink one -> Optional.of(one.link());
      case Letter.UnlockLink one -> Optional.of(one.link());
      default -> Optional.empty();
    };
  }

  // Deeds

  /** An answer, held to the document already. */
  record Answered(Response response) {

    int status() {
      return response.status();
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String problem() {
      return json().path("type").asString().substring(Words.PROBLEM.length());
    }

    /** The codes of the violations, each behind its field. */
    List<String> violations() {
      return json()
          .path("violations")
          .valueStream()
          .map(one -> one.path("field").asString() + ' ' + one.path("code").asString())
          .toList();
    }

    Optional<String> header(String name) {
      return response.headers().first(name);
    }

    String text() {
      return new String(response.body(), UTF_8);
    }
  }

  Fields signedIn(String login) {
    return signedIn(login, OLD);
  }

  Fields signedIn(String login, String password) {
    Answered answer = signIn(login, password);
    if (answer.status() != 201) {
      throw new AssertionError(login + " is not let in: " + answer.text());
    }
    return bearer(answer.json().path("token").asString());
  }

  Answered signIn(String login, String password) {
    return send(
        "POST",
        "/sessions",
        Fields.none(),
        "{\"login\":%s,\"password\":%s}".formatted(quoted(login), quoted(password)));
  }

  static Fields bearer(String token) {
    return Fields.none().with("Authorization", "Bearer " + token);
  }

  Answered get(String path, Fields headers) {
    return send("GET", path, headers, "");
  }

  Answered delete(String path, Fields headers) {
    return send("DELETE", path, headers, "");
  }

  /** With a body of JSON where there is one; the path may have a query. */
  Answered send(String method, String path, Fields headers, String body) {
    Fields typed = body.isEmpty() ? headers : headers.with("Content-Type", "application/json");
    return send(method, path, typed, body.getBytes(UTF_8));
  }

  Answered send(String method, String path, Fields headers, byte[] body) {
    String[] parts = path.split("\\?", 2);
    Fields query = parts.length == 1 ? Fields.none() : FormBody.parse(parts[1]).orElseThrow();
    Request request =
        new Request(
            "3f43bbda-5604-4186-aee8-a1f8d1ad8628",
            new Origin("192.0.2.7", "test"),
            method,
            PREFIX + parts[0],
            Map.of(),
            query,
            headers,
            body,
            0);
    return held(parts[0], request, door.answer(request));
  }

  private static Answered held(String path, Request request, Response response) {
    List<String> mistakes =
        DOCUMENT.mistakes(
            new Document.Seen(
                request.method(), path, response.status(), response.headers(), response.body()));
    if (!mistakes.isEmpty()) {
      throw new AssertionError(String.join("\n", mistakes));
    }
    return new Answered(response);
  }

  /** Beside the API: the manual. */
  Response manual(String path, Fields headers) {
    return door.answer(
        new Request(
            "request-1",
            new Origin("192.0.2.7", "test"),
            "GET",
            path,
            Map.of(),
            Fields.none(),
            headers,
            new byte[0],
            0));
  }

  static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }
}
