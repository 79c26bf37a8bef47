package dev.rekey.dialect.devise;

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
import dev.rekey.core.letter.Letter;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.reset.AskForReset;
import dev.rekey.core.reset.ResetLink;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fields;
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
  static final Instant MORNING = Instant.parse("2025-05-29T11:02:20Z");

  private static final Set<Capability> OWNER =
      EnumSet.of(Capability.SIGN_IN, Capability.CHANGE_OWN_PASSWORD, Capability.RESET_OWN_PASSWORD);

  final Memory memory = new Memory();
  final ComparingHasher hasher = new ComparingHasher();
  final HmacTokens tokens =
      new HmacTokens(HmacSettings.of(HmacSecret.ofText(SECRET)), new Mint(new SecureRandom()));

  private final FrontDoor door;
  private Instant now = MORNING;

  Scene() {
    this(settings -> settings);
  }

  Scene(UnaryOperator<Settings> change) {
    door =
        new FrontDoor(
            new Router(List.of(dialect(change.apply(standard()))), new FallbackMount()),
            () -> "incident-1",
            () -> 19_114_000L);
  }

  static Settings standard() {
    return Settings.standard(Realm.MAIN, new ResetLink(LINK + "{token}"));
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

  static final Map<String, String> LETTIE = Map.of("first_name", "Lettie", "last_name", "Gleason");
  static final Map<String, String> LEMUEL =
      Map.of("first_name", "Lemuel", "last_name", "Bednar", "referral_code", "456119");

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
        false,
        MORNING,
        MORNING);
  }

  void move(long number, String role, String email, String password, Map<String, String> profile) {
    Credential credential =
        new Credential(Optional.of(hasher.hash(password)), 1, true, Optional.of(MORNING));
    memory.put(account(number, role, email, profile, credential));
  }

  void pass(Duration time) {
    now = now.plus(time);
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
    return new Request(
        "3f43bbda-5604-4186-aee8-a1f8d1ad8628",
        new Origin("192.0.2.7", "test"),
        method,
        path,
        Map.of(),
        Fields.none(),
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
    if (memory.letters().getLast() instanceof Letter.ResetLink letter) {
      return letter.link().substring(LINK.length());
    }
    throw new AssertionError("no reset letter was posted");
  }

  /** A token that this server made, whether or not it admits anybody. */
  String token(HmacTokens maker, Account account, Optional<String> audience) {
    Visit visit = new Visit(Realm.MAIN, "devise", new Origin("192.0.2.7", "test"), audience);
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

  private DeviseDialect dialect(Settings settings) {
    Roles roles =
        new Roles(
            Map.of(
                role("operator"),
                OWNER,
                role("driver"),
                OWNER,
                role("kiosk"),
                EnumSet.of(Capability.SIGN_IN)));
    Doorkeeper doorkeeper = new Doorkeeper(memory, limits(), () -> now);
    PasswordCheck check =
        new PasswordCheck(memory, memory, memory, doorkeeper, hasher, roles, () -> now);
    NewPassword newPassword = new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
    return new DeviseDialect(
        settings,
        new RailsFraming(() -> 19_114_000L),
        () -> "_interslice_session=YQ%3D%3D--Yg%3D%3D--Yw%3D%3D; path=/; httponly; samesite=lax",
        new Prover(memory, memory, check, tokens, Duration.ZERO, roles, () -> now),
        new SignIn(check, memory, tokens, 100, () -> now),
        new ChangePassword(check, newPassword, hasher, memory, () -> now),
        new AskForReset(
            memory,
            memory,
            memory,
            doorkeeper,
            roles,
            new Mint(new SecureRandom()),
            Duration.ofHours(6),
            () -> now),
        new SpendTicket(memory, memory, memory, newPassword, hasher, doorkeeper, roles, () -> now),
        tokens);
  }

  private static Role role(String name) {
    return new Role(name);
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
        standard.letterWindow());
  }
}
