package dev.rekey.dialect.tokenauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.HashingPool;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.HandClock;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fields;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Json;
import dev.rekey.http.RailsFraming;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The dialect behind the front door, with the whole core, a store in memory and a hand's clock. */
final class Scene {

  static final String EMAIL = "test@test.com";
  static final String OLD = "first lighthouse";
  static final String NEW = "second lighthouse";
  static final String SIGN_IN = "/auth/sign_in";
  static final String PASSWORD = "/auth/password";
  static final String REQUEST_ID = "3f43bbda-5604-4186-aee8-a1f8d1ad8628";
  static final Instant MORNING = Instant.parse("2025-05-29T11:02:20.250Z");
  static final Duration BATCH = Duration.ofSeconds(5);

  private static final Roles ROLES =
      new Roles(
          Map.of(
              new Role("user"),
              EnumSet.of(Capability.SIGN_IN, Capability.CHANGE_OWN_PASSWORD),
              new Role("child"),
              Set.of(Capability.SIGN_IN)));

  private static final Hasher POOL =
      new HashingPool(
          new HashCost(8, 1, 1), Optional.empty(), 1, 100, Duration.ofHours(1), new SecureRandom());

  final MemoryStore store;
  final HandClock clock;
  private final Settings settings;
  private final AtomicReference<Supplier<Hasher.Admission>> desk =
      new AtomicReference<>(POOL::reserve);
  private final FrontDoor door;

  Scene() {
    this(BatchAnswers.REPEAT, CurrentPassword.IF_SENT);
  }

  Scene(BatchAnswers batchAnswers, CurrentPassword currentPassword) {
    this(
        new Settings("tokenauth", "/auth", Realm.MAIN, currentPassword, batchAnswers),
        new MemoryStore(),
        new HandClock(MORNING),
        ClientTokens.LIFESPAN);
  }

  private Scene(Settings settings, MemoryStore store, HandClock clock, Duration lifespan) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
    this.door =
        new FrontDoor(
            new Router(List.of(dialect(lifespan)), new FallbackMount()),
            () -> "k7d2m9x4ab",
            () -> 19_114_000L);
  }

  /** With somebody whose password is {@link #OLD}. */
  static Scene withSomebody() {
    return withSomebody(BatchAnswers.REPEAT, CurrentPassword.IF_SENT);
  }

  static Scene withSomebody(BatchAnswers batchAnswers, CurrentPassword currentPassword) {
    Scene scene = new Scene(batchAnswers, currentPassword);
    scene.person(EMAIL, "user");
    return scene;
  }

  /** The same server, started again with another lifespan for its tokens. */
  Scene restarted(Duration lifespan) {
    return new Scene(settings, store, clock, lifespan);
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
      desk.set(POOL::reserve);
      deed.run();
      return POOL.reserve();
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
    if (!(POOL.reserve() instanceof Hasher.Slot slot)) {
      throw new AssertionError("a pool without work has a slot");
    }
    try (slot) {
      return slot.seal(Password.of(password));
    }
  }

  private static Visit visit() {
    return new Visit(Realm.MAIN, "tokenauth", new Origin("192.0.2.7", "test"), Optional.empty());
  }

  private TokenAuthDialect dialect(Duration lifespan) {
    Doorkeeper doorkeeper = new Doorkeeper(store.attempts(), limits(), clock);
    Hasher hasher = hasher();
    PasswordCheck check =
        new PasswordCheck(
            store.accounts(),
            store.credentials(),
            store.attempts(),
            doorkeeper,
            hasher,
            ROLES,
            clock);
    ClientTokens tokens = new ClientTokens(new Mint(new SecureRandom()), lifespan);
    SignedTokens none = (_, _, _) -> new SignedTokens.Reading.Rejected(SignedTokens.Flaw.SEGMENTS);
    NewPassword policy = new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
    return new TokenAuthDialect(
        settings,
        new RailsFraming(() -> 19_114_000L),
        new Prover(store.accounts(), store.grants(), check, none, BATCH, ROLES, clock),
        new SignIn(check, store.grants(), tokens, 10, clock),
        new ChangePassword(check, policy, hasher, store.credentials(), clock),
        tokens::renew,
        new TurnToken(store.grants(), tokens, BATCH, clock));
  }

  private Hasher hasher() {
    return new Hasher() {
      @Override
      public Admission reserve() {
        return desk.get().get();
      }

      @Override
      public void close() {}
    };
  }

  /** Three failures are free. */
  private static LimitSettings limits() {
    LimitSettings standard = LimitSettings.standard();
    return new LimitSettings(
        3,
        standard.freePerAddress(),
        Duration.ofSeconds(1),
        standard.longestWait(),
        standard.mostPerAccount(),
        standard.addressMemory(),
        standard.laneMemory(),
        standard.lettersPerAccount(),
        standard.lettersPerAddress(),
        standard.letterWindow());
  }
}
