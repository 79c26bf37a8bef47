package dev.rekey.bench.keycloak;

import dev.rekey.bench.keycloak.Http.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rekey, as its launcher starts it. */
final class RekeySide implements Side {

  private static final String API = "/rekey/v1";
  private static final String DEVISE = "/api/v1/users";
  private static final String DATABASE = "rekey";
  private static final String ADMIN = "root-of-the-house";
  private static final String ADMIN_PASSWORD = "seven loud umbrellas in March";

  private final Options options;
  private final Postgres postgres;
  private final Children children;
  private final int port;
  private final Path data;
  private List<Person> people = List.of();
  private String adminToken = "";

  RekeySide(Options options, Postgres postgres, Children children) throws IOException {
    this.options = options;
    this.postgres = postgres;
    this.children = children;
    this.port = Ports.free();
    this.data = options.target().resolve("rekey-data");
  }

  @Override
  public String name() {
    return "Rekey";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void install() throws IOException, SQLException {
    Trees.delete(data);
    Files.createDirectories(data);
    postgres.create(DATABASE);
  }

  @Override
  public Server start() throws IOException, InterruptedException {
    List<String> command = List.of(options.house().resolve("rekey").toString(), "serve");
    Path log = options.target().resolve("logs/rekey.log");
    Request first = Request.get(API + "/password-policy");
    return Server.start(new Server.Launch(command, environment(), log, port, first), children);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("REKEY_JAVA_OPTS", "-Xmx" + options.heap());
    environment.put("REKEY_HTTP_PORT", Integer.toString(port));
    environment.put("REKEY_DATA_DIRECTORY", data.toString());
    environment.put("REKEY_STORAGE_URL", postgres.url(DATABASE));
    environment.put("REKEY_STORAGE_USER", Postgres.USER);
    environment.put("REKEY_STORAGE_PASSWORD", Postgres.PASSWORD);
    environment.put("REKEY_HASHING_MEMORY_KIB", Integer.toString(Cost.BOTH.memoryKiB()));
    environment.put("REKEY_HASHING_PASSES", Integer.toString(Cost.BOTH.passes()));
    environment.put("REKEY_HASHING_LANES", Integer.toString(Cost.BOTH.lanes()));
    environment.put("REKEY_HASHING_PATIENCE", "60s"); // Keycloak has no such limit
    environment.put("REKEY_ADMIN_USERNAME", ADMIN);
    environment.put("REKEY_ADMIN_PASSWORD", ADMIN_PASSWORD);
    return environment;
  }

  @Override
  public void populate(int users) throws IOException, InterruptedException {
    try (Http http = new Http(port)) {
      adminToken = signIn(http, ADMIN, ADMIN_PASSWORD);
    }
    people = Load.forEach(options.connections(), port, users, this::create);
  }

  private Person create(Http http, int number) throws IOException {
    String body =
        """
        {"email": "%s", "username": "%s", "role": "user", "password": "%s",
         "profile": {"first_name": "Ada", "last_name": "Bench"}}
        """
            .formatted(Person.email(number), Person.name(number), Person.firstPassword(number));
    Request request = Request.json("POST", API + "/accounts", body).bearing(adminToken);
    return new Person(number, http.expect(201, request).text("id"));
  }

  @Override
  public List<Person> people() {
    return people;
  }

  @Override
  public void prepare(Kind kind, Http http, Person person) throws IOException {
    switch (kind) {
      case TOKEN_LOOK, OWN_CHANGE -> signIn(http, person);
      case TOKEN_CHECK -> signInWithDevise(http, person);
      case SIGN_IN, STEWARD_CHANGE -> {}
    }
  }

  @Override
  public void work(Kind kind, Http http, Person person) throws IOException {
    switch (kind) {
      case SIGN_IN -> signIn(http, person);
      case TOKEN_LOOK -> look(http, person, API + "/account");
      case TOKEN_CHECK -> look(http, person, DEVISE);
      case OWN_CHANGE -> change(http, person);
      case STEWARD_CHANGE -> set(http, person);
    }
  }

  private static void signIn(Http http, Person person) throws IOException {
    person.got(signIn(http, person.name(), person.password()));
  }

  private static String signIn(Http http, String login, String password) throws IOException {
    String body = "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, password);
    return http.expect(201, Request.json("POST", API + "/sessions", body)).text("token");
  }

  private static void signInWithDevise(Http http, Person person) throws IOException {
    String body =
        "{\"user\": {\"email\": \"%s\", \"password\": \"%s\"}}"
            .formatted(person.name(), person.password());
    Request request = Request.json("POST", DEVISE + "/sign_in", body);
    person.got(http.expect(200, request).field("authorization"));
  }

  private static void look(Http http, Person person, String path) throws IOException {
    http.expect(200, Request.get(path).bearing(person.token())).text("email");
  }

  private static void change(Http http, Person person) throws IOException {
    String body =
        "{\"current_password\": \"%s\", \"new_password\": \"%s\"}"
            .formatted(person.password(), person.nextPassword());
    Request request = Request.json("PUT", API + "/account/password", body);
    http.expect(204, request.bearing(person.token()));
    person.changed();
  }

  private void set(Http http, Person person) throws IOException {
    String body = "{\"new_password\": \"%s\"}".formatted(person.nextPassword());
    String path = API + "/accounts/" + person.id() + "/password";
    http.expect(204, Request.json("PUT", path, body).bearing(adminToken));
    person.changed();
  }

  @Override
  public String provenCost(int users) throws SQLException {
    String wanted =
        "$argon2id$v=19$m=%d,t=%d,p=%d"
            .formatted(Cost.BOTH.memoryKiB(), Cost.BOTH.passes(), Cost.BOTH.lanes());
    Map<String, Long> found =
        postgres.count(
            DATABASE,
            """
            SELECT substring(hash FROM '[$]argon2.*,p=[0-9]+'), count(*)
            FROM credential
            WHERE hash IS NOT NULL
            GROUP BY 1
            """);
    if (!found.equals(Map.of(wanted, users + 1L))) {
      throw new IllegalStateException("Rekey's hashes are not as they should be: " + found);
    }
    return wanted;
  }
}
