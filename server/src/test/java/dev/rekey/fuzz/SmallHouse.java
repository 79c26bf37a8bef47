package dev.rekey.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.letter.Letter;
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
import dev.rekey.core.reset.AskForReset;
import dev.rekey.core.reset.ResetLink;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.FirstStart;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.devise.DeviseDialect;
import dev.rekey.dialect.ocariot.OcariotDialect;
import dev.rekey.dialect.onezone.OnezoneDialect;
import dev.rekey.dialect.tokenauth.TokenAuthDialect;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Mount;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import dev.rekey.jose.HmacSecret;
import dev.rekey.jose.HmacSettings;
import dev.rekey.jose.HmacTokens;
import dev.rekey.jose.RsaKeys;
import dev.rekey.jose.RsaSettings;
import dev.rekey.jose.RsaTokens;
import dev.rekey.web.SetupPages;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All wires and the pages with the whole core, over a store in memory and cheap hashes: one house a
 * request. Somebody lives in it, and {@link #furnish} writes their credentials into a request.
 */
final class SmallHouse {

  private static final String SETUP_TOKEN = "VXnZG0o9v-_yrxJRVEKovg";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private static final String LINK = "https://id.example.org/reset?token=";
  private static final Visit VISIT =
      new Visit(Realm.MAIN, "fuzz", new Origin("192.0.2.7", ""), Optional.empty());
  private static final Set<Capability> OWNER =
      EnumSet.of(Capability.SIGN_IN, Capability.CHANGE_OWN_PASSWORD, Capability.RESET_OWN_PASSWORD);
  private static final Roles ROLES =
      new Roles(
          Map.of(
              new Role("admin"),
              EnumSet.allOf(Capability.class),
              new Role("operator"),
              OWNER,
              new Role("child"),
              Set.of(Capability.SIGN_IN)));

  /** Everything is one batch: a refusal turns no token. */
  private static final Duration BATCH = Duration.ofSeconds(5);

  private static final HashingPool POOL =
      new HashingPool(new HashCost(8, 1, 1), Optional.empty(), 1, 100, Duration.ofHours(1), RANDOM);
  private static final NewPassword POLICY =
      new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
  private static final Mint MINT = new Mint(RANDOM);
  private static final HmacTokens HMAC =
      new HmacTokens(
          HmacSettings.of(HmacSecret.ofText("a-secret-that-no-corpus-was-signed-with")), MINT);
  private static final RsaTokens RSA =
      new RsaTokens(RsaSettings.of(RsaKeys.generate(RANDOM), OcariotDialect::scopesOf));
  private static final ClientTokens ROTATING = new ClientTokens(MINT, ClientTokens.LIFESPAN);
  private static final SignedTokens NONE =
      (_, _, _) -> new SignedTokens.Reading.Rejected(SignedTokens.Flaw.SEGMENTS);

  private final MemoryStore store = new MemoryStore();
  private final Doorkeeper doorkeeper =
      new Doorkeeper(store.attempts(), LimitSettings.standard(), CLOCK);
  private final PasswordCheck check =
      new PasswordCheck(
          store.accounts(), store.credentials(), store.attempts(), doorkeeper, POOL, ROLES, CLOCK);
  private final ChangePassword changePassword =
      new ChangePassword(check, POLICY, POOL, store.credentials(), CLOCK);
  private final FrontDoor door =
      new FrontDoor(Router.of(mounts()), () -> "an incident", () -> 19_114_000L);

  /** A house in which an operator, an administrator and a child live. */
  static SmallHouse inhabited() {
    SmallHouse house = new SmallHouse();
    house.person("lettie", "operator");
    house.person("root", "admin");
    house.person("kid", "child");
    return house;
  }

  /** A house before its first administrator. */
  static SmallHouse empty() {
    return new SmallHouse();
  }

  List<Mount> mounts() {
    return List.of(devise(), ocariot(), onezone(), tokenAuth(), pages());
  }

  Response answer(Request request) {
    return door.answer(request);
  }

  /** What no refused request may change. */
  List<Object> standing() {
    List<Account> accounts = store.accounts().list(Realm.MAIN, Optional.empty(), 10);
    return List.of(
        accounts,
        accounts.stream().map(one -> store.grants().of(one.id(), CLOCK.instant())).toList(),
        store.letters());
  }

  /** Puts good credentials where the bytes name them, such as {@code {{jwt}}}. */
  byte[] furnish(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    if (!text.contains("{{")) {
      return bytes;
    }
    text = replace(text, "{{jwt}}", () -> signIn("lettie", HMAC));
    text = replace(text, "{{rsa}}", () -> signIn("lettie", RSA));
    text = replace(text, "{{admin}}", () -> signIn("root", RSA));
    text = replace(text, "{{kid}}", () -> signIn("kid", RSA));
    text = replace(text, "{{ticket}}", this::askForTicket);
    if (text.contains("{{token}}")) {
      Issued issued = issued("lettie", ROTATING);
      text = text.replace("{{token}}", issued.token());
      text = text.replace("{{client}}", issued.grant().ref().key());
    }
    return text.getBytes(ISO_8859_1);
  }

  private static String replace(String text, String name, Supplier<String> value) {
    return text.contains(name) ? text.replace(name, value.get()) : text;
  }

  private void person(String name, String role) {
    NewAccount draft =
        new NewAccount(
            Realm.MAIN,
            Logins.of(Optional.of(name + "@example.com"), Optional.of(name)),
            new Role(role),
            new Profile(Map.of("first_name", "Lettie", "last_name", "Gleason")),
            Optional.of(sealed()),
            true,
            Optional.empty(),
            name.equals("lettie") ? Optional.of("5a62be07de34500146d9c544") : Optional.empty(),
            Optional.empty());
    store.accounts().create(draft, VISIT, CLOCK.instant());
  }

  private static PasswordHash sealed() {
    if (!(POOL.reserve() instanceof Hasher.Slot slot)) {
      throw new AssertionError("a pool without work has a slot");
    }
    try (slot) {
      return slot.seal(Password.of("first lighthouse"));
    }
  }

  private String signIn(String name, Issuer issuer) {
    return issued(name, issuer).token();
  }

  private Issued issued(String name, Issuer issuer) {
    SignIn.Command command = new SignIn.Command(name, Password.of("first lighthouse"), VISIT);
    if (signIn(issuer).handle(command) instanceof SignIn.Outcome.SignedIn(var _, var issued)) {
      return issued;
    }
    throw new AssertionError(name + " is not let in");
  }

  private String askForTicket() {
    askForReset()
        .handle(
            new AskForReset.Command("lettie@example.com", new ResetLink(LINK + "{token}"), VISIT));
    if (store.letters().getLast() instanceof Letter.ResetLink letter) {
      return letter.link().substring(LINK.length());
    }
    throw new AssertionError("no letter was posted");
  }

  private DeviseDialect devise() {
    return new DeviseDialect(
        DeviseDialect.Settings.standard(Realm.MAIN, new ResetLink(LINK + "{token}")),
        new RailsFraming(() -> 19_114_000L),
        () -> "_interslice_session=YQ; path=/; httponly; samesite=lax",
        prover(HMAC),
        signIn(HMAC),
        changePassword,
        askForReset(),
        new SpendTicket(
            store.accounts(),
            store.tickets(),
            store.credentials(),
            POLICY,
            POOL,
            doorkeeper,
            ROLES,
            CLOCK),
        HMAC);
  }

  private OcariotDialect ocariot() {
    return new OcariotDialect(
        OcariotDialect.Settings.standard(Realm.MAIN),
        prover(RSA),
        signIn(RSA),
        changePassword,
        new SetPassword(store.accounts(), store.credentials(), POLICY, POOL, doorkeeper, CLOCK));
  }

  private OnezoneDialect onezone() {
    return new OnezoneDialect(
        OnezoneDialect.Settings.standard(Realm.MAIN), prover(NONE), changePassword);
  }

  private TokenAuthDialect tokenAuth() {
    return new TokenAuthDialect(
        TokenAuthDialect.Settings.standard(),
        new RailsFraming(() -> 19_114_000L),
        prover(NONE),
        signIn(ROTATING),
        changePassword,
        ROTATING::renew,
        new TurnToken(store.grants(), ROTATING, BATCH, CLOCK));
  }

  private SetupPages pages() {
    CreateAccount createAccount = new CreateAccount(store.accounts(), POLICY, POOL, ROLES, CLOCK);
    return new SetupPages(
        new FirstStart(store.accounts(), createAccount, Optional.of(TokenDigest.of(SETUP_TOKEN))));
  }

  private Prover prover(SignedTokens tokens) {
    return new Prover(store.accounts(), store.grants(), check, tokens, BATCH, ROLES, CLOCK);
  }

  private SignIn signIn(Issuer issuer) {
    return new SignIn(check, store.grants(), issuer, 10, CLOCK);
  }

  private AskForReset askForReset() {
    return new AskForReset(
        store.accounts(),
        store.tickets(),
        store.audit(),
        doorkeeper,
        ROLES,
        MINT,
        Duration.ofHours(6),
        CLOCK);
  }
}
