package dev.rekey.dialect.onezone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.account.WireIds;
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
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fields;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dialect behind the front door, with the whole core and fakes for what the core asks of. */
final class Zone {

  static final String OLD = "7bNN89d453za62";
  static final String NEW = "lS1c6FD2mxB2ff";
  static final String PASSWORD_PATH = "/api/v3/onezone/user/password";
  static final String USER_PATH = "/api/v3/onezone/user";
  static final String HEX32 = "f1c8b1a37aa7447b22eb65a742d40524";

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Roles ROLES =
      new Roles(
          Map.of(
              new Role("user"),
              Set.of(Capability.SIGN_IN, Capability.CHANGE_OWN_PASSWORD),
              new Role("child"),
              Set.of(Capability.SIGN_IN)));

  private static final Hasher POOL =
      new HashingPool(
          new HashCost(8, 1, 1), Optional.empty(), 1, 100, Duration.ofHours(1), new SecureRandom());

  final FakeStore store = new FakeStore();
  private Optional<Duration> full = Optional.empty();
  private final FrontDoor door;
  private int people;

  Zone() {
    this(OnezoneDialect.Profile.LINE_21_02);
  }

  Zone(OnezoneDialect.Profile profile) {
    this.door =
        new FrontDoor(
            new Router(List.of(dialect(profile)), new FallbackMount()),
            () -> "k7d2m9x4ab",
            System::nanoTime);
  }

  private OnezoneDialect dialect(OnezoneDialect.Profile profile) {
    InstantSource clock = InstantSource.fixed(NOW);
    Hasher hasher = hasher();
    Doorkeeper doorkeeper = new Doorkeeper(store, LimitSettings.standard(), clock);
    PasswordCheck check = new PasswordCheck(store, store, store, doorkeeper, hasher, ROLES, clock);
    NewPassword policy = new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
    SignedTokens none = (_, _, _) -> new SignedTokens.Reading.Rejected(SignedTokens.Flaw.SEGMENTS);
    return new OnezoneDialect(
        new OnezoneDialect.Settings("/api/v3/onezone", Realm.MAIN, "onezone", profile),
        new Prover(store, store, check, none, Duration.ZERO, ROLES, clock),
        new ChangePassword(check, policy, hasher, store, clock));
  }

  /** There is no slot from now on. */
  void overload(Duration retryAfter) {
    full = Optional.of(retryAfter);
  }

  private Hasher hasher() {
    return new Hasher() {
      @Override
      public Admission reserve() {
        return full.<Admission>map(Full::new).orElseGet(POOL::reserve);
      }

      @Override
      public void close() {}
    };
  }

  /** Somebody whose password is {@link #OLD} and who may change it. */
  void user(String username) {
    person(username, "user", Optional.of(OLD), true, false);
  }

  void person(
      String username,
      String role,
      Optional<String> password,
      boolean passwordLogin,
      boolean disabled) {
    people++;
    store.put(
        new Account(
            new AccountId(people),
            Realm.MAIN,
            new WireIds(people, "0".repeat(24), HEX32),
            Logins.of(Optional.of(username + "@example.com"), Optional.of(username)),
            new Role(role),
            new Profile(Map.of("first_name", "Rudolf", "last_name", "Lingens")),
            new Credential(password.map(this::seal), 1, passwordLogin, Optional.of(NOW)),
            disabled,
            NOW,
            NOW));
  }

  private PasswordHash seal(String password) {
    if (!(POOL.reserve() instanceof Hasher.Slot slot)) {
      throw new IllegalStateException("a hasher without work has a slot");
    }
    try (slot) {
      return slot.seal(Password.of(password));
    }
  }

  /** Changes the password over the wire. */
  Response change(Fields headers, String body) {
    return ask("PATCH", PASSWORD_PATH, headers, body.getBytes(UTF_8));
  }

  Response ask(String method, String path, Fields headers, byte... body) {
    return door.answer(request(method, path, headers, body));
  }

  static Request request(String method, String path, Fields headers, byte... body) {
    return new Request(
        "r",
        new Origin("127.0.0.1", "test"),
        method,
        path,
        Map.of(),
        Fields.none(),
        headers,
        body,
        0);
  }

  static Fields json() {
    return Fields.none().with("content-type", "application/json");
  }

  static Fields basic(String name, String password) {
    return Fields.none().with("authorization", "Basic " + base64(name + ':' + password));
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  static String wish(String oldPassword, String newPassword) {
    return "{\"oldPassword\":\"" + oldPassword + "\",\"newPassword\":\"" + newPassword + "\"}";
  }

  static String text(Response response) {
    return new String(response.body(), UTF_8);
  }
}
