package dev.rekey.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.TestServer;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.steward.FirstStart;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.Fields;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Mount;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Router;
import dev.rekey.page.Dressing;
import dev.rekey.store.Store;
import dev.rekey.web.SetupPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All wires and the pages as the house wires them, over SQLite and cheap hashes: one house for a
 * whole run, swept before each request. Somebody lives in it, and {@link #furnish} writes their
 * credentials into a request.
 */
final class SmallHouse {

  private static final String SETUP_TOKEN = "VXnZG0o9v-_yrxJRVEKovg";
  private static final String PASSWORD = "first lighthouse";

  /** Letters stay where they are put: nobody listens at the discard port. */
  private static final Map<String, String> QUIET =
      Map.of("mail.smtp.host", "127.0.0.1", "mail.smtp.port", "9");

  private static final SmallHouse ONLY = new SmallHouse();

  private final TestServer server;
  private final FrontDoor door;

  private SmallHouse() {
    try {
      server = TestServer.onSqlite(Files.createTempDirectory("small-house"), QUIET);
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the small house", e);
    }
    door = new FrontDoor(Router.of(mounts()), () -> "an incident", () -> 19_114_000L);
  }

  List<Mount> mounts() {
    List<Mount> mounts = new ArrayList<>(server.mounts());
    mounts.add(
        new SetupPages(
            new FirstStart(
                server.house().accounts(),
                server.house().createAccount(),
                Optional.of(TokenDigest.of(SETUP_TOKEN))),
            "https://id.example.org",
            new Dressing()));
    return mounts;
  }

  /** The house in which an operator, an administrator and a child live. */
  static SmallHouse inhabited() {
    SmallHouse house = empty();
    house.person("lettie", "operator", Map.of("hex24", "5a62be07de34500146d9c544"));
    house.person("root", "admin", Map.of());
    house.person("kid", "child", Map.of());
    return house;
  }

  /** The house before its first administrator. */
  static SmallHouse empty() {
    try {
      ONLY.server.wipe();
    } catch (SQLException e) {
      throw new IllegalStateException("the small house cannot be swept", e);
    }
    return ONLY;
  }

  private void person(String name, String role, Map<String, String> more) {
    Map<String, String> attributes =
        new HashMap<>(
            Map.of(
                "username",
                name,
                "email",
                name + "@example.com",
                "role",
                role,
                "password",
                PASSWORD,
                "first_name",
                "Lettie",
                "last_name",
                "Gleason"));
    attributes.putAll(more);
    server.create(attributes);
  }

  Response answer(Request request) {
    return door.answer(request);
  }

  /** What no refused request may change. */
  List<Object> standing() {
    Store store = server.store();
    List<Account> accounts = store.accounts().list(Realm.MAIN, Optional.empty(), 10);
    return List.of(
        accounts,
        accounts.stream().map(one -> store.grants().of(one.id(), Instant.EPOCH)).toList(),
        store.outbox().waiting());
  }

  /** Puts good credentials where the bytes name them, such as {@code {{jwt}}}. */
  byte[] furnish(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    if (!text.contains("{{")) {
      return bytes;
    }
    text = replace(text, "{{jwt}}", this::devise);
    text = replace(text, "{{rsa}}", () -> ocariot("lettie"));
    text = replace(text, "{{admin}}", () -> ocariot("root"));
    text = replace(text, "{{kid}}", () -> ocariot("kid"));
    text = replace(text, "{{ticket}}", this::askForTicket);
    text = replace(text, "{{bearer}}", this::own);
    if (text.contains("{{token}}")) {
      Response answer = post("/auth/sign_in", Map.of("email", "lettie", "password", PASSWORD));
      text = text.replace("{{token}}", answer.headers().first("access-token").orElseThrow());
      text = text.replace("{{client}}", answer.headers().first("client").orElseThrow());
    }
    return text.getBytes(ISO_8859_1);
  }

  private static String replace(String text, String name, Supplier<String> value) {
    return text.contains(name) ? text.replace(name, value.get()) : text;
  }

  private String devise() {
    Map<String, Object> user = Map.of("email", "lettie", "password", PASSWORD);
    Response answer = post("/api/v1/users/sign_in", Map.of("user", user));
    return answer.headers().first("authorization").orElseThrow().substring("Bearer ".length());
  }

  private String ocariot(String name) {
    return json(post("/v1/auth", Map.of("username", name, "password", PASSWORD)))
        .path("access_token")
        .asString();
  }

  private String own() {
    return json(post("/rekey/v1/sessions", Map.of("login", "root", "password", PASSWORD)))
        .path("token")
        .asString();
  }

  private String askForTicket() {
    post("/api/v1/users/password", Map.of("user", Map.of("email", "lettie@example.com")));
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1)); // when nobody's lease lasts
    return server.store().outbox().take(10, tomorrow, tomorrow).stream()
        .map(due -> due.letter())
        .filter(Letter.ResetLink.class::isInstance)
        .map(Letter.ResetLink.class::cast)
        .map(letter -> letter.link().substring(letter.link().lastIndexOf('=') + 1))
        .findFirst()
        .orElseThrow();
  }

  private Response post(String path, Map<String, ?> body) {
    return answer(
        new Request(
            "test",
            new Origin("192.0.2.7", ""),
            "POST",
            path,
            Map.of(),
            Fields.none(),
            Fields.none().with("content-type", "application/json"),
            JsonMapper.shared().writeValueAsString(body).getBytes(UTF_8),
            0));
  }

  private static JsonNode json(Response answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
