package dev.rekey.dialect.ocariot;

import static dev.rekey.core.account.Capability.CHANGE_OWN_PASSWORD;
import static dev.rekey.core.account.Capability.EDIT_OWN_PROFILE;
import static dev.rekey.core.account.Capability.SIGN_IN;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.MemoryRoster;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fields;
import dev.rekey.http.FormBody;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Json;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The dialect behind the front door, with the whole core and what it asks of in memory. */
final class Gateway {

  static final String PASSWORD = "old_password_here";
  static final String NEXT = "new_password_here";
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final Set<Capability> GROWN_UP =
      Set.of(SIGN_IN, CHANGE_OWN_PASSWORD, EDIT_OWN_PROFILE);

  private static final Roles ROLES =
      new Roles(
          Map.of(
              new Role("admin"),
              Set.of(Capability.values()),
              new Role("educator"),
              GROWN_UP,
              new Role("healthprofessional"),
              GROWN_UP,
              new Role("family"),
              GROWN_UP,
              new Role("child"),
              Set.of(SIGN_IN),
              new Role("application"),
              Set.of(SIGN_IN),
              new Role("operator"),
              Set.of(Capability.values())));

  final MemoryStore store = new MemoryStore();
  final MemoryRoster roster = new MemoryRoster(store);
  final FakeHasher hasher = new FakeHasher();
  final FakeTokens tokens = new FakeTokens();
  final FrontDoor door;
  private boolean overtaken;
  private int people;

  Gateway() {
    this(ROLES);
  }

  /** Where the roles may do other things than usual. */
  Gateway(Roles roles) {
    OcariotDialect dialect =
        new Backroom(store, roster, hasher, tokens, new Race(), roles).dialect();
    this.door =
        new FrontDoor(
            new Router(List.of(dialect), new FallbackMount()), () -> "k7d2", System::nanoTime);
  }

  /** The usual roles, one of them without something. */
  static Gateway without(String role, Capability... capabilities) {
    Map<Role, Set<Capability>> all = new HashMap<>(ROLES.capabilities());
    Set<Capability> fewer = new HashSet<>(all.get(new Role(role)));
    List.of(capabilities).forEach(fewer::remove);
    all.put(new Role(role), fewer);
    return new Gateway(new Roles(all));
  }

  /** Changes that somebody else may be quicker with. */
  private final class Race implements Credentials {

    @Override
    public Commit swap(Swap swap) {
      return overtaken ? Commit.OVERTAKEN : store.credentials().swap(swap);
    }

    @Override
    public void remake(AccountId account, PasswordHash old, PasswordHash fresh) {
      store.credentials().remake(account, old, fresh);
    }
  }

  /** Somebody else will be quicker from now on. */
  void overtake() {
    overtaken = true;
  }

  void disable(Account account) {
    store.accounts().setDisabled(account.id(), true, entry(new Event.AccountDisabled()));
  }

  void remove(Account account) {
    store.accounts().delete(account.id(), Sequel.of(entry(new Event.AccountDeleted())));
  }

  /** Somebody new, called by the role and a number, whose password is {@link #PASSWORD}. */
  Account person(String role) {
    people++;
    NewAccount draft =
        new NewAccount(
            Realm.MAIN,
            Logins.of(Optional.empty(), Optional.of(role + people)),
            new Role(role),
            Profile.empty(),
            Optional.of(hasher.seal(PASSWORD)),
            true,
            Optional.empty(),
            Optional.of("5a62be07de34500146d9c5%02x".formatted(people)),
            Optional.empty());
    return ((Creation.Created) store.accounts().create(draft, visit(), NOW)).account();
  }

  Account account(String username) {
    return store.accounts().findByLogin(Realm.MAIN, username).orElseThrow();
  }

  /** The token of a fresh sign-in. */
  String token(Account account) {
    Response response = signIn(account.logins().display(), PASSWORD);
    return body(response).get("access_token").stringValue();
  }

  /** The token of somebody new. */
  String tokenOf(String role) {
    return token(person(role));
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

  /** Somebody with a token asks for something below the prefix. */
  Response as(String token, String method, String path, String body) {
    return ask(method, "/v1" + path, bearer(token), body);
  }

  Response get(String token, String path) {
    return as(token, "GET", path, "");
  }

  Response ask(String method, String path, Fields headers, String body) {
    return ask(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  Response ask(String method, String path, Fields headers, byte[] body) {
    return door.answer(request(method, path, headers, body));
  }

  /**
   * @param path with its query, if there is one
   */
  static Request request(String method, String path, Fields headers, byte[] body) {
    int mark = path.indexOf('?');
    return new Request(
        "r",
        new Origin("127.0.0.1", "test"),
        method,
        mark < 0 ? path : path.substring(0, mark),
        Map.of(),
        mark < 0 ? Fields.none() : FormBody.parse(path.substring(mark + 1)).orElseThrow(),
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

  private static AuditEntry entry(Event event) {
    return new AuditEntry(NOW, visit(), Optional.empty(), Optional.empty(), event);
  }

  private static Visit visit() {
    return new Visit(Realm.MAIN, "test", new Origin("127.0.0.1", ""), Optional.empty());
  }
}
