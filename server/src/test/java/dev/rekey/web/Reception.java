package dev.rekey.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.HashingPool;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.Source;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.FirstStart;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import dev.rekey.page.Dressing;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A first start of which somebody has the link. */
final class Reception {

  static final String TOKEN = "VXnZG0o9v-_yrxJRVEKovg";
  static final String LINK = SetupPages.PREFIX + '/' + TOKEN;
  static final String SECRET = "yellow submarine";

  private static final Roles ROLES =
      new Roles(Map.of(FirstStart.ADMIN, EnumSet.allOf(Capability.class)));

  private static final Hasher POOL =
      new HashingPool(
          new HashCost(8, 1, 1), Optional.empty(), 1, 100, Duration.ofHours(1), new SecureRandom());

  final MemoryStore store = new MemoryStore();
  private final SetupPages pages;
  private final FrontDoor door;
  private Optional<Duration> full = Optional.empty();

  Reception() {
    this(ROLES);
  }

  Reception(Roles roles) {
    NewPassword policy = new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
    CreateAccount createAccount =
        new CreateAccount(
            store.accounts(), policy, hasher(), roles, InstantSource.fixed(Instant.EPOCH));
    FirstStart firstStart =
        new FirstStart(store.accounts(), createAccount, Optional.of(TokenDigest.of(TOKEN)));
    this.pages = new SetupPages(firstStart, "https://id.example.org", new Dressing());
    this.door =
        new FrontDoor(new Router(List.of(pages), new FallbackMount()), () -> "k7d2m9x4ab", () -> 0);
  }

  /** There is no slot from now on. */
  void overload(Duration retryAfter) {
    full = Optional.of(retryAfter);
  }

  Response open(String path) {
    return ask("GET", path, Fields.none(), "");
  }

  /** Sends the form as a browser would. */
  Response submit(String username, String email, String password) {
    return submit(
        "username=%s&email=%s&password=%s"
            .formatted(encoded(username), encoded(email), encoded(password)));
  }

  Response submit(String body) {
    return ask(
        "POST",
        LINK,
        Fields.none().with("content-type", "application/x-www-form-urlencoded"),
        body);
  }

  Response ask(String method, String path, Fields headers, String body) {
    return door.answer(request(method, path, headers, body));
  }

  Response fault(Fault fault) {
    return pages.fault(request("GET", LINK, Fields.none(), ""), fault);
  }

  private static Request request(String method, String path, Fields headers, String body) {
    return new Request(
        "r",
        new Origin("192.0.2.7", "test"),
        method,
        path,
        Map.of(),
        Fields.none(),
        headers,
        body.getBytes(UTF_8),
        0);
  }

  List<Account> accounts() {
    return store.accounts().list(Realm.MAIN, Optional.empty(), 10);
  }

  boolean isPasswordOf(Account account, String password) {
    if (!(POOL.reserve(Source.house()) instanceof Hasher.Slot slot)) {
      throw new AssertionError("a pool without work has a slot");
    }
    try (slot) {
      return slot.verify(Password.of(password), account.credential().hash())
          == Hasher.Verdict.MATCH;
    }
  }

  static String text(Response response) {
    return new String(response.body(), UTF_8);
  }

  static boolean hasForm(Response response) {
    return text(response).contains("<form");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private Hasher hasher() {
    return new Hasher() {
      @Override
      public Admission reserve(Source source) {
        return full.<Admission>map(Full::new).orElseGet(() -> POOL.reserve(source));
      }

      @Override
      public void close() {}
    };
  }
}
