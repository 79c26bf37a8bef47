package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.policy.PolicySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an operator decides, checked.
 *
 * @param secret the instance key; kept beside the data when empty
 * @param firstAdmin the administrator that an unattended first start makes
 * @param effective every key with the text that holds, secrets masked
 */
public record Configuration(
    Http http,
    Path dataDirectory,
    Optional<Secret> secret,
    Storage storage,
    Hashing hashing,
    Policy policy,
    LimitSettings limits,
    Duration resetLifetime,
    Mail mail,
    Log log,
    List<Realm> realms,
    Roles roles,
    List<MountConfig> mounts,
    Optional<FirstAdmin> firstAdmin,
    Map<String, String> effective) {

  /** The front door. */
  public record Http(
      String host,
      int port,
      Optional<String> address,
      int bodyLimit,
      int headerLimit,
      Duration readTimeout,
      List<String> trustedProxies,
      int maxConnections,
      Duration drainTimeout) {

    /** Where people find this server: as configured, else on this machine. */
    public String publicUrl(int actualPort) {
      return address.orElseGet(() -> "http://localhost:" + actualPort);
    }
  }

  /** The database; SQLite in the data directory when there is no URL. */
  public record Storage(
      Optional<String> url, Optional<String> user, Optional<Secret> password, int poolSize) {}

  /** What a hash costs and how many are made at once; no threads means one for each core. */
  public record Hashing(
      HashCost cost, int threads, int queue, Duration patience, Optional<Path> pepperFile) {}

  /** What new passwords must be. */
  public record Policy(PolicySettings settings, Optional<Path> blocklistFile) {}

  /** How letters leave; into a folder when there is no mail server. */
  public record Mail(String from, Optional<Path> templates, Optional<Smtp> smtp) {}

  /** The mail server. */
  public record Smtp(
      String host, int port, Optional<String> user, Optional<Secret> password, String security) {}

  /** What is logged, and how. */
  public record Log(String level, boolean json) {}

  /** The account that an unattended first start makes. */
  public record FirstAdmin(Optional<String> username, Optional<String> email, Secret password) {}

  /**
   * Reads the configuration.
   *
   * @param overrides by key, from the command line; they win over the environment, which wins over
   *     the file
   * @throws WrongConfiguration that names every mistake
   */
  public static Configuration load(
      Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Setting> settings =
        file.map(path -> YamlFile.read(path, mistakes)).orElseGet(Map::of);
    Reader reader = new Reader(overrides, environment, settings, mistakes);
    Configuration configuration = Keys.read(reader);
    reader.refuseStrangers(Keys.TOLERATED_VARIABLES);
    if (!mistakes.isEmpty()) {
      throw new WrongConfiguration(mistakes);
    }
    return configuration;
  }
}
