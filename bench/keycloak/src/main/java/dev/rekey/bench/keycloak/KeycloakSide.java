package dev.rekey.bench.keycloak;

import dev.rekey.bench.keycloak.Http.Request;
import dev.rekey.bench.keycloak.Http.WrongAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak, built for its database and started the way its guide for production says. */
final class KeycloakSide implements Side {

  private static final String DATABASE = "keycloak";
  private static final String REALM = "bench";
  private static final String TOKEN_PATH = "/protocol/openid-connect/token";
  private static final String TOKENS = "/realms/" + REALM + TOKEN_PATH;
  private static final String ADMIN = "root-of-the-house";
  private static final String ADMIN_PASSWORD = "seven loud umbrellas in March";
  private static final String ASKER = "asker";
  private static final String ASKER_SECRET = "for the comparison alone";

  private final Options options;
  private final Postgres postgres;
  private final Children children;
  private final int port;
  private final int managementPort;
  private List<Person> people = List.of();
  private String adminToken = "";

  KeycloakSide(Options options, Postgres postgres, Children children) throws IOException {
    this.options = options;
    this.postgres = postgres;
    this.children = children;
    this.port = Ports.free();
    this.managementPort = Ports.free();
  }

  @Override
  public String name() {
    return "Keycloak";
  }

  @Override
  public int port() {
    return port;
  }

  private String launcher() {
    return options.keycloak().resolve("bin/kc.sh").toString();
  }

  private Path log() {
    return options.target().resolve("logs/keycloak.log");
  }

  @Override
  public void install() throws IOException, InterruptedException, SQLException {
    postgres.create(DATABASE);
    Files.createDirectories(log().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(launcher(), "build", "--db=postgres", "--health-enabled=true")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    Process build = builder.start();
    children.add(build.toHandle(), build::destroy);
    if (build.waitFor() != 0) {
      throw new IOException("kc.sh build failed; see " + log());
    }
  }

  @Override
  public Server start() throws IOException, InterruptedException {
    return start("/realms/" + REALM);
  }

  /** The first start, which makes the tables; there is no realm of ours yet. */
  Server startFirst() throws IOException, InterruptedException {
    return start("/realms/master");
  }

  private Server start(String firstPath) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx" + options.heap());
    environment.put("KC_DB_PASSWORD", Postgres.PASSWORD);
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
    return Server.start(
        new Server.Launch(command(), environment, log(), port, Request.get(firstPath)), children);
  }

  private List<String> command() {
    return List.of(
        launcher(),
        "start",
        "--optimized",
        "--http-enabled=true",
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--http-management-port=" + managementPort,
        "--hostname-strict=false",
        "--cache=" + options.cache(),
        "--db-url=" + postgres.url(DATABASE),
        "--db-username=" + Postgres.USER,
        "--spi-password-hashing--argon2--type=id",
        "--spi-password-hashing--argon2--version=1.3",
        "--spi-password-hashing--argon2--memory=" + Cost.BOTH.memoryKiB(),
        "--spi-password-hashing--argon2--iterations=" + Cost.BOTH.passes(),
        "--spi-password-hashing--argon2--parallelism=" + Cost.BOTH.lanes());
  }

  @Override
  public void populate(int users) throws IOException, InterruptedException {
    try (Http http = new Http(port)) {
      Request lifetimes = Request.json("PUT", "/admin/realms/master", "{" + longLifetimes() + "}");
      http.expect(204, lifetimes.bearing(adminToken(http)));
      adminToken = adminToken(http);
      Request realm = Request.json("POST", "/admin/realms", realm());
      http.expect(201, realm.bearing(adminToken));
      adminToken = adminToken(http); // one that knows of the new realm
    }
    people = Load.forEach(options.connections(), port, users, this::create);
  }

  private static String adminToken(Http http) throws IOException {
    return token(http, "/realms/master" + TOKEN_PATH, "admin-cli", ADMIN, ADMIN_PASSWORD);
  }

  /** Tokens and sessions that last longer than the comparison. */
  private static String longLifetimes() {
    return """
    "accessTokenLifespan": 86400, "ssoSessionIdleTimeout": 86400, "ssoSessionMaxLifespan": 86400
    """;
  }

