package dev.rekey;

import dev.rekey.cli.Instruments;
import dev.rekey.cli.Premises;
import dev.rekey.cli.Trouble;
import dev.rekey.config.Configuration;
import dev.rekey.core.alarm.AlarmOffice;
import dev.rekey.core.alarm.AlarmedAccounts;
import dev.rekey.core.alarm.AlarmedCredentials;
import dev.rekey.core.chronicle.HashingLoad;
import dev.rekey.core.chronicle.Node;
import dev.rekey.core.chronicle.Tallies;
import dev.rekey.core.letter.Specimens;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.HashingEngine;
import dev.rekey.core.password.HashingPool;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import dev.rekey.core.policy.Blocklist;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.Rule;
import dev.rekey.core.policy.UnreadableBlocklistException;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.FirstStart;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.ViewAdoption;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Alarms;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Grants;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.http.FallbackMount;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Ids;
import dev.rekey.http.Mount;
import dev.rekey.http.Router;
import dev.rekey.http.engine.EngineSettings;
import dev.rekey.http.engine.HelidonServer;
import dev.rekey.mail.MailDesk;
import dev.rekey.mail.NudgingAccounts;
import dev.rekey.mail.NudgingAlarms;
import dev.rekey.mail.NudgingCredentials;
import dev.rekey.mail.NudgingGrants;
import dev.rekey.mail.NudgingTickets;
import dev.rekey.mail.Postman;
import dev.rekey.metrics.Metrics;
import dev.rekey.migrate.ImportDesk;
import dev.rekey.page.Dressing;
import dev.rekey.store.Store;
import dev.rekey.web.AccountPages;
import dev.rekey.web.SetupPages;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The wiring: the only class that knows every concrete class, and the only one that makes a clock
 * or a source of randomness.
 */
public final class House implements Premises {

  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(75);
  private static final int REQUEST_LINE_LIMIT = 8 * 1024;
  private static final int PASSWORD_BYTES = 15;

  private final Configuration configuration;
  private final int port;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Mint mint;
  private final InstanceKey instanceKey;
  private final Metrics metrics;
  private final Tallies tallies;
  private final Store store;
  private final HashingEngine hashingEngine;
  private final HashingPool hasher;
  private final Doorkeeper doorkeeper;
  private final Blocklist blocklist;
  private final MailRoom mailRoom;
  private final Postman postman;
  private final AdoptionRoom adoptionRoom;

  private House(
      Configuration configuration,
      InstantSource clock,
      SecureRandom random,
      InstanceKey instanceKey,
      Metrics metrics,
      Tallies tallies,
      Store store) {
    this.configuration = configuration;
    this.port = FreePort.of(configuration.http().port());
    this.clock = clock;
    this.random = random;
    this.mint = new Mint(random);
    this.instanceKey = instanceKey;
    this.metrics = metrics;
    this.tallies = tallies;
    this.store = store;
    this.hashingEngine = HashingRoom.engine(configuration.hashing());
    this.hasher =
        HashingRoom.pool(
            configuration.hashing(),
            hashingEngine,
            ImportRoom.keys(store.keyring()),
            metrics.hashing(),
            random);
    this.doorkeeper =
        new Doorkeeper(store.attempts(), configuration.limits(), clock, metrics.limits());
    this.blocklist = readBlocklist(configuration.policy());
    this.mailRoom = new MailRoom(configuration, publicUrl(), mint, clock, metrics::mail);
    this.postman = mailRoom.postman(store.outbox());
    this.adoptionRoom =
        new AdoptionRoom(
            configuration.mounts(), publicUrl(), configuration.roles(), metrics.adoptions(), clock);
  }

  /** The machine's own clock, chance and stopwatch, for commands that need no house. */
  public static Instruments instruments() {
    return new Instruments(InstantSource.system(), new SecureRandom(), System::nanoTime);
  }

  /** Opens the storage and wires the rooms; nothing listens yet. */
  public static House open(Configuration configuration) {
    return open(configuration, InstantSource.system());
  }

