package dev.rekey.dialect.devise;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.ProfileDesk;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.session.LookAtAccount;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.Revocation;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.devise.DeviseDialect.Letters;
import dev.rekey.dialect.devise.DeviseDialect.Manners;
import dev.rekey.dialect.devise.DeviseDialect.People;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fields;
import dev.rekey.http.FormBody;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import dev.rekey.jose.HmacSecret;
import dev.rekey.jose.HmacSettings;
import dev.rekey.jose.HmacTokens;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The whole wire with its use cases, without a server, a database, hashes or a real clock. */
final class Scene {

  static final String SECRET = "lab-secret-lab-secret-lab-secret-lab";
  static final String LINK = "https://id.example.org/reset?token=";
  static final String CONFIRM_LINK = "https://id.example.org/confirm?token=";
  static final String UNLOCK_LINK = "https://id.example.org/unlock?token=";
  static final Instant MORNING = Instant.parse("2025-05-29T11:02:20Z");

  static final Map<String, String> LETTIE = Map.of("first_name", "Lettie", "last_name", "Gleason");
  static final Map<String, String> LEMUEL =
      Map.of("first_name", "Lemuel", "last_name", "Bednar", "referral_code", "456119");

  private static final Set<Capability> OWNER =
      EnumSet.range(Capability.SIGN_IN, Capability.CLOSE_OWN_ACCOUNT);

  private static final Roles ROLES =
      new Roles(
          Map.of(
              new Role("user"), OWNER,
              new Role("operator"), OWNER,
              new Role("driver"), OWNER,
              new Role("kiosk"), EnumSet.of(Capability.SIGN_IN)));

  private static final Visit VISIT =
      new Visit(Realm.MAIN, "devise", new Origin("192.0.2.7", "test"), Optional.empty());

  final MemoryStore store = new MemoryStore();
  final ComparingHasher hasher = new ComparingHasher();
  final HmacTokens tokens =
      new HmacTokens(HmacSettings.of(HmacSecret.ofText(SECRET)), new Mint(new SecureRandom()));

  private final FrontDoor door;
  private Instant now = MORNING;
  private Runnable beforeSwap = () -> {};

  Scene() {
    this(settings -> settings);
  }

  Scene(UnaryOperator<Settings> change) {
    Settings settings = change.apply(standard());
    DeviseDialect dialect =
        new DeviseDialect(
            settings,
            new RailsFraming(() -> 19_114_000L),
            () ->
                "_interslice_session=YQ%3D%3D--Yg%3D%3D--Yw%3D%3D; path=/; httponly; samesite=lax",
            useCases(settings));
    door =
        new FrontDoor(
            new Router(List.of(dialect), new FallbackMount()),
            () -> "incident-1",
            () -> 19_114_000L);
  }

  /** As documented, with the people of both documents. */
  static Settings standard() {
    Settings plain = Settings.standard(Realm.MAIN, new TicketLink(LINK + "{token}"));
    return with(plain, plain.manners(), plain.letters());
  }

  static Settings with(Settings plain, Manners manners, Letters letters) {
    return new Settings(
        plain.realm(),
        plain.name(),
        plain.prefix(),
        plain.scope(),
        plain.tokenHeader(),
        manners,
        letters,
        new People(
            new Role("user"),
            Map.of(new Role("operator"), Portraits.OPERATOR, new Role("driver"), Portraits.DRIVER),
            plain.people().others()),
        plain.sessionCookie(),
        plain.origins());
  }

  /** Letters of all kinds, and whoever signs up confirms first. */
  static Letters allLetters() {
    return new Letters(
        new TicketLink(LINK + "{token}"),
        Optional.of(new TicketLink(CONFIRM_LINK + "{token}")),
        true,
        Duration.ofDays(1),
        Optional.of(new TicketLink(UNLOCK_LINK + "{token}")));
  }

  /** The account of document 000. */
  static Scene withOperator() {
    Scene scene = new Scene();
    scene.move(1932, "operator", "lettie.gleason+operator@example.com", "valiD_passw0rd!", LETTIE);
    return scene;
  }

  /** The account of document 001. */
  static Scene withDriver() {
    Scene scene = new Scene();
    scene.move(1872, "driver", "lemuel.bednar+driver@example.com", "before_123!", LEMUEL);
    return scene;
  }

  static Account account(
      long number, String role, String email, Map<String, String> profile, Credential credential) {
    return new Account(
        new AccountId(number),
        Realm.MAIN,
        new WireIds(number, "%024x".formatted(number), "%032x".formatted(number)),
        Logins.of(Optional.of(email), Optional.empty()),
        new Role(role),
        new Profile(profile),
        credential,
        Set.of(),
        Confirmation.none(),
        false,
        Moments.ofBirth(MORNING));
  }

  void move(long number, String role, String email, String password, Map<String, String> profile) {
    NewAccount draft =
        new NewAccount(
            Realm.MAIN,
            Logins.of(Optional.of(email), Optional.empty()),
            new Role(role),
            new Profile(profile),
            Optional.of(hasher.hash(password)),
            true,
            Optional.of(number),
            Optional.empty(),
            Optional.empty());
    store.accounts().create(draft, VISIT, now);
  }

  /** The account that the story is about. */
  Account only() {
    return store.accounts().list(Realm.MAIN, Optional.empty(), 1).getFirst();
  }

