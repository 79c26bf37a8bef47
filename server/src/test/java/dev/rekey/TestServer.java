package dev.rekey;

import dev.rekey.cli.Premises.Serving;
import dev.rekey.config.Configuration;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Mount;
import dev.rekey.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The built server on a free port, with a folder of its own and hashes that cost little. */
public final class TestServer implements AutoCloseable {

  private static final Set<String> RESERVED =
      Set.of(
          "role",
          "email",
          "username",
          "uid",
          "number",
          "hex24",
          "hex32",
          "password",
          "disabled",
          "basicauth");

  private static final List<String> TABLES =
      List.of(
          "named_token",
          "token_generation",
          "kept_answer",
          "access_grant",
          "alarm",
          "dispute",
          "known_device",
          "ticket",
          "attempt",
          "audit",
          "outbox",
          "credential",
          "login_name",
          "group_child",
          "children_group",
          "family_child",
          "membership",
          "adopted_name",
          "adoption",
          "account",
          "institution",
          "bulk_deed");

  private final House house;
  private final Serving serving;
  private final Path folder;
  private final String jdbcUrl;
  private final Map<String, String> settings;

  private TestServer(House house, Path folder, String jdbcUrl, Map<String, String> settings) {
    this.house = house;
    this.serving = house.serve();
    this.folder = folder;
    this.jdbcUrl = jdbcUrl;
    this.settings = Map.copyOf(settings);
  }

  public static TestServer onSqlite(Path folder, Map<String, String> settings) {
    return start(folder, "jdbc:sqlite:" + folder.resolve("rekey.db"), settings);
  }

  /**
   * @param url of an empty database, with user and password in it
   */
  public static TestServer onPostgres(Path folder, String url, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("storage.url", url);
    return start(folder, url, all);
  }

  private static TestServer start(Path folder, String jdbcUrl, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("http.port", "0");
    all.put("data.directory", folder.toString());
    all.put("hashing.memory-kib", "256");
    all.put("hashing.passes", "1");
    all.put("log.level", "error");
    all.putAll(settings);
    Configuration configuration = Configuration.load(Optional.empty(), Map.of(), all);
    return new TestServer(House.open(configuration), folder, jdbcUrl, settings);
  }

  /** A second server over the same database, with these settings besides. */
  public TestServer another(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(more);
    return start(folder, jdbcUrl, all);
  }

  public int port() {
    return serving.port();
  }

  public House house() {
    return house;
  }

  /** The configured wires, as the house wires them. */
  public List<Mount> mounts() {
    return house.mounts();
  }

  public Store store() {
    return house.store();
  }

  public Optional<String> setupLink() {
    return serving.setupLink();
  }

  public Path mailFolder() {
    return folder.resolve("mail");
  }

  /** Makes an account of attributes as a transcript writes them; no policy is asked. */
  public Account create(Map<String, String> attributes) {
    Optional<PasswordHash> hash = Optional.ofNullable(attributes.get("password")).map(this::seal);
    NewAccount draft =
        new NewAccount(
            Realm.MAIN,
            new Logins(
                Optional.ofNullable(attributes.get("email")),
                Optional.ofNullable(attributes.get("username")),
                Optional.ofNullable(attributes.get("uid"))),
            new Role(attributes.getOrDefault("role", "user")),
            profile(attributes),
            hash,
            !"false".equals(attributes.get("basicauth")),
            Optional.ofNullable(attributes.get("number")).map(Long::valueOf),
            Optional.ofNullable(attributes.get("hex24")),
            Optional.ofNullable(attributes.get("hex32")));
    Visit visit = visit();
    Creation creation = house.accounts().create(draft, visit, Instant.now());
    if (!(creation instanceof Creation.Created(Account account))) {
      throw new IllegalStateException(attributes + " could not be made: " + creation);
    }
    if ("true".equals(attributes.get("disabled"))) {
      disable(account);
    }
    return account;
  }

  public void disable(Account account) {
    house
        .disableAccount()
        .handle(
            new DisableAccount.Command(
                new Steward.Operator(), new Handle.Number(account.ids().number()), true, visit()));
  }

  /** Gives the account another role, as an operator does. */
  public void moveTo(Account account, String role) {
    new UseCases(house)
        .editAccount(EmailRule.DEVISE)
        .handle(
            new EditAccount.Command(
                new Steward.Operator(),
                new Handle.Number(account.ids().number()),
                AccountEdit.none().withRole(new Role(role)),
                visit()));
  }

  private static Visit visit() {
    return new Visit(Realm.MAIN, "test", new Origin("local", "test"), Optional.empty());
  }

  private PasswordHash seal(String password) {
    try (Hasher.Slot slot = (Hasher.Slot) house.hasher().reserve(Source.house())) {
      return slot.seal(Password.of(password));
    }
  }

  private static Profile profile(Map<String, String> attributes) {
    Map<String, String> fields = new LinkedHashMap<>(attributes);
    fields.keySet().removeAll(RESERVED);
    return new Profile(fields);
  }

  /** Empties the database, so that the next story begins from nothing. */
  public void wipe() throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      if (jdbcUrl.startsWith("jdbc:sqlite")) {
        statement.execute("PRAGMA busy_timeout = 5000");
      }
      for (String table : TABLES) {
        statement.executeUpdate("DELETE FROM " + table);
      }
      statement.executeUpdate("UPDATE realm SET next_number = 1");
    }
  }

  @Override
  public void close() {
    serving.stop();
    house.close();
  }
}
