package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.visit.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that an operator has chosen, checked.
 *
 * @param dataDirectory where the database, the instance key and the letters are kept
 * @param secret the instance key in base64, unless it is kept with the data
 * @param lifetimes how long the links of letters are good
 * @param realms the user bases; at least one
 * @param roles what each role may do
 * @param mounts the wires that are spoken, those that are switched off too
 * @param firstAdmin whom an unattended first start makes
 * @param settings every key with the value that holds, fit to be shown
 */
public record Configuration(
    Http http,
    Path dataDirectory,
    Optional<Secret> secret,
    Storage storage,
    Hashing hashing,
    Policy policy,
    LimitSettings limits,
    TicketOffice.Lifetimes lifetimes,
    Stewards stewards,
    Notices notices,
    Sessions sessions,
    Mail mail,
    Log log,
    Metrics metrics,
    Audit audit,
    List<Realm> realms,
    Roles roles,
    List<MountConfig> mounts,
    Optional<FirstAdmin> firstAdmin,
    List<Setting> settings) {

  public Configuration {
    realms = List.copyOf(realms);
    mounts = List.copyOf(mounts);
    settings = List.copyOf(settings);
  }

  /**
   * Reads all keys: from the command line, else the environment, else the file, else the default.
   *
   * @param overrides from the command line, by the names of keys
   * @throws WrongConfiguration that names every mistake
   */
  public static Configuration load(
      Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
    return Loader.load(file, environment, overrides);
  }

  /** Every key with the value that holds and where that comes from, a line each; no secrets. */
  public String describe() {
    return settings.stream().map(Setting::line).collect(Collectors.joining("\n"));
  }

  /** Where SQLite keeps its database, while no other is configured. */
  public Path databaseFile() {
    return dataDirectory.resolve("rekey.db");
  }

  /** Where letters are put while no mail server is configured. */
  public Path mailFolder() {
    return dataDirectory.resolve("mail");
  }

  /** Where the database is, fit to be shown. */
  public String databasePlace() {
    return storage.url().map(Discretion.ADDRESS::shown).orElseGet(() -> databaseFile().toString());
  }

  /**
   * What stewards do.
   *
   * @param temporaryPassword how long one is good
   * @param two whether a second administrator has to approve what is done to many accounts
   */
  public record Stewards(Duration temporaryPassword, boolean two) {}

  /**
   * The front door.
   *
   * @param port 0 for any that is free
   * @param address where people find this server, if that is configured
   * @param bodyLimit in bytes
   * @param headerLimit in bytes
   * @param readTimeout how long a client may take to send a request
   * @param trustedProxies addresses and ranges (RFC 4632) of the proxies whose word is taken
   * @param drainTimeout how long requests under way may take to finish when the server is stopped
   */
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

    public Http {
      trustedProxies = List.copyOf(trustedProxies);
    }

    /** Where links lead: as configured, else to this machine. */
    public String publicUrl(int actualPort) {
      return address.orElseGet(() -> "http://localhost:" + actualPort);
    }
  }

  /**
   * Where the accounts are kept: in SQLite, in the data directory, unless there is a URL.
   *
   * @param url of a PostgreSQL database
   */
  public record Storage(
      Optional<String> url, Optional<String> user, Optional<Secret> password, int poolSize) {

    /** A URL may have a password in its query. */
    @Override
    public String toString() {
      return "Storage[url=" + url.map(Discretion.ADDRESS::shown) + ", poolSize=" + poolSize + ']';
    }
  }

  /**
   * The hashing of passwords.
   *
   * @param threads 0 for as many as there are cores
   * @param queue how many may wait for a thread
   * @param patience how long the last of them may have to wait
   * @param pepperFile the keys that are mixed into every hash
   */
  public record Hashing(
      HashCost cost, int threads, int queue, Duration patience, Optional<Path> pepperFile) {}

  /**
   * What a new password must be.
   *
   * @param blocklistFile more passwords that are refused, a line each
   */
  public record Policy(PolicySettings settings, Optional<Path> blocklistFile) {}

  /**
   * How letters leave.
   *
   * @param from the sender, such as {@code Example <no-reply@example.org>}
   * @param service what letters call the service
   * @param contact whom they say to tell when something is wrong
   * @param language for readers of whose language nothing is known
   * @param templates a directory of templates in place of the built-in ones
   * @param smtp empty when letters are to become files
   */
  public record Mail(
      String from,
      String service,
      String contact,
      Language language,
      Optional<Path> templates,
      Optional<Smtp> smtp) {}

  /**
   * The mail server.
   *
   * @param security {@code starttls}, {@code implicit} or {@code none}
   */
  public record Smtp(
      String host, int port, Optional<String> user, Optional<Secret> password, String security) {}

  /**
   * What is logged, and how.
   *
   * @param level {@code error}, {@code warn}, {@code info}, {@code debug} or {@code trace}
   * @param json true for an object a line, false for plain text
   */
  public record Log(String level, boolean json) {}

  /**
   * The page of metrics.
   *
   * @param tokenFile holds what has to be shown, where a token is asked for
   */
  public record Metrics(String path, MetricsAccess access, Optional<Path> tokenFile) {}

  /** Who may read the metrics. */
  public enum MetricsAccess {
    LOOPBACK,
    TOKEN,
    OPEN,
    OFF
  }

  /**
   * What is kept of what happened.
   *
   * @param keep for so long; empty for ever
   */
  public record Audit(Optional<Duration> keep) {}

  /**
   * What owners are told of, and what they say to it.
   *
   * @param alarmLifetime how long "this was not me" can be said
   */
  public record Notices(Duration alarmLifetime, NewDeviceNotices newDevice) {}

  /** Who hears of a sign-in with what was not seen before. */
  public enum NewDeviceNotices {
    PEOPLE,
    EVERYWHERE,
    OFF
  }

  /**
   * How long the sessions of the pages last.
   *
   * @param idle without a request
   * @param overall in any case
   */
  public record Sessions(Duration idle, Duration overall) {}

  /** The administrator whom an unattended first start makes; one of the two names is there. */
  public record FirstAdmin(Optional<String> username, Optional<String> email, Secret password) {}
}