  static House open(Configuration configuration, InstantSource clock) {
    Logging.configure(configuration.log());
    SecureRandom random = new SecureRandom();
    StoreRoom.makeDirectory(configuration.dataDirectory());
    InstanceKey key = StoreRoom.instanceKey(configuration, random);
    Tallies tallies = new Tallies();
    Metrics metrics = MetricsRoom.desk(configuration.metrics(), tallies);
    Store store = StoreRoom.open(configuration, key, random, metrics.store());
    try {
      return sound(() -> new House(configuration, clock, random, key, metrics, tallies, store));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** What a file of keys, words or templates has that it should not is the operator's to mend. */
  private static <T> T sound(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException | UnreadableBlocklistException e) {
      throw new Trouble(String.valueOf(e.getMessage()), e);
    }
  }

  private static Blocklist readBlocklist(Configuration.Policy policy) {
    Blocklist shipped = Blocklist.shipped();
    return policy.blocklistFile().map(shipped::plus).orElse(shipped);
  }

  NewPassword newPassword(Configuration.Policy policy) {
    return new NewPassword(PasswordPolicy.standard(policy.settings(), blocklist(policy)));
  }

  /** Most mounts have the server's list, which is read once. */
  private Blocklist blocklist(Configuration.Policy policy) {
    boolean shared = policy.blocklistFile().equals(configuration.policy().blocklistFile());
    return shared ? blocklist : readBlocklist(policy);
  }

  /** Whatever is typed, so long as it can be a password at all. */
  private NewPassword anyPassword() {
    return new NewPassword(new PasswordPolicy(List.of(new Rule.NotBlank(), new Rule.Usable())));
  }

  Credentials credentials() {
    return new NudgingCredentials(
        new AlarmedCredentials(store.credentials(), alarmOffice()), postman::nudge);
  }

  Grants grants() {
    return new NudgingGrants(store.grants(), postman::nudge);
  }

  Alarms alarms() {
    return new NudgingAlarms(store.alarms(), postman::nudge);
  }

  /** Hangs an alarm behind every notice that is posted. */
  AlarmOffice alarmOffice() {
    return new AlarmOffice(
        mint,
        new TicketLink(publicUrl() + AccountPages.ALARM),
        configuration.notices().alarmLifetime());
  }

  Tickets tickets() {
    return new NudgingTickets(store.tickets(), postman::nudge);
  }

  Configuration configuration() {
    return configuration;
  }

  /** Where people find this server. */
  String publicUrl() {
    return configuration.http().publicUrl(port);
  }

  InstantSource clock() {
    return clock;
  }

  SecureRandom random() {
    return random;
  }

  Mint mint() {
    return mint;
  }

  InstanceKey instanceKey() {
    return instanceKey;
  }

  Store store() {
    return store;
  }

  HashingPool hasher() {
    return hasher;
  }

  /** One for all doors: before an account's there is a single turnstile, whoever tries where. */
  Doorkeeper doorkeeper() {
    return doorkeeper;
  }

  AdoptionRoom adoptionRoom() {
    return adoptionRoom;
  }

  PasswordCheck passwordCheck(Doorkeeper doorkeeper) {
    return new PasswordCheck(
        store.accounts(),
        store.credentials(),
        store.attempts(),
        doorkeeper,
        hasher,
        configuration.roles(),
        clock);
  }

  @Override
  public Accounts accounts() {
    return new NudgingAccounts(
        new AlarmedAccounts(store.accounts(), alarmOffice()), postman::nudge);
  }

  @Override
  public CreateAccount createAccount() {
    return createAccount(newPassword(configuration.policy()));
  }

  @Override
  public CreateAccount createAccountUnjudged() {
    return createAccount(anyPassword());
  }

  CreateAccount createAccount(NewPassword newPassword) {
    return new CreateAccount(store.accounts(), newPassword, hasher, configuration.roles(), clock);
  }

  @Override
  public SetPassword setPassword() {
    return setPassword(newPassword(configuration.policy()));
  }

  @Override
  public SetPassword setPasswordUnjudged() {
    return setPassword(anyPassword());
  }

  SetPassword setPassword(NewPassword newPassword) {
    return new SetPassword(
        store.accounts(), credentials(), newPassword, hasher, doorkeeper(), clock);
  }

  @Override
  public DisableAccount disableAccount() {
    return new DisableAccount(store.accounts(), clock);
  }

  @Override
  public PasswordHash seal(Password password) {
    return switch (hasher.reserve(Source.house())) {
      case Hasher.Slot slot -> {
        try (slot) {
          yield slot.seal(password);
        }
      }
      case Hasher.Full _ -> throw new Trouble("the machine is too busy to hash a password");
    };
  }

  @Override
  public MailDesk mailDesk() {
    return mailRoom.desk();
  }

  @Override
  public ImportDesk importDesk() {
    return ImportRoom.desk(configuration, store, clock);
  }

  @Override
  public ViewAdoption viewAdoption() {
    return new ViewAdoption(adoptionRoom.sources(), store.adoptions(), clock);
  }

  @Override
  public String randomPassword() {
    return mint.token(PASSWORD_BYTES);
  }

  /** Names a request and opens nothing, so that it need not be one that nobody can guess. */
  private static UUID anyUuid() {
    return Mint.uuid(
        ThreadLocalRandom.current().nextLong(), ThreadLocalRandom.current().nextLong());
  }

  @Override
  public Serving serve() {
    adoptionRoom.keepNumbersFree(store.adoptions());
    Optional<String> setupToken =
        new FirstAdministrator(store.accounts(), createAccount(), mint)
            .make(configuration.firstAdmin());
    FirstStart firstStart =
        new FirstStart(store.accounts(), createAccount(), setupToken.map(TokenDigest::of));
    FrontDoor door =
        new FrontDoor(
            new Router(mounts(firstStart), new FallbackMount()),
            () -> mint.hex(8),
            System::nanoTime,
            metrics.requests());
    HelidonServer server =
        HelidonServer.start(engine(), door, new Ids(House::anyUuid), System::nanoTime);
    mailRoom.warnWithoutMailServer();
    postman.start();
    Caretaker caretaker =
        new Caretaker(
                store.broom(),
                configuration.audit().keep(),
                clock,
                System::nanoTime,
                metrics::swept)
            .start();
    Chronicler chronicler = chronicler().start();
    startMetrics(door);
    Foreman foreman = new IncidentUseCases(this).foreman(new UseCases(this).office()).start();
    EngineContest contest = EngineContest.start(hashingEngine, configuration.hashing().cost());
    return new Open(server, List.of(caretaker, chronicler, foreman, contest), setupToken);
  }

  private Chronicler chronicler() {
    Instant now = clock.instant();
    Node node = new Node(Chronicler.nameOfMachine(port), MetricsRoom.version(), now, now);
    return new Chronicler(store.chronicle(), tallies, node, clock);
  }

  Specimens specimens() {
    return mailRoom.specimens();
  }

  HashingLoad hashingLoad() {
    return new HashingLoad(hasher.threads(), hasher.busy(), hasher.waiting(), hasher.capacity());
  }

  private void startMetrics(FrontDoor door) {
    metrics.show(door);
    metrics.show(hasher);
    metrics.show(store.outbox(), clock);
    metrics.show(store.database());
    metrics.start();
  }

  private List<Mount> mounts(FirstStart firstStart) {
    List<Mount> mounts = new ArrayList<>(mounts());
    Dressing dressing = new Dressing();
    mounts.add(new SetupPages(firstStart, publicUrl(), dressing));
    PageMounts pages = new PageMounts(this, dressing);
    mounts.add(pages.accountPages());
    mounts.add(pages.consolePages(mounts));
    return mounts;
  }

  /** The configured wires, and the page of metrics. */
  List<Mount> mounts() {
    List<Mount> mounts = new ArrayList<>(sound(() -> new Mounts(this).all()));
    sound(() -> MetricsRoom.page(metrics, configuration.metrics())).ifPresent(mounts::add);
    return mounts;
  }

  private EngineSettings engine() {
    Configuration.Http http = configuration.http();
    return new EngineSettings(
        http.host(),
        port,
        http.bodyLimit(),
        http.headerLimit(),
        REQUEST_LINE_LIMIT,
        http.readTimeout(),
        IDLE_TIMEOUT,
        http.trustedProxies(),
        http.maxConnections());
  }

  @Override
  public void close() {
    metrics.close();
    adoptionRoom.close();
    postman.close();
    hasher.close();
    store.close();
  }

  /** The house while its door is open. */
  private final class Open implements Serving {

    private final HelidonServer server;
    private final List<Beside> helpers;
    private final Optional<String> setupToken;

    Open(HelidonServer server, List<Beside> helpers, Optional<String> setupToken) {
      this.server = server;
      this.helpers = helpers;
      this.setupToken = setupToken;
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public Optional<String> setupLink() {
      return setupToken.map(token -> publicUrl() + SetupPages.PREFIX + '/' + token);
    }

    @Override
    public void stop() {
      server.stop(configuration.http().drainTimeout());
      helpers.forEach(Beside::close);
    }
  }
}
