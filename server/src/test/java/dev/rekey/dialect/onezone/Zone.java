package dev.rekey.dialect.onezone;

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
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.ProfileDesk;
import dev.rekey.core.delegation.EditToken;
import dev.rekey.core.delegation.EndTokens;
import dev.rekey.core.delegation.FindToken;
import dev.rekey.core.delegation.IssueToken;
import dev.rekey.core.delegation.ListTokens;
import dev.rekey.core.delegation.SeeGeneration;
import dev.rekey.core.delegation.ShowTokens;
import dev.rekey.core.delegation.VerifyToken;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.macaroon.Bakery;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.HashingPool;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.MacaroonCheck;
import dev.rekey.core.proof.MacaroonProver;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.FindAccount;
import dev.rekey.core.steward.ListAccounts;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.store.Ports;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.onezone.OnezoneDialect.OwnDeeds;
import dev.rekey.dialect.onezone.OnezoneDialect.Proofs;
import dev.rekey.dialect.onezone.OnezoneDialect.Settings;
import dev.rekey.dialect.onezone.OnezoneDialect.StewardDeeds;
import dev.rekey.dialect.onezone.OnezoneDialect.TokenDeeds;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dialect behind the front door, with the whole core on a store in memory. */
final class Zone {

  static final String OLD = "7bNN89d453za62";
  static final String NEW = "lS1c6FD2mxB2ff";
  static final String PREFIX = "/api/v3/onezone";
  static final String PASSWORD_PATH = PREFIX + "/user/password";
  static final String USER_PATH = PREFIX + "/user";
  static final String HEX32 = "f1c8b1a37aa7447b22eb65a742d40524";
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final Duration LONGEST = Duration.ofDays(30);
  static final int MOST = 5;

  static final Roles ROLES =
      new Roles(
          Map.of(
              new Role("admin"),
              EnumSet.allOf(Capability.class),
              new Role("user"),
              EnumSet.range(Capability.SIGN_IN, Capability.CLOSE_OWN_ACCOUNT),
              new Role("child"),
              Set.of(Capability.SIGN_IN)));

  private static final Hasher POOL =
      new HashingPool(
          new HashCost(8, 1, 1), Optional.empty(), 1, 100, Duration.ofHours(1), new SecureRandom());

  final MemoryStore store = new MemoryStore();
  private final Ports ports = store.ports();
  private final Mint mint = new Mint(new SecureRandom());
  private final Bakery bakery = new Bakery(new byte[32], "zone.example.org");
  private final boolean endsOthers;
  private Instant now = NOW;
  private Optional<Duration> full = Optional.empty();
  private int slotsUntilMeanwhile;
  private Runnable meanwhile = () -> {};
  private final OnezoneDialect dialect;
  private final FrontDoor door;

  Zone() {
    this(OnezoneDialect.Profile.LINE_21_02);
  }

  Zone(OnezoneDialect.Profile profile) {
    this(profile, true);
  }

  Zone(OnezoneDialect.Profile profile, boolean endsOthers) {
    this.endsOthers = endsOthers;
    this.dialect = dialect(profile);
    this.door =
        new FrontDoor(
            new Router(List.of(dialect), new FallbackMount()),
            () -> "k7d2m9x4ab",
            System::nanoTime);
  }

  OnezoneDialect dialect() {
    return dialect;
  }

  static Settings settings(OnezoneDialect.Profile profile) {
    return new Settings(
        PREFIX,
        Realm.MAIN,
        "onezone",
        profile,
        new Role("user"),
        new OnezoneDialect.Zone("Example zone", "zone.example.org", "https://zone.example.org"));
  }

  private OnezoneDialect dialect(OnezoneDialect.Profile profile) {
    InstantSource clock = () -> now;
    Hasher hasher = hasher();
    Doorkeeper doorkeeper = new Doorkeeper(ports.attempts(), LimitSettings.standard(), clock);
    PasswordCheck check =
        new PasswordCheck(
            ports.accounts(),
            ports.credentials(),
            ports.attempts(),
            doorkeeper,
            hasher,
            ROLES,
            clock);
    NewPassword policy = new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
    SignedTokens none = (_, _, _) -> new SignedTokens.Reading.Rejected(SignedTokens.Flaw.SEGMENTS);
    MacaroonCheck macaroons = new MacaroonCheck(ports.grants(), store.namedTokens(), bakery, ROLES);
    Prover prover =
        new Prover(
            ports.accounts(),
            ports.grants(),
            ports.tickets(),
            check,
            none,
            Prover.Rules.standard(),
            ROLES,
            clock);
    return new OnezoneDialect(
        settings(profile),
        new Proofs(prover, new MacaroonProver(macaroons, ROLES, clock)),
        own(check, policy, hasher, doorkeeper, clock),
        steward(policy, hasher, doorkeeper, clock),
        tokens(macaroons, clock));
  }