  void disable() {
    AuditEntry entry = AuditEntry.of(now, VISIT, only().id(), new Event.AccountDisabled());
    store.accounts().setDisabled(only().id(), true, entry);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** What happens between the reading of a change and its commit, once. */
  void beforeNextSwap(Runnable happening) {
    beforeSwap = happening;
  }

  Response json(String method, String path, String body, String... headers) {
    return send(method, path, body, fields(headers).with("content-type", "application/json"));
  }

  Response form(String method, String path, String body, String... headers) {
    return send(
        method,
        path,
        body,
        fields(headers).with("content-type", "application/x-www-form-urlencoded"));
  }

  Response send(String method, String path, String body, Fields headers) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  Response send(String method, String path, byte[] body, Fields headers) {
    return door.answer(request(method, path, body, headers));
  }

  static Request request(String method, String path, byte[] body, Fields headers) {
    String[] parts = path.split("\\?", 2);
    return new Request(
        "3f43bbda-5604-4186-aee8-a1f8d1ad8628",
        new Origin("192.0.2.7", "test"),
        method,
        parts[0],
        Map.of(),
        parts.length == 1 ? Fields.none() : FormBody.parse(parts[1]).orElse(Fields.none()),
        headers,
        body,
        0);
  }

  /** Signs in and returns the whole value for the next request's authorization field. */
  String signIn(String email, String password) {
    Response response =
        json(
            "POST",
            "/api/v1/users/sign_in",
            "{\"user\":{\"email\":\"%s\",\"password\":\"%s\"}}".formatted(email, password));
    return response.headers().first("authorization").orElseThrow();
  }

  /** Asks for a reset and returns the token from the letter. */
  String ask(String email) {
    json("POST", "/api/v1/users/password", "{\"user\":{\"email\":\"" + email + "\"}}");
    if (store.letters().getLast() instanceof Letter.ResetLink letter) {
      return letter.link().substring(LINK.length());
    }
    throw new AssertionError("no reset letter was posted");
  }

  /** The token of the newest letter that confirms an address. */
  String confirmation() {
    if (store.letters().getLast() instanceof Letter.ConfirmLink letter) {
      return letter.link().substring(CONFIRM_LINK.length());
    }
    throw new AssertionError("no letter that confirms was posted");
  }

  /** A token that this server made, whether or not it admits anybody. */
  String token(HmacTokens maker, Account account, Optional<String> audience) {
    Visit visit = new Visit(Realm.MAIN, "devise", VISIT.origin(), audience);
    return "Bearer " + maker.issue(account, visit, now).token();
  }

  static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static Fields fields(String... namesAndValues) {
    Fields fields = Fields.none();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields = fields.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  private DeviseDialect.UseCases useCases(Settings settings) {
    InstantSource clock = () -> now;
    Accounts accounts = store.accounts();
    Doorkeeper doorkeeper = new Doorkeeper(store.attempts(), limits(), clock);
    PasswordCheck check =
        new PasswordCheck(
            accounts, store.credentials(), store.attempts(), doorkeeper, hasher, ROLES, clock);
    NewPassword newPassword = new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
    TicketOffice office =
        new TicketOffice(
            new Mint(new SecureRandom()),
            new Codes(new Mint(new SecureRandom()), new byte[32]),
            new TicketOffice.Lifetimes(
                Duration.ofHours(6), Duration.ofDays(1), Duration.ofHours(6)));
    ProfileDesk desk = new ProfileDesk(accounts, office, EmailRule.DEVISE);
    ConfirmationRule confirmation =
        new ConfirmationRule(settings.letters().confirmation().map(_ -> Duration.ZERO));
    return new DeviseDialect.UseCases(
        new Prover(
            accounts,
            store.grants(),
            store.tickets(),
            check,
            tokens,
            new Prover.Rules(Duration.ZERO, Revocation.ALLOW_LIST, confirmation),
            ROLES,
            clock),
        new SignIn(check, store.grants(), tokens, 100, confirmation, clock),
        new SignOut(store.grants(), Revocation.ALLOW_LIST, clock),
        new SignUp(
            accounts,
            newPassword,
            hasher,
            doorkeeper,
            office,
            new SignUp.Rules(
                true, new Role("user"), EmailRule.DEVISE, Optional.of(tokens), confirmation),
            clock),
        new CancelAccount(accounts, doorkeeper, clock),
        new ChangePassword(check, newPassword, hasher, credentials(), desk, true, clock),
        new ChangeProfile(accounts, check, desk, clock),
        new AskForLetter(
            accounts,
            store.tickets(),
            store.audit(),
            doorkeeper,
            ROLES,
            office,
            store.alarms(),
            clock),
        new SpendTicket(
            accounts,
            store.tickets(),
            credentials(),
            newPassword,
            hasher,
            doorkeeper,
            ROLES,
            clock),
        new ConfirmEmail(accounts, store.tickets(), clock),
        new Unlock(accounts, store.tickets(), doorkeeper, clock),
        new LookAtAccount(accounts, doorkeeper),
        Optional.of(tokens),
        Optional.empty());
  }

  /** The store's, but for what a test wants to happen before. */
  private Credentials credentials() {
    Credentials real = store.credentials();
    return new Credentials() {
      @Override
      public Commit swap(Swap swap) {
        Runnable happening = beforeSwap;
        beforeSwap = () -> {};
        happening.run();
        return real.swap(swap);
      }

      @Override
      public void remake(AccountId account, PasswordHash old, PasswordHash fresh) {
        real.remake(account, old, fresh);
      }
    };
  }

  /** Three failures are free, and an address may ask for three letters. */
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
        3,
        standard.signUpsPerAddress(),
        standard.letterWindow());
  }
}
