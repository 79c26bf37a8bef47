package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.ProfileDesk;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.Blocklist;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.reset.TypeCode;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.GiveTemporaryPassword;
import dev.rekey.core.steward.SendReset;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.store.Ports;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.PhraseBook;
import dev.rekey.core.token.Revocation;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole core, wired on a store in memory, with a hasher that counts and a clock that stands.
 */
public final class Scene {

  public static final Instant MORNING = Instant.parse("2026-11-20T08:00:00.250Z");
  public static final Duration BATCH = Duration.ofSeconds(5);
  public static final Duration CONFIRMATION_LIFETIME = Duration.ofDays(1);
  public static final Duration TEMPORARY = Duration.ofDays(1);
  public static final Duration TICKET_LIFETIME = Duration.ofHours(6);
  public static final String RESET_ADDRESS = "https://id.example.org/reset?token=";
  public static final TicketLink LINK = new TicketLink(RESET_ADDRESS + "{token}");

  public static final Role ADMIN = new Role("admin");
  public static final Role USER = new Role("user");
  public static final Role CHILD = new Role("child");
  public static final Role GHOST = new Role("ghost");

  /** An address where nobody signed in before, until somebody does. */
  public static final Visit HOME = from("192.0.2.7");

  private static final Set<Capability> OWNER =
      EnumSet.range(Capability.SIGN_IN, Capability.CLOSE_OWN_ACCOUNT);

  public static final Roles ROLES =
      new Roles(
          Map.of(
              ADMIN,
              EnumSet.allOf(Capability.class),
              USER,
              OWNER,
              CHILD,
              EnumSet.of(Capability.SIGN_IN),
              GHOST,
              Set.of()));

  public final MemoryStore store;
  public final PlainHasher hasher;
  public final HandClock clock;
  public final FakeTokens tokens;
  public final Doorkeeper doorkeeper;
  public final Mint mint = new Mint(new SecureRandom());

  private final Watched watched = new Watched();
  private final Ports ports;

  public Scene() {
    this(new MemoryStore(), new PlainHasher(), new HandClock(MORNING), new FakeTokens());
  }

  private Scene(MemoryStore store, PlainHasher hasher, HandClock clock, FakeTokens tokens) {
    this.store = store;
    this.hasher = hasher;
    this.clock = clock;
    this.tokens = tokens;
    this.ports = watched.ports(store.ports());
    this.doorkeeper = new Doorkeeper(ports.attempts(), LimitSettings.standard(), clock);
  }

  /** The same server after a stop and a start: everything is new but what is stored. */
  public Scene restarted() {
    return new Scene(store, hasher, clock, tokens);
  }

  // Circumstances

  public static Visit from(String address) {
    return visit(Realm.MAIN, address);
  }

  public static Visit visit(Realm realm, String address) {
    return new Visit(realm, "wire", new Origin(address, "test/1"), Optional.empty());
  }

  // People

  /** A user with a name, the address {@code name@example.org} and a password. */
  public Account person(String name, String password) {
    return made(draft(name, USER, Optional.of(hasher.hash(password))));
  }

  public Account person(String name, Role role, String password) {
    return made(draft(name, role, Optional.of(hasher.hash(password))));
  }

  public Account personWithoutPassword(String name) {
    return made(draft(name, USER, Optional.empty()));
  }

  public Account personWithoutAddress(String name, String password) {
    Logins logins = Logins.of(Optional.empty(), Optional.of(name));
    return made(draft(Realm.MAIN, logins, USER, Optional.of(hasher.hash(password)), true));
  }

  public Account personWithoutPasswordLogin(String name, String password) {
    return made(draft(Realm.MAIN, logins(name), USER, Optional.of(hasher.hash(password)), false));
  }

  public Account personOf(Realm realm, String name, String password) {
    return made(draft(realm, logins(name), USER, Optional.of(hasher.hash(password)), true));
  }

  /** A person whose stored hash is this one. */
  public Account personWithHash(String name, PasswordHash hash) {
    return made(draft(name, USER, Optional.of(hash)));
  }

  public Account made(NewAccount draft) {
    Creation creation =
        store.accounts().create(draft, visit(draft.realm(), "192.0.2.1"), clock.instant());
    if (creation instanceof Creation.Created(Account account)) {
      return account;
    }
    throw new AssertionError("not made: " + creation);
  }

  public static NewAccount draft(String name, Role role, Optional<PasswordHash> hash) {
    return draft(Realm.MAIN, logins(name), role, hash, true);
  }

