package dev.rekey.dialect.tokenauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.HashingPool;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import dev.rekey.core.proof.HandClock;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Deeds;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fields;
import dev.rekey.http.FormBody;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Json;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The dialect behind the front door, with the whole core, a store in memory and a hand's clock. */
final class Scene {

  static final String EMAIL = "test@test.com";
  static final String OLD = "first lighthouse";
  static final String NEW = "second lighthouse";
  static final String AUTH = "/auth";
  static final String SIGN_IN = "/auth/sign_in";
  static final String SIGN_OUT = "/auth/sign_out";
  static final String VALIDATE = "/auth/validate_token";
  static final String PASSWORD = "/auth/password";
  static final String EDIT = "/auth/password/edit";
  static final String CONFIRMATION = "/auth/confirmation";
  static final String UNLOCK = "/auth/unlock";

  /** Where an application of the reader's own machine is. */
  static final String LANDING = "http://localhost:7777/app";

  static final String REQUEST_ID = "3f43bbda-5604-4186-aee8-a1f8d1ad8628";
  static final Instant MORNING = Instant.parse("2025-05-29T11:02:20.250Z");
  static final List<String> TOKEN_FIELDS =
      List.of("access-token", "token-type", "client", "expiry", "uid", "authorization");

  private static final Hasher POOL =
      new HashingPool(
          new HashCost(8, 1, 1), Optional.empty(), 1, 100, Duration.ofHours(1), new SecureRandom());

  final MemoryStore store;
  final HandClock clock;
  private final Settings settings;
  private final House house;
  private final AtomicReference<Supplier<Hasher.Admission>> desk =
      new AtomicReference<>(Scene::place);
  private final FrontDoor door;

  Scene() {
    this(Settings.standard());
  }

  Scene(Settings settings) {
    this(settings, House.standard());
  }

  Scene(Settings settings, House house) {
    this(settings, house, new MemoryStore(), new HandClock(MORNING));
  }

  private Scene(Settings settings, House house, MemoryStore store, HandClock clock) {
    this.settings = settings;
    this.house = house;
    this.store = store;
    this.clock = clock;
    this.door =
        new FrontDoor(
            new Router(List.of(dialect()), new FallbackMount()),
            () -> "k7d2m9x4ab",
            () -> 19_114_000L);
  }

  /** With somebody whose password is {@link #OLD}. */
  static Scene withSomebody() {
    return withSomebody(Settings.standard());
  }

  static Scene withSomebody(BatchAnswers batchAnswers) {
    Tokens standard = Tokens.standard();
    return withSomebody(
        Settings.standard()
            .withTokens(new Tokens(standard.names(), false, batchAnswers, standard.cookie())));
  }

  static Scene withSomebody(CurrentPassword currentPassword) {
    return withSomebody(
        Settings.standard()
            .withRules(new Rules(currentPassword, false, false, false, false, true)));
  }

  static Scene withSomebody(Settings settings) {
    return withSomebody(settings, House.standard());
  }

  static Scene withSomebody(Settings settings, House house) {
    Scene scene = new Scene(settings, house);
    scene.person(EMAIL, "user");
    return scene;
  }

  /** The same server, started again with another lifespan for its tokens. */
  Scene restarted(Duration lifespan) {
    return new Scene(settings, house.withLifespan(lifespan), store, clock);
  }

  /** The same server, started again with other settings. */
  Scene restarted(Settings other) {
    return new Scene(other, house, store, clock);
  }

  // Circumstances

  Account person(String email, String role) {
    return person(Logins.of(Optional.of(email), Optional.empty()), role, Profile.empty());
  }

