package dev.rekey.core.register;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.letter.TicketOffice.Offer;
import dev.rekey.core.letter.TicketOffice.Reader;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.Accounts.Welcome;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Somebody makes an account of their own, and is signed in to it at once where that may be. */
public final class SignUp {

  private final Accounts accounts;
  private final NewPassword newPassword;
  private final Hasher hasher;
  private final Doorkeeper doorkeeper;
  private final TicketOffice office;
  private final Rules rules;
  private final InstantSource clock;

  public SignUp(
      Accounts accounts,
      NewPassword newPassword,
      Hasher hasher,
      Doorkeeper doorkeeper,
      TicketOffice office,
      Rules rules,
      InstantSource clock) {
    this.accounts = accounts;
    this.newPassword = newPassword;
    this.hasher = hasher;
    this.doorkeeper = doorkeeper;
    this.office = office;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What a mount gives to whoever comes.
   *
   * @param open whether anybody may
   * @param role what a new account is
   * @param issuer makes the token of the first session, where the mount opens one
   * @param confirmation whether somebody whose address is to be confirmed may come in before
   */
  public record Rules(
      boolean open,
      Role role,
      EmailRule emailRule,
      Optional<Issuer> issuer,
      ConfirmationRule confirmation) {

    /** Whoever has to confirm an address does so first. */
    public Rules(boolean open, Role role, EmailRule emailRule, Optional<Issuer> issuer) {
      this(open, role, emailRule, issuer, new ConfirmationRule(Optional.of(Duration.ZERO)));
    }
  }

  /**
   * The account as wished.
   *
   * @param email as sent; empty when absent or null
   * @param confirmation where the letter leads by which the address is confirmed; empty when it
   *     needs no confirmation
   */
  public record Command(
      Optional<String> email,
      Optional<String> username,
      NewPassword.Wish password,
      Profile profile,
      Optional<TicketLink> confirmation,
      Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * The account is there, and on disk.
     *
     * @param issued the first session's token; empty where the address is to be confirmed first, or
     *     where the mount opens none
     */
    record SignedUp(Account account, Optional<Issued> issued) implements Outcome {}

    /** Nobody makes an account here but a steward. */
    record Closed() implements Outcome {}

    record Refused(List<Violation> violations) implements Outcome {}

    record TooMany(Duration retryAfter) implements Outcome {}

    record Overloaded(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!rules.open()) {
      return new Outcome.Closed();
    }
    if (!doorkeeper.maySignUp(command.visit().origin())) {
      return new Outcome.TooMany(doorkeeper.letterWindow());
    }
    List<Violation> violations = judge(command);
    if (!violations.isEmpty()) {
      return new Outcome.Refused(List.copyOf(violations));
    }
    return hasher.inSlot(
        source(command),
        slot -> commit(command, slot.seal(command.password().password().orElseThrow())),
        Outcome.Overloaded::new);
  }

  private static Source source(Command command) {
    Visit visit = command.visit();
    return command.email().or(command::username).map(visit::source).orElseGet(visit::source);
  }

  /** About the names first, about the password then. */
  private List<Violation> judge(Command command) {
    List<Violation> violations = new ArrayList<>(judgeNames(command));
    violations.addAll(newPassword.judge(command.password(), bearer(command, violations)));
    return violations;
  }

  private List<Violation> judgeNames(Command command) {
    Names names = new Names(accounts, command.visit().realm(), rules.emailRule());
    List<Violation> violations = new ArrayList<>(names.judgeNewEmail(command.email()));
    command.username().map(names::judgeNewUsername).ifPresent(violations::addAll);
    return violations;
  }

  /** What does not read as a name is no word that a password could be made of. */
  private static PasswordPolicy.Bearer bearer(Command command, List<Violation> ofNames) {
    return new PasswordPolicy.Bearer(
        ofNames.isEmpty()
            ? Account.wordsOf(logins(command), command.profile())
            : List.copyOf(command.profile().fields().values()));
  }

  private static Logins logins(Command command) {
    return Logins.of(command.email(), command.username());
  }

  private Outcome commit(Command command, PasswordHash hash) {
    Instant now = clock.instant();
    FirstSession first = new FirstSession(command, now);
    return switch (accounts.create(
        draft(command, hash), command.visit(), Optional.empty(), now, first)) {
      case Creation.Created(Account account) -> new Outcome.SignedUp(account, first.issued);
      case Creation.Taken(String what) -> new Outcome.Refused(List.of(Names.taken(what)));
    };
  }

  private NewAccount draft(Command command, PasswordHash hash) {
    return new NewAccount(
        command.visit().realm(),
        logins(command),
        rules.role(),
        command.profile(),
        Optional.of(hash),
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What the account starts with; it keeps the token, which the store never sees. */
  private final class FirstSession implements Function<Account, Welcome> {

    private final Command command;
    private final Instant now;
    private Optional<Issued> issued = Optional.empty();

    FirstSession(Command command, Instant now) {
      this.command = command;
      this.now = now;
    }

    @Override
    public Welcome apply(Account account) {
      issued =
          rules
              .issuer()
              .filter(_ -> mayComeIn(account))
              .map(issuer -> issuer.issue(account, command.visit(), now));
      Optional<Offer> offer = command.confirmation().map(link -> offer(account, link));
      return new Welcome(
          issued.map(Issued::grant),
          offer.map(Offer::ticket),
          offer.map(Offer::letter).stream().toList());
    }

    private boolean mayComeIn(Account account) {
      return command.confirmation().isEmpty() || !rules.confirmation().bars(account, now);
    }

    private Offer offer(Account account, TicketLink link) {
      String to = account.logins().email().orElseThrow();
      Reader reader = Reader.of(account, to, command.visit());
      return office.offer(Ticket.Purpose.CONFIRM_EMAIL, reader, link, now);
    }
  }
}
