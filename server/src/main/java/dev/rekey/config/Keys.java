package dev.rekey.config;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.rekey.core.account.Realm;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.password.HashCost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of the server itself; roles and mounts have classes of their own. */
final class Keys {

  /** Variables that begin like keys and belong to the launcher. */
  static final Set<String> TOLERATED_VARIABLES =
      Set.of("REKEY_JAVA_OPTS", "REKEY_HOME", "REKEY_CONFIG");

  private static final LimitSettings LIMITS = LimitSettings.standard();
  private static final HashCost COST = HashCost.standard();

  private final Reader reader;

  private Keys(Reader reader) {
    this.reader = reader;
  }

  static Configuration read(Reader reader) {
    return new Keys(reader).configuration();
  }

  private Configuration configuration() {
    Configuration.Http http = http();
    Path data =
        at("data.directory", Kind.path(), "./data", "Where database, keys and letters are kept.");
    PolicyKeys policyKeys = new PolicyKeys(reader);
    Configuration.Policy policy = policyKeys.read();
    List<Realm> realms =
        at(
            "realms",
            Kind.matching("[a-z0-9][a-z0-9-]{0,62}", "lower-case letters, digits and dashes")
                .as(Realm::new)
                .list(),
            "main",
            "The user bases; each account belongs to one.");
    return new Configuration(
        http,
        data,
        reader.read(
            Key.secret(
                "secret",
                Kind.base64(32).orNothing(),
                "The instance key; nothing keeps one in <data>/secret.key, or in PostgreSQL.")),
        storage(),
        hashing(),
        policy,
        limits(),
        at(
            "reset.lifetime",
            Kind.duration(ofMinutes(1), ofHours(24)),
            "6h",
            "How long a reset link opens."),
        mail(),
        log(),
        realms,
        new RoleKeys(reader).read(),
        new MountKeys(reader, policyKeys, policy.settings(), realms, http).read(),
        firstAdmin(),
        reader.effective());
  }

  private <T> T at(String name, Kind<T> kind, String standard, String sentence) {
    return reader.read(Key.of(name, kind, standard, sentence));
  }

  private Configuration.Http http() {
    return new Configuration.Http(
        at("http.host", Kind.text(), "127.0.0.1", "The address that is listened on."),
        at("http.port", Kind.whole(0, 65_535), "8080", "The port; 0 takes any free one."),
        at(
            "http.public-url",
            Kind.address().orNothing(),
            "",
            "Where people find this server; links begin with it. Nothing means http://localhost and the port."),
        at("http.body-limit", Kind.whole(1_024, 16_777_216), "65536", "The largest body in bytes."),
        at(
            "http.header-limit",
            Kind.whole(4_096, 262_144),
            "16384",
            "The largest header section in bytes."),
        at(
            "http.read-timeout",
            Kind.duration(ofSeconds(1), ofMinutes(10)),
            "10s",
            "How long a client may take to send a request."),
        at(
            "http.trusted-proxies",
            Kind.text().list(),
            "",
            "Addresses and ranges (CIDR) whose X-Forwarded-For is believed."),
        at(
            "http.max-connections",
            Kind.whole(1, 1_000_000),
            "10000",
            "How many connections are served at once."),
        at(
            "http.drain-timeout",
            Kind.duration(ofMillis(100), ofSeconds(9)),
            "8s",
            "How long requests under way may take after SIGTERM."));
  }

  private Configuration.Storage storage() {
    return new Configuration.Storage(
        at(
            "storage.url",
            Kind.matching("jdbc:postgresql:.+", "jdbc:postgresql://host/database").orNothing(),
            "",
            "The PostgreSQL database; nothing means SQLite in the data directory."),
        at("storage.user", Kind.optionalText(), "", "The database's user, where the URL has none."),
        reader.read(
            Key.secret(
                "storage.password", Kind.secret().orNothing(), "The database user's password.")),
        at(
            "storage.pool-size",
            Kind.whole(1, 500),
            "16",
            "How many connections this node keeps to PostgreSQL."));
  }

  private Configuration.Hashing hashing() {
    int memory =
        at(
            "hashing.memory-kib",
            Kind.whole(8, 1_048_576),
            text(COST.memoryKiB()),
            "Argon2id's memory in KiB; at least 8 for each lane.");
    int passes = at("hashing.passes", Kind.whole(1, 64), text(COST.passes()), "Argon2id's passes.");
    int lanes = at("hashing.lanes", Kind.whole(1, 64), text(COST.lanes()), "Argon2id's lanes.");
    return new Configuration.Hashing(
        cost(memory, passes, lanes),
        at(
            "hashing.threads",
            Kind.whole(0, 1_024),
            "0",
            "How many hashes are computed at once; 0 means one for each core."),
        at(
            "hashing.queue",
            Kind.whole(0, 100_000),
            "256",
            "How many more may wait before the answer is 503."),
        at(
            "hashing.patience",
            Kind.duration(ofMillis(100), ofMinutes(1)),
            "5s",
            "The longest expected wait with which a request still is let in."),
        at(
            "hashing.pepper-file",
            Kind.path().orNothing(),
            "",
            "Keys outside the store, a line `id: base64` each, the current one first."));
  }

