package dev.rekey.dialect.ocariot;

import static dev.rekey.core.account.Capability.CHANGE_OWN_PASSWORD;
import static dev.rekey.core.account.Capability.SET_PASSWORDS;
import static dev.rekey.core.account.Capability.SIGN_IN;

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
import dev.rekey.core.policy.Blocklist;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fields;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Json;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The dialect behind the front door, with the whole core and fakes for what the core asks of. */
final class Gateway {

  static final String PASSWORD = "old_password_here";
  static final String NEXT = "new_password_here";

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Set<Capability> GROWN_UP = Set.of(SIGN_IN, CHANGE_OWN_PASSWORD);
  private static final Roles ROLES =
      new Roles(
          Map.of(
              new Role("admin"),
              Set.of(SIGN_IN, CHANGE_OWN_PASSWORD, SET_PASSWORDS),
              new Role("educator"),
              GROWN_UP,
              new Role("healthprofessional"),
              GROWN_UP,
              new Role("family"),
              GROWN_UP,
              new Role("child"),
              Set.of(SIGN_IN),
              new Role("application"),
              Set.of(SIGN_IN)));

  final FakeStore store = new FakeStore();
  final FakeHasher hasher = new FakeHasher();
  final FakeTokens tokens = new FakeTokens();
  final FrontDoor door;
  private int people;

  Gateway() {
    InstantSource clock = InstantSource.fixed(NOW);
    Doorkeeper doorkeeper = new Doorkeeper(store, LimitSettings.standard(), clock);
    PasswordCheck check = new PasswordCheck(store, store, store, doorkeeper, hasher, ROLES, clock);
    NewPassword newPassword =
        new NewPassword(PasswordPolicy.standard(PolicySettings.standard(), Blocklist.none()));
    OcariotDialect dialect =
        new OcariotDialect(
            OcariotDialect.Settings.standard(Realm.MAIN),
            new Prover(store, store, check, tokens, Duration.ZERO, ROLES, clock),
            new SignIn(check, store, tokens, 10, clock),
            new ChangePassword(check, newPassword, hasher, store, clock),
            new SetPassword(store, store, newPassword, hasher, doorkeeper, clock));
    this.door =
        new FrontDoor(
            new Router(List.of(dialect), new FallbackMount()), () -> "k7d2", System::nanoTime);
  }

  /** Somebody new, called by the role and a number, whose password is {@link #PASSWORD}. */
  Account person(String role) {
    people++;
    Credential credential =
        new Credential(Optional.of(hasher.seal(PASSWORD)), 1, true, Optional.of(NOW));
    Account account =
        new Account(
            new AccountId(people),
            Realm.MAIN,
            new WireIds(people, "5a62be07de34500146d9c5%02x".formatted(people), "0".repeat(32)),
            Logins.of(Optional.empty(), Optional.of(role + people)),
            new Role(role),
            Profile.empty(),
            credential,
            false,
            NOW,
            NOW);
    store.put(account);
    return account;
  }

  /** The token of a fresh sign-in. */
  String token(Account account) {
    Response response = signIn(account.logins().display(), PASSWORD);
    return body(response).get("access_token").stringValue();
  }

  Response signIn(String username, String password) {
    return ask(
        "POST",
        "/v1/auth",
        json(),
        "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
  }

  Response change(String token, String id, String body) {
    return ask("PUT", "/v1/users/" + id + "/password", bearer(token), body);
  }

  Response reset(String token, String id, String body) {
    return ask("POST", "/v1/users/" + id + "/reset-password", bearer(token), body);
  }

  Response ask(String method, String path, Fields headers, String body) {
    return ask(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  Response ask(String method, String path, Fields headers, byte[] body) {
    return door.answer(request(method, path, headers, body));
  }

  static Request request(String method, String path, Fields headers, byte[] body) {
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

  static Fields bearer(String token) {
    return json().with("authorization", "Bearer " + token);
  }

  static String change(String old, String next) {
    return "{\"old_password\":\"" + old + "\",\"new_password\":\"" + next + "\"}";
  }

  static JsonNode body(Response response) {
    return switch (Json.parse(response.body())) {
      case Json.Parsed.Value(JsonNode node) -> node;
      case Json.Parsed.Unreadable() -> throw new AssertionError("the answer is no JSON");
    };
  }

  static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