  Account person(Logins logins, String role, Profile profile) {
    NewAccount draft =
        new NewAccount(
            Realm.MAIN,
            logins,
            new Role(role),
            profile,
            Optional.of(sealed(OLD)),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    if (store.accounts().create(draft, visit(), clock.instant())
        instanceof Creation.Created(var a)) {
      return a;
    }
    throw new AssertionError(logins + " is taken");
  }

  void disable(Account account) {
    AuditEntry entry =
        AuditEntry.of(clock.instant(), visit(), account.id(), new Event.AccountDisabled());
    store.accounts().setDisabled(account.id(), true, entry);
  }

  /** There is no slot from now on. */
  void overload(Duration retryAfter) {
    desk.set(() -> new Hasher.Full(retryAfter));
  }

  /** Does this once, when somebody next asks for a slot. */
  void meanwhile(Runnable deed) {
    desk.set(() -> {
      desk.set(Scene::place);
      deed.run();
      return POOL.reserve(Source.house());
    });
  }

  // Deeds

  /** What a signed-in client keeps. */
  record Session(String token, String client, long expiry, String uid) {

    Fields fields() {
      return Fields.none().with("access-token", token).with("client", client).with("uid", uid);
    }
  }

  Session signIn() {
    return signIn(EMAIL, OLD);
  }

  Session signIn(String name, String password) {
    Response response = json("POST", SIGN_IN, credentials(name, password), Fields.none());
    if (response.status() != 200) {
      throw new AssertionError(name + " is not let in: " + text(response));
    }
    return session(response);
  }

  /** Changes the password to this one, with a session's token. */
  Response change(Session session, String password) {
    return put(session, wish(password));
  }

  Response put(Session session, String body) {
    return json("PUT", PASSWORD, body, session.fields());
  }

  Response json(String method, String path, String body, Fields headers) {
    return send(method, path, headers.with("content-type", "application/json"), body);
  }

  Response send(String method, String path, Fields headers, String body) {
    return answer(request(method, path, headers, body.getBytes(UTF_8)));
  }

  Response answer(Request request) {
    return door.answer(request);
  }

  Response get(String path, Fields query, Fields headers) {
    return answer(request("GET", path, query, headers, new byte[0]));
  }

  Response validate(Session session) {
    return send("GET", VALIDATE, session.fields(), "");
  }

  boolean admits(Session session) {
    return validate(session).status() == 200;
  }

  Response signUp(String body) {
    return json("POST", AUTH, body, Fields.none());
  }

  Response update(Session session, String body) {
    return json("PUT", AUTH, body, session.fields());
  }

  /** Asks for a reset letter and follows its link as far as the application; what it is told. */
  Map<String, String> reset() {
    return landed(open(askForReset(EMAIL)));
  }

  /** Asks for a reset letter; its link. */
  URI askForReset(String email) {
    String body = "{\"email\":\"%s\",\"redirect_url\":\"%s\"}".formatted(email, LANDING);
    Response response = json("POST", PASSWORD, body, Fields.none());
    if (response.status() != 200) {
      throw new AssertionError("no letter is written: " + text(response));
    }
    return newestLink();
  }

  /** The link of the newest letter that has one. */
  URI newestLink() {
    return store.letters().reversed().stream()
        .flatMap(letter -> linkOf(letter).stream())
        .map(URI::create)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no letter with a link"));
  }

  private static Optional<String> linkOf(Letter letter) {
    return switch (letter) {
      case Letter.ResetLink one -> Optional.of(one.link());
      case Letter.ConfirmLink one -> Optional.of(one.link());
      case Letter.UnlockLink one -> Optional.of(one.link());
      default -> Optional.empty();
    };
  }

  /** Follows a letter's link. */
  Response open(URI link) {
    return get(link.getPath(), query(link), Fields.none());
  }

  static Fields query(URI address) {
    return FormBody.parse(address.getRawQuery()).orElseThrow();
  }

  /** What the application is told behind a link. */
  static Map<String, String> landed(Response response) {
    if (response.status() != 302) {
      throw new AssertionError("nobody is led on: " + response.status() + ' ' + text(response));
    }
    Map<String, String> told = new LinkedHashMap<>();
    query(URI.create(field(response, "location")))
        .all()
        .forEach(pair -> told.put(pair.name(), pair.value()));
    return told;
  }

  /** A client that has kept what a reset letter's link brought. */
  static Session sessionOf(Map<String, String> told) {
    return new Session(
        told.get("access-token"),
        told.get("client"),
        Long.parseLong(told.get("expiry")),
        told.get("uid"));
  }

  boolean letsIn(String password) {
    return json("POST", SIGN_IN, credentials(EMAIL, password), Fields.none()).status() == 200;
  }

  // Words

  static Request request(String method, String path, Fields headers, byte[] body) {
    return request(method, path, Fields.none(), headers, body);
  }

  static Request request(String method, String path, Fields query, Fields headers, byte[] body) {
    return new Request(
        REQUEST_ID,
        new Origin("192.0.2.7", "test"),
        method,
        path,
        Map.of(),
        query,
        headers,
        body,
        0);
  }

  static String credentials(String name, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
  }

  static String wish(String password) {
    return wish(password, password);
  }

  static String wish(String password, String confirmation) {
    return "{\"password\":\"%s\",\"password_confirmation\":\"%s\"}"
        .formatted(password, confirmation);
  }

  static String withCurrent(String current) {
    return "{\"password\":\"%s\",\"password_confirmation\":\"%s\",\"current_password\":%s}"
        .formatted(NEW, NEW, current);
  }

  static String refusal(String text) {
    return "{\"success\":false,\"errors\":[\"%s\"]}".formatted(text);
  }

  static String fieldError(String attribute, String text) {
    return "{\"success\":false,\"errors\":%s}".formatted(errors(attribute, text));
  }

  static String errors(String attribute, String text) {
    String label =
        Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1).replace('_', ' ');
    return "{\"%s\":[\"%s\"],\"full_messages\":[\"%s %s\"]}"
        .formatted(attribute, text, label, text);
  }

  /** What the client keeps of an answer. */
  static Session session(Response response) {
    return new Session(
        field(response, "access-token"),
        field(response, "client"),
        Long.parseLong(field(response, "expiry")),
        field(response, "uid"));
  }

  static String field(Response response, String name) {
    return response.headers().first(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  static List<String> names(Response response) {
    return response.headers().all().stream().map(Fields.Field::name).toList();
  }

  static String text(Response response) {
    return new String(response.body(), UTF_8);
  }

  static JsonNode node(byte[] body) {
    if (Json.parse(body) instanceof Json.Parsed.Value(JsonNode node)) {
      return node;
    }
    throw new AssertionError("no JSON: " + new String(body, UTF_8));
  }

  private static PasswordHash sealed(String password) {
    if (!(POOL.reserve(Source.house()) instanceof Hasher.Slot slot)) {
      throw new AssertionError("a pool without work has a slot");
    }
    try (slot) {
      return slot.seal(Password.of(password));
    }
  }

  private static Visit visit() {
    return new Visit(Realm.MAIN, "tokenauth", new Origin("192.0.2.7", "test"), Optional.empty());
  }

  private TokenAuthDialect dialect() {
    Deeds deeds = house.deeds(settings, store, hasher(), clock);
    return new TokenAuthDialect(settings, new RailsFraming(() -> 19_114_000L), deeds);
  }

  private static Hasher.Admission place() {
    return POOL.reserve(Source.house());
  }

  private Hasher hasher() {
    return new Hasher() {
      @Override
      public Admission reserve(Source source) {
        return desk.get().get();
      }

      @Override
      public void close() {}
    };
  }
}