  private HashCost cost(int memory, int passes, int lanes) {
    if (memory < 8 * lanes) {
      reader.mistake(
          "hashing.memory-kib",
          "`" + memory + "` will not do for " + lanes + " lanes, expected at least " + 8 * lanes);
      return COST;
    }
    return new HashCost(memory, passes, lanes);
  }

  private LimitSettings limits() {
    return new LimitSettings(
        at(
            "limits.free-per-account",
            Kind.whole(1, 90),
            text(LIMITS.freePerAccount()),
            "Failures of an account before the first wait."),
        at(
            "limits.free-per-address",
            Kind.whole(1, 1_000_000),
            text(LIMITS.freePerAddress()),
            "Failures from one address before the first wait."),
        wait(
            "limits.first-wait",
            LIMITS.firstWait(),
            "The first wait; it doubles with each further failure."),
        wait("limits.longest-wait", LIMITS.longestWait(), "Where the doubling ends."),
        at(
            "limits.most-per-account",
            Kind.whole(1, 96),
            text(LIMITS.mostPerAccount()),
            "Consecutive failures after which only a reset opens the account to strangers."),
        wait(
            "limits.address-memory",
            LIMITS.addressMemory(),
            "An address without failures for so long starts anew."),
        wait(
            "limits.lane-memory",
            LIMITS.laneMemory(),
            "How long an address is known to an account after a good sign-in."),
        at(
            "limits.letters-per-account",
            Kind.whole(1, 1_000_000),
            text(LIMITS.lettersPerAccount()),
            "Reset letters to one account within the window."),
        at(
            "limits.letters-per-address",
            Kind.whole(1, 1_000_000),
            text(LIMITS.lettersPerAddress()),
            "Reset letters asked for by one address within the window."),
        wait("limits.letter-window", LIMITS.letterWindow(), "The window for reset letters."));
  }

  private Duration wait(String name, Duration standard, String sentence) {
    return at(name, Kind.duration(ofMillis(1), ofDays(365)), Kind.spell(standard), sentence);
  }

  private Configuration.Mail mail() {
    Optional<String> host =
        at(
            "mail.smtp.host",
            Kind.optionalText(),
            "",
            "The mail server; nothing puts letters into <data>/mail.");
    int port = at("mail.smtp.port", Kind.whole(1, 65_535), "587", "Its port.");
    Optional<String> user =
        at(
            "mail.smtp.user",
            Kind.optionalText(),
            "",
            "The name to sign in there with, if one is needed.");
    Optional<Secret> password =
        reader.read(
            Key.secret(
                "mail.smtp.password",
                Kind.secret().orNothing(),
                "The password to sign in there with."));
    String security =
        at(
            "mail.smtp.security",
            Kind.choice("starttls", "implicit", "none"),
            "starttls",
            "How the connection is encrypted.");
    return new Configuration.Mail(
        at(
            "mail.from",
            Kind.matching(
                "[^\\r\\n]*[^\\s@<>]+@[^\\s@<>]+>?",
                "an address, such as Example <no-reply@example.org>"),
            "Rekey <no-reply@localhost>",
            "The sender of letters."),
        at(
            "mail.templates",
            Kind.path().orNothing(),
            "",
            "A directory of templates that replace the built-in ones."),
        host.map(name -> new Configuration.Smtp(name, port, user, password, security)));
  }

  private Configuration.Log log() {
    return new Configuration.Log(
        at(
            "log.level",
            Kind.choice("error", "warn", "info", "debug", "trace"),
            "info",
            "The least important lines that are logged."),
        at("log.format", Kind.choice("text", "json"), "text", "How a line is written.")
            .equals("json"));
  }

  private Optional<Configuration.FirstAdmin> firstAdmin() {
    Optional<String> username =
        at(
            "admin.username",
            Kind.optionalText(),
            "",
            "The first administrator's username, for an unattended first start.");
    Optional<String> email =
        at("admin.email", Kind.optionalText(), "", "The first administrator's e-mail address.");
    Optional<Secret> password =
        reader.read(
            Key.secret(
                "admin.password",
                Kind.secret().orNothing(),
                "The first administrator's password."));
    boolean named = username.isPresent() || email.isPresent();
    if (named && password.isEmpty()) {
      reader.mistake("admin.password", "the first administrator needs a password");
    }
    if (!named && password.isPresent()) {
      reader.mistake("admin.username", "the first administrator needs a username or an address");
    }
    return named
        ? password.map(one -> new Configuration.FirstAdmin(username, email, one))
        : Optional.empty();
  }

  private static String text(int number) {
    return String.valueOf(number);
  }
}