  private OwnDeeds own(
      PasswordCheck check,
      NewPassword policy,
      Hasher hasher,
      Doorkeeper doorkeeper,
      InstantSource clock) {
    Duration day = Duration.ofDays(1);
    TicketOffice office =
        new TicketOffice(
            mint, new Codes(mint, new byte[32]), new TicketOffice.Lifetimes(day, day, day));
    ProfileDesk desk = new ProfileDesk(ports.accounts(), office, EmailRule.DEVISE);
    return new OwnDeeds(
        new ChangePassword(check, policy, hasher, ports.credentials(), desk, endsOthers, clock),
        new ChangeProfile(ports.accounts(), check, desk, clock),
        new CancelAccount(ports.accounts(), doorkeeper, clock));
  }

  private StewardDeeds steward(
      NewPassword policy, Hasher hasher, Doorkeeper doorkeeper, InstantSource clock) {
    return new StewardDeeds(
        new FindAccount(ports.accounts()),
        new ListAccounts(ports.accounts()),
        new CreateAccount(ports.accounts(), policy, hasher, ROLES, clock),
        new EditAccount(ports.accounts(), ROLES, EmailRule.DEVISE, clock),
        new SetPassword(ports.accounts(), ports.credentials(), policy, hasher, doorkeeper, clock),
        new DisableAccount(ports.accounts(), clock),
        new DeleteAccount(ports.accounts(), doorkeeper, clock),
        () -> mint.uuid().toString());
  }

  private TokenDeeds tokens(MacaroonCheck macaroons, InstantSource clock) {
    return new TokenDeeds(
        new IssueToken(
            store.namedTokens(), bakery, mint, new IssueToken.Rules(LONGEST, MOST), clock),
        new FindToken(ports.accounts(), store.namedTokens(), bakery, clock),
        new ShowTokens(bakery, ports.audit(), clock),
        new ListTokens(store.namedTokens(), clock),
        new EditToken(store.namedTokens(), clock),
        new EndTokens(ports.grants(), store.namedTokens(), clock),
        new SeeGeneration(store.namedTokens()),
        new VerifyToken(macaroons, clock));
  }

  /** There is no slot from now on. */
  void overload(Duration retryAfter) {
    full = Optional.of(retryAfter);
  }

  /** Something else happens just before this slot, counted from the next, is taken. */
  void meanwhile(int slot, Runnable deed) {
    slotsUntilMeanwhile = slot;
    meanwhile = deed;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  private Hasher hasher() {
    return new Hasher() {
      @Override
      public Admission reserve(Source source) {
        if (slotsUntilMeanwhile > 0 && --slotsUntilMeanwhile == 0) {
          meanwhile.run();
        }
        return full.<Admission>map(Full::new).orElseGet(() -> POOL.reserve(source));
      }

      @Override
      public void close() {}
    };
  }

  /** Somebody whose password is {@link #OLD} and who may change it. */
  Account user(String username) {
    return person(username, "user", Optional.of(OLD), true, false);
  }

  Account admin(String username) {
    return person(username, "admin", Optional.of(OLD), true, false);
  }

  Account person(
      String username,
      String role,
      Optional<String> password,
      boolean passwordLogin,
      boolean disabled) {
    Logins logins = Logins.of(Optional.of(username + "@example.com"), Optional.of(username));
    return person(logins, role, password, passwordLogin, disabled);
  }

  Account person(
      Logins logins,
      String role,
      Optional<String> password,
      boolean passwordLogin,
      boolean disabled) {
    boolean first = ports.accounts().count(Realm.MAIN) == 0;
    NewAccount draft =
        new NewAccount(
            Realm.MAIN,
            logins,
            new Role(role),
            new Profile(Map.of("first_name", "Rudolf", "last_name", "Lingens")),
            password.map(this::seal),
            passwordLogin,
            Optional.empty(),
            Optional.empty(),
            Optional.of(HEX32).filter(_ -> first));
    Visit visit = new Visit(Realm.MAIN, "test", new Origin("local", "test"), Optional.empty());
    if (!(ports.accounts().create(draft, visit, NOW) instanceof Creation.Created(Account made))) {
      throw new IllegalStateException(logins + " cannot be made");
    }
    if (disabled) {
      ports
          .accounts()
          .setDisabled(
              made.id(), true, AuditEntry.of(NOW, visit, made.id(), new Event.AccountDisabled()));
    }
    return made;
  }

  /** How often a password was changed so far. */
  long changes() {
    return store.trail().stream()
        .filter(entry -> entry.event() instanceof Event.PasswordChanged)
        .count();
  }

  private PasswordHash seal(String password) {
    if (!(POOL.reserve(Source.house()) instanceof Hasher.Slot slot)) {
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

  /** Asks under the prefix, with a body of JSON if there is any. */
  Response send(String method, String path, Fields credentials, String body) {
    return body.isEmpty()
        ? ask(method, PREFIX + path, credentials)
        : ask(
            method,
            PREFIX + path,
            credentials.with("content-type", "application/json"),
            body.getBytes(UTF_8));
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

  static Fields token(String token) {
    return Fields.none().with("x-auth-token", token);
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
