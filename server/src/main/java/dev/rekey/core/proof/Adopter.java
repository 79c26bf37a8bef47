package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.adoption.AdoptionWatch;
import dev.rekey.core.adoption.AdoptionWatch.Course;
import dev.rekey.core.adoption.Marks;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.adoption.Testimony;
import dev.rekey.core.adoption.Upstream;
import dev.rekey.core.audit.Event;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.NameCheck.Outcome;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Adoptions;
import dev.rekey.core.store.Adoptions.Beginning;
import dev.rekey.core.store.Adoptions.Wanted;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes people in at their first sign-in, on the word of the old system behind one mount.
 *
 * <p>The old system is asked about whoever has no password here, and about nobody else: never about
 * an account with a hash, nor about somebody who was adopted before, whatever became of the
 * account. Of one name one try at a time is made, so that failures cannot outrun their counters;
 * nothing of the hashing pool is held while the old system thinks.
 */
public final class Adopter {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int LONGEST_NAME = 320;
  private static final int LONGEST_PASSWORD = 1024;

  private final Settings settings;
  private final PasswordCheck passwords;
  private final Upstream upstream;
  private final Accounts accounts;
  private final Adoptions adoptions;
  private final Marks marks;
  private final Doorkeeper doorkeeper;
  private final AdoptionWatch watch;
  private final InstantSource clock;
  private final Turns turns = new Turns();

  public Adopter(
      Settings settings,
      PasswordCheck passwords,
      Upstream upstream,
      Accounts accounts,
      Adoptions adoptions,
      Marks marks,
      Doorkeeper doorkeeper,
      AdoptionWatch watch,
      InstantSource clock) {
    this.settings = settings;
    this.passwords = passwords;
    this.upstream = upstream;
    this.accounts = accounts;
    this.adoptions = adoptions;
    this.marks = marks;
    this.doorkeeper = doorkeeper;
    this.watch = watch;
    this.clock = clock;
  }

  /**
   * How a mount adopts.
   *
   * @param mount its name
   * @param patience for how long somebody waits while the same name is tried by others
   * @param until from when on the old system is never asked; empty for no such day
   */
  public record Settings(String mount, Roles roles, Duration patience, Optional<Instant> until) {}

  /** A name and a password as they came, and what is to follow if they are good. */
  record Asked(
      String name,
      Password password,
      Visit visit,
      Function<Account, Optional<Adoptions.Opening>> opening) {}

  /** What came of it; empty for whoever is none of the old system's business. */
  Optional<Outcome> receive(Asked asked) {
    if (!isForeign(asked)) {
      return Optional.empty();
    }
    Optional<Turns.Held> turn = turns.enter(marks.ofName(asked.name()).hex(), settings.patience());
    if (turn.isEmpty()) {
      return Optional.of(later(SOON));
    }
    try (Turns.Held _ = turn.get()) {
      return isForeign(asked) ? Optional.of(tryThere(asked)) : Optional.empty();
    }
  }

  private boolean isForeign(Asked asked) {
    return settings.until().filter(day -> !clock.instant().isBefore(day)).isEmpty()
        && isSayable(asked)
        && waitsForPassword(account(asked))
        && !adoptions.knows(asked.visit().realm(), settings.mount(), marks.ofName(asked.name()));
  }

  private Optional<Account> account(Asked asked) {
    return accounts.findByLogin(asked.visit().realm(), asked.name());
  }

  /** What could be read as anything else than a name and a password is said to nobody. */
  private static boolean isSayable(Asked asked) {
    return asked.name().length() <= LONGEST_NAME
        && !asked.name().isBlank()
        && asked.name().codePoints().noneMatch(Adopter::isUnspeakable)
        && !asked.password().isEmpty()
        && !asked.password().isUnusable()
        && asked.password().length() <= LONGEST_PASSWORD;
  }

  private static boolean isUnspeakable(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }

  /** Nobody, or somebody who may come in and has nothing yet to come in with. */
  private boolean waitsForPassword(Optional<Account> account) {
    return account
        .filter(one ->
            one.credential().hash().isPresent()
                || !one.credential().passwordLogin()
                || one.closed()
                || !mayComeIn(one))
        .isEmpty();
  }

  private Outcome tryThere(Asked asked) {
    return switch (passwords.foreign(asked.name(), asked.password(), asked.visit())) {
      case Trial.Barred(PasswordCheck.Result result) -> new Outcome.Checked(result);
      case Trial.Unproven unproven -> ask(asked, unproven);
    };
  }

  private Outcome ask(Asked asked, Trial.Unproven unproven) {
    return switch (upstream.ask(asked.name(), asked.password())) {
      case Testimony.Vouched(Newcomer newcomer) -> adopt(asked, unproven, newcomer);
      case Testimony.Refused() -> refuse(unproven, new Event.SignInFailed(), Course.REFUSED);
      case Testimony.Unreachable(Duration retryAfter) -> {
        watch.asked(settings.mount(), Course.UNREACHABLE);
        yield later(retryAfter);
      }
    };
  }

  private Outcome adopt(Asked asked, Trial.Unproven unproven, Newcomer newcomer) {
    return switch (adoptions.adopt(
        wanted(asked, unproven, newcomer), account -> beginning(asked, unproven, account))) {
      case Adoptions.Result.Adopted(Account account, var issued) -> {
        watch.asked(settings.mount(), Course.ADOPTED);
        yield mayComeIn(account) ? new Outcome.Adopted(account, issued) : wrong();
      }
      case Adoptions.Result.Before() ->
          turnedAway(asked, unproven, new Event.AdoptionRefused("before"), Course.ADOPTED_BEFORE);
      case Adoptions.Result.Occupied() ->
          turnedAway(asked, unproven, new Event.AdoptionRefused("occupied"), Course.COLLIDED);
    };
  }

  private Wanted wanted(Asked asked, Trial.Unproven unproven, Newcomer newcomer) {
    return new Wanted(
        newcomer,
        unproven.account().map(Account::id),
        unproven.sealed(),
        marks.ofSubject(newcomer.subject()),
        marks.ofNames(asked.name(), newcomer.logins()),
        asked.visit(),
        clock.instant());
  }

  private Beginning beginning(Asked asked, Trial.Unproven unproven, Account account) {
    Visit visit = asked.visit();
    List<String> own = doorkeeper.countersOf(visit.realm(), account.id(), visit.origin());
    return new Beginning(
        mayComeIn(account) ? asked.opening().apply(account) : Optional.empty(),
        Stream.concat(unproven.forgiven().stream(), own.stream()).distinct().toList());
  }

  /** On another node somebody may have been quicker with the same person. */
  private Outcome turnedAway(Asked asked, Trial.Unproven unproven, Event why, Course course) {
    boolean here = account(asked).filter(one -> one.credential().hash().isPresent()).isPresent();
    return here
        ? new Outcome.Checked(passwords.byName(asked.name(), asked.password(), asked.visit()))
        : refuse(unproven, why, course);
  }

  private Outcome refuse(Trial.Unproven unproven, Event why, Course course) {
    passwords.fail(unproven, why);
    watch.asked(settings.mount(), course);
    return wrong();
  }

  private static Outcome wrong() {
    return new Outcome.Checked(new PasswordCheck.Result.Wrong(new Reason.WrongNameOrPassword()));
  }

  /** A role that may not sign in may not here, whoever vouches for it. */
  private boolean mayComeIn(Account account) {
    return settings.roles().may(account, Capability.SIGN_IN);
  }

  private static Outcome later(Duration retryAfter) {
    return new Outcome.Checked(new PasswordCheck.Result.Overloaded(retryAfter));
  }
}