  public static NewAccount draft(
      Realm realm, Logins logins, Role role, Optional<PasswordHash> hash, boolean passwordLogin) {
    return new NewAccount(
        realm,
        logins,
        role,
        Profile.empty(),
        hash,
        passwordLogin,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static Logins logins(String name) {
    return Logins.of(Optional.of(name + "@example.org"), Optional.of(name));
  }

  public void disable(Account account) {
    AuditEntry entry =
        AuditEntry.of(clock.instant(), HOME, account.id(), new Event.AccountDisabled());
    store.accounts().setDisabled(account.id(), true, entry);
  }

  // Deeds

  public SignIn.Outcome signIn(String name, String password) {
    return signIn(name, password, HOME);
  }

  public SignIn.Outcome signIn(String name, String password, Visit visit) {
    return signIn().handle(new SignIn.Command(name, Password.of(password), visit));
  }

  /** With tokens of another kind. */
  public SignIn.Outcome signIn(String name, String password, Visit visit, Issuer issuer) {
    return new SignIn(passwords(), ports.grants(), issuer, 3, ConfirmationRule.none(), clock)
        .handle(new SignIn.Command(name, Password.of(password), visit));
  }

  /** The token of somebody who certainly may sign in. */
  public Issued signedIn(String name, String password) {
    return signedIn(name, password, HOME);
  }

  public Issued signedIn(String name, String password, Visit visit) {
    if (signIn(name, password, visit) instanceof SignIn.Outcome.SignedIn(var _, Issued issued)) {
      return issued;
    }
    throw new AssertionError(name + " may not sign in");
  }

  public boolean admits(String name, String password) {
    return signIn(name, password) instanceof SignIn.Outcome.SignedIn;
  }

  /** Fails so often to sign in, each time as soon as the door opens again. */
  public void failPatiently(String name, int times, Visit visit) {
    for (int failures = 0; failures < times; ) {
      switch (signIn(name, "certainly not it", visit)) {
        case SignIn.Outcome.TooMany(Duration retryAfter, boolean _) -> clock.pass(retryAfter);
        case SignIn.Outcome.NotSignedIn _ -> failures++;
        case SignIn.Outcome.SignedIn _, SignIn.Outcome.Overloaded _ ->
            throw new AssertionError("that was to be a failure");
      }
    }
  }

  public Caller caller(Issued issued) {
    return caller(new Claim.SignedToken(issued.token()));
  }

  public Caller caller(String name, String password) {
    return caller(new Claim.NameAndPassword(name, Password.of(password)));
  }

  public Caller caller(Claim claim) {
    if (prover().prove(claim, HOME) instanceof Proof.Known(Caller caller)) {
      return caller;
    }
    throw new AssertionError("nobody is known by " + claim);
  }

  public boolean admits(Issued issued) {
    return prover().prove(new Claim.SignedToken(issued.token()), HOME) instanceof Proof.Known;
  }

  public AskForLetter.Outcome askForReset(String name) {
    return askForReset(name, HOME);
  }

  public AskForLetter.Outcome askForReset(String name, Visit visit) {
    return askFor(Ticket.Purpose.RESET_PASSWORD, name, visit);
  }

  public AskForLetter.Outcome askFor(Ticket.Purpose purpose, String name, Visit visit) {
    return askForLetter().handle(new AskForLetter.Command(purpose, name, LINK, visit));
  }

  /** Asks for a letter and reads the token in it. */
  public String resetToken(String name) {
    askForReset(name);
    return newestToken();
  }

  public String newestToken() {
    return letters(Letter.ResetLink.class).getLast().link().substring(RESET_ADDRESS.length());
  }

  public TypeCode.Outcome type(String name, String code) {
    return type(name, code, HOME);
  }

  public TypeCode.Outcome type(String name, String code, Visit visit) {
    return typeCode().handle(new TypeCode.Command(name, code, visit));
  }

  /** Asks for a letter and reads the code in it. */
  public String resetCode(String name) {
    askForReset(name);
    return letters(Letter.ResetLink.class).getLast().code();
  }

  public SpendTicket.Outcome spend(String token, String next) {
    return spendTicket()
        .handle(
            new SpendTicket.Command(
                Optional.of(token),
                NewPassword.Wish.of(Password.of(next)),
                Optional.empty(),
                HOME));
  }

  // Rooms

  public NewPassword newPassword() {
    PolicySettings settings = new PolicySettings(8, 64, false, true, List.of("rekey"), true);
    return new NewPassword(PasswordPolicy.standard(settings, Blocklist.none()));
  }

  public PasswordCheck passwords() {
    return new PasswordCheck(
        ports.accounts(), ports.credentials(), ports.attempts(), doorkeeper, hasher, ROLES, clock);
  }

  public Prover prover() {
    return prover(Prover.Rules.ofBatches(BATCH));
  }

  public Prover prover(Prover.Rules rules) {
    return new Prover(
        ports.accounts(),
        ports.grants(),
        ports.tickets(),
        passwords(),
        tokens,
        rules,
        ROLES,
        clock);
  }

  public SignIn signIn() {
    return signIn(ConfirmationRule.none());
  }

  public SignIn signIn(ConfirmationRule confirmation) {
    return new SignIn(passwords(), ports.grants(), tokens, 3, confirmation, clock);
  }

  public ClientTokens clientTokens() {
    return new ClientTokens(mint, ClientTokens.LIFESPAN);
  }

  public TurnToken turnToken() {
    return turnToken(new TurnToken.Rhythm.EachRequest(BATCH));
  }

  public TurnToken turnToken(TurnToken.Rhythm rhythm) {
    return new TurnToken(ports.grants(), clientTokens(), rhythm, clock);
  }

  public ChangePassword changePassword() {
    return changePassword(true);
  }

  public ChangePassword changePassword(boolean endsOthers) {
    return new ChangePassword(
        passwords(), newPassword(), hasher, ports.credentials(), desk(), endsOthers, clock);
  }

  public ChangeProfile changeProfile() {
    return new ChangeProfile(ports.accounts(), passwords(), desk(), clock);
  }

  private ProfileDesk desk() {
    return new ProfileDesk(ports.accounts(), office(), EmailRule.LABELLED);
  }

  public TicketOffice office() {
    return new TicketOffice(
        mint,
        new Codes(mint, new byte[32]),
        new TicketOffice.Lifetimes(TICKET_LIFETIME, CONFIRMATION_LIFETIME, TICKET_LIFETIME));
  }

  public SignUp signUp(SignUp.Rules rules) {
    return new SignUp(ports.accounts(), newPassword(), hasher, doorkeeper, office(), rules, clock);
  }

  public CancelAccount cancelAccount() {
    return new CancelAccount(ports.accounts(), doorkeeper, clock);
  }

  public ConfirmEmail confirmEmail() {
    return new ConfirmEmail(ports.accounts(), ports.tickets(), clock);
  }

  public Unlock unlock() {
    return new Unlock(ports.accounts(), ports.tickets(), doorkeeper, clock);
  }

  public SignOut signOut(Revocation revocation) {
    return new SignOut(ports.grants(), revocation, clock);
  }

  public Sessions sessions() {
    return new Sessions(ports.accounts(), ports.grants(), clock);
  }

  public EditAccount editAccount() {
    return new EditAccount(ports.accounts(), ROLES, EmailRule.LABELLED, clock);
  }

  public DeleteAccount deleteAccount() {
    return new DeleteAccount(ports.accounts(), doorkeeper, clock);
  }

  public SendReset sendReset() {
    return new SendReset(
        ports.accounts(), ports.tickets(), doorkeeper, ROLES, office(), ports.alarms(), clock);
  }

  public AskForLetter askForLetter() {
    return new AskForLetter(
        ports.accounts(),
        ports.tickets(),
        ports.audit(),
        doorkeeper,
        ROLES,
        office(),
        ports.alarms(),
        clock);
  }

  public TypeCode typeCode() {
    return new TypeCode(
        ports.accounts(),
        ports.tickets(),
        ports.audit(),
        doorkeeper,
        ROLES,
        office(),
        new Codes(mint, new byte[32]),
        clock);
  }

  public SpendTicket spendTicket() {
    return new SpendTicket(
        ports.accounts(),
        ports.tickets(),
        ports.credentials(),
        newPassword(),
        hasher,
        doorkeeper,
        ROLES,
        clock);
  }

  public CreateAccount createAccount() {
    return new CreateAccount(ports.accounts(), newPassword(), hasher, ROLES, clock);
  }

  public SetPassword setPassword() {
    return new SetPassword(
        ports.accounts(), ports.credentials(), newPassword(), hasher, doorkeeper, clock);
  }

  public DisableAccount disableAccount() {
    return new DisableAccount(ports.accounts(), clock);
  }

  public GiveTemporaryPassword giveTemporaryPassword() {
    return new GiveTemporaryPassword(
        ports.accounts(),
        ports.credentials(),
        newPassword(),
        hasher,
        doorkeeper,
        PhraseBook.shipped(mint),
        TEMPORARY,
        clock);
  }

  public static Steward operator() {
    return new Steward.Operator();
  }

  // What is to be seen afterwards

  /** Everything that a change may change, as it stands. */
  public record Standing(
      List<Account> accounts,
      List<List<Grant>> grants,
      List<Letter> letters,
      List<AuditEntry> trail) {}

  public Standing standing() {
    List<Account> accounts = store.accounts().list(Realm.MAIN, Optional.empty(), 1000);
    return new Standing(
        accounts,
        accounts.stream().map(one -> store.grants().of(one.id(), clock.instant())).toList(),
        store.letters(),
        store.trail());
  }

  public Account now(Account account) {
    return store.accounts().find(account.id()).orElseThrow();
  }

  public <T extends Letter> List<T> letters(Class<T> kind) {
    return store.letters().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The newest entry of the trail. */
  public AuditEntry lastEntry() {
    return store.trail().getLast();
  }

  /** What the deed asks of the ports, such as {@code Attempts.count}. */
  public List<String> callsOf(Runnable deed) {
    return watched.during(deed);
  }

  /** How often the deed makes the store commit something. */
  public long commitsOf(Runnable deed) {
    return callsOf(deed).stream().filter(Watched::isCommit).count();
  }

  /** The hashes that the deed takes. */
  public PlainHasher.Work workOf(Runnable deed) {
    PlainHasher.Work before = hasher.work();
    deed.run();
    return hasher.work().since(before);
  }
}