  private String realm() {
    return """
    {"realm": "%s", "enabled": true, %s, "bruteForceProtected": %s, "eventsEnabled": %s,
     "adminEventsEnabled": %s,
     "clients": [
       {"clientId": "bench", "enabled": true, "publicClient": true, "protocol": "openid-connect",
        "standardFlowEnabled": false, "directAccessGrantsEnabled": true,
        "protocolMappers": [
          {"name": "for the asker", "protocol": "openid-connect",
           "protocolMapper": "oidc-audience-mapper",
           "config": {"included.client.audience": "%s", "access.token.claim": "true"}}]},
       {"clientId": "%s", "enabled": true, "publicClient": false, "secret": "%s",
        "protocol": "openid-connect", "standardFlowEnabled": false}]}
    """
        .formatted(
            REALM,
            longLifetimes(),
            options.guarded(),
            options.guarded(),
            options.guarded(),
            ASKER,
            ASKER,
            ASKER_SECRET);
  }

  private Person create(Http http, int number) throws IOException {
    String body =
        """
        {"username": "%s", "email": "%s", "emailVerified": true, "enabled": true,
         "firstName": "Ada", "lastName": "Bench",
         "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
        """
            .formatted(Person.name(number), Person.email(number), Person.firstPassword(number));
    Request request = Request.json("POST", users(), body).bearing(adminToken);
    String location = http.expect(201, request).field("location");
    return new Person(number, location.substring(location.lastIndexOf('/') + 1));
  }

  private static String users() {
    return "/admin/realms/" + REALM + "/users";
  }

  @Override
  public List<Person> people() {
    return people;
  }

  @Override
  public void prepare(Kind kind, Http http, Person person) throws IOException {
    switch (kind) {
      case TOKEN_LOOK, TOKEN_CHECK -> signIn(http, person);
      case SIGN_IN, OWN_CHANGE, STEWARD_CHANGE -> {}
    }
  }

  @Override
  public void work(Kind kind, Http http, Person person) throws IOException {
    switch (kind) {
      case SIGN_IN -> signIn(http, person);
      case TOKEN_LOOK -> look(http, person);
      case TOKEN_CHECK -> introspect(http, person);
      case OWN_CHANGE -> {
        signIn(http, person);
        set(http, person);
      }
      case STEWARD_CHANGE -> set(http, person);
    }
  }

  private static void signIn(Http http, Person person) throws IOException {
    person.got(token(http, TOKENS, "bench", person.name(), person.password()));
  }

  private static String token(Http http, String path, String client, String name, String password)
      throws IOException {
    Request request =
        Request.form(
            path,
            "grant_type",
            "password",
            "client_id",
            client,
            "scope",
            "openid",
            "username",
            name,
            "password",
            password);
    return http.expect(200, request).text("access_token");
  }

  private static void look(Http http, Person person) throws IOException {
    Request request = Request.get("/realms/" + REALM + "/protocol/openid-connect/userinfo");
    http.expect(200, request.bearing(person.token())).text("email");
  }

  private static void introspect(Http http, Person person) throws IOException {
    Request request =
        Request.form(
            TOKENS + "/introspect",
            "client_id",
            ASKER,
            "client_secret",
            ASKER_SECRET,
            "token",
            person.token());
    if (!http.expect(200, request).body().contains("\"active\":true")) {
      throw new WrongAnswer("a token is not active that should be");
    }
  }

  private void set(Http http, Person person) throws IOException {
    String body =
        "{\"type\": \"password\", \"value\": \"%s\", \"temporary\": false}"
            .formatted(person.nextPassword());
    String path = users() + "/" + person.id() + "/reset-password";
    http.expect(204, Request.json("PUT", path, body).bearing(adminToken));
    person.changed();
  }

  @Override
  public String provenCost(int users) throws SQLException {
    Map<String, Long> found =
        postgres.count(
            DATABASE,
            """
            SELECT credential_data, count(*)
            FROM credential
            JOIN user_entity ON user_entity.id = credential.user_id
            JOIN realm ON realm.id = user_entity.realm_id
            WHERE realm.name = '%s' AND credential.type = 'password'
            GROUP BY 1
            """
                .formatted(REALM));
    boolean right = found.keySet().stream().allMatch(KeycloakSide::isAsWanted);
    if (!right || found.values().stream().mapToLong(Long::longValue).sum() != users) {
      throw new IllegalStateException("Keycloak's hashes are not as they should be: " + found);
    }
    return found.keySet().iterator().next();
  }

  private static boolean isAsWanted(String data) {
    return data.contains("\"algorithm\":\"argon2\"")
        && data.contains("\"hashIterations\":" + Cost.BOTH.passes() + ",")
        && data.contains("\"memory\":[\"" + Cost.BOTH.memoryKiB() + "\"]")
        && data.contains("\"parallelism\":[\"" + Cost.BOTH.lanes() + "\"]")
        && data.contains("\"type\":[\"id\"]")
        && data.contains("\"version\":[\"1.3\"]");
  }
}
