package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.limit.Admission;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Hasher.Verdict;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Attempts;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks a password against an account, known or not, with the same work and the same counters
 * either way.
 */
public final class PasswordCheck {

  private final Accounts accounts;
  private final Credentials credentials;
  private final Attempts attempts;
  private final Doorkeeper doorkeeper;
  private final Hasher hasher;
  private final Roles roles;
  private final InstantSource clock;

  public PasswordCheck(
      Accounts accounts,
      Credentials credentials,
      Attempts attempts,
      Doorkeeper doorkeeper,
      Hasher hasher,
      Roles roles,
      InstantSource clock) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.attempts = attempts;
    this.doorkeeper = doorkeeper;
    this.hasher = hasher;
    this.roles = roles;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {

    /**
     * It is the account's password.
     *
     * @param forgiven the counters that the caller's own commit, or {@link #forgive}, clears
     */
    record Right(Account account, List<String> forgiven) implements Result {}

    record Wrong(Reason reason) implements Result {}

    /**
     * Too many failed before; nothing was looked at.
     *
     * @param locked whether it is the account that is shut, rather than that it waits or the
     *     address
     */
    record TooMany(Duration retryAfter, boolean locked) implements Result {}

    record Overloaded(Duration retryAfter) implements Result {}
  }

  /** Checks name and password as somebody typed them at a sign-in. */
  public Result byName(String name, Password password, Visit visit) {
    return hasher.inSlot(
        visit.source(name),
        slot -> knock(slot, attempt(name, visit), password),
        Result.Overloaded::new);
  }

  private Attempt attempt(String name, Visit visit) {
    return new Attempt(
        accounts.findByLogin(visit.realm(), name), name, visit, new Event.SignInFailed());
  }

  /**
   * Does the work of a check for a name behind which there is no password here, and seals the
   * password, for when somebody else says that it is right.
   */
  Trial foreign(String name, Password password, Visit visit) {
    return hasher.inSlot(
        visit.source(name),
        slot -> foreign(slot, attempt(name, visit), password),
        retryAfter -> new Trial.Barred(new Result.Overloaded(retryAfter)));
  }

  private Trial foreign(Hasher.Slot slot, Attempt attempt, Password password) {
    return switch (knock(attempt)) {
      case Admission.Closed(Duration retryAfter, boolean locked) ->
          new Trial.Barred(new Result.TooMany(retryAfter, locked));
      case Admission.Open open -> {
        try (open) {
          yield new Trial.Unproven(
              attempt.account(),
              slot.seal(password),
              open.counted(),
              open.spotless() ? List.of() : open.forgiven(),
              attempt.visit());
        }
      }
    };
  }

  /** Counts a password that was tried elsewhere and was not taken, and writes down why. */
  void fail(Trial.Unproven tried, Event why) {
    attempts.count(
        tried.counted(),
        clock.instant(),
        Optional.of(failure(new Attempt(tried.account(), "", tried.visit(), why))));
  }

  /** Checks the current password of somebody who is signed in. */
  public Result again(Account account, Password password, Visit visit) {
    return hasher.inSlot(
        visit.source(account.id()),
        slot -> again(account, password, visit, slot),
        Result.Overloaded::new);
  }

  /** The same in a slot that the caller has and will go on using. */
  public Result again(Account account, Password password, Visit visit, Hasher.Slot slot) {
    Attempt attempt =
        new Attempt(Optional.of(account), "", visit, new Event.PasswordChangeRefused());
    return knock(slot, attempt, password);
  }

  /**
   * Finds the digest that another system has made of this token, with the work and within the
   * limits of a password's check.
   */
  <R> R behind(
      List<TokenDigest> digests,
      String token,
      Source source,
      Function<Optional<TokenDigest>, R> then,
      Function<Duration, R> otherwise) {
    return hasher.inSlot(
        source,
        slot ->
            then.apply(
                digests.stream()
                    .filter(digest ->
                        slot.verify(Password.of(token), Optional.of(PasswordHash.of(digest.hex())))
                            != Verdict.NO_MATCH)
                    .findFirst()),
        otherwise);
  }

  public void forgive(List<String> counters) {
    if (!counters.isEmpty()) {
      attempts.clear(counters, clock.instant());
    }
  }

  /**
   * Who is tried, from where.
   *
   * @param failure what a failure is written down as
   */
  private record Attempt(Optional<Account> account, String name, Visit visit, Event failure) {}

  /** In a slot already: whoever is turned away there costs no look into the store. */
  private Result knock(Hasher.Slot slot, Attempt attempt, Password password) {
    return switch (knock(attempt)) {
      case Admission.Closed(Duration retryAfter, boolean locked) ->
          new Result.TooMany(retryAfter, locked);
      case Admission.Open open -> {
        try (open) {
          yield verify(slot, open, attempt, password);
        }
      }
    };
  }

  private Admission knock(Attempt attempt) {
    return doorkeeper.knock(
        attempt.visit().realm(),
        attempt.account().map(Account::id),
        attempt.name(),
        attempt.visit().origin());
  }

  private Result verify(Hasher.Slot slot, Admission.Open open, Attempt attempt, Password password) {
    Verdict verdict =
        slot.verify(password, attempt.account().flatMap(one -> one.credential().hash()));
    Optional<Reason> refusal = refusal(attempt.account(), verdict);
    if (refusal.isPresent()) {
      attempts.count(open.counted(), clock.instant(), Optional.of(failure(attempt)));
      return new Result.Wrong(refusal.get());
    }
    Account owner = attempt.account().orElseThrow();
    if (verdict == Verdict.MATCH_OUTDATED) {
      credentials.remake(owner.id(), owner.credential().hash().orElseThrow(), slot.seal(password));
    }
    return new Result.Right(owner, open.spotless() ? List.of() : open.forgiven());
  }

  private Optional<Reason> refusal(Optional<Account> account, Verdict verdict) {
    if (account.isEmpty() || !roles.may(account.get(), Capability.SIGN_IN)) {
      return Optional.of(new Reason.WrongNameOrPassword());
    }
    Account owner = account.get();
    if (owner.closed()) {
      return Optional.of(new Reason.Disabled());
    }
    if (!owner.credential().passwordLogin() || owner.credential().hash().isEmpty()) {
      return Optional.of(new Reason.PasswordLoginOff());
    }
    return verdict == Verdict.NO_MATCH || owner.credential().lapsed(clock.instant())
        ? Optional.of(new Reason.WrongNameOrPassword())
        : Optional.empty();
  }

  private AuditEntry failure(Attempt attempt) {
    return new AuditEntry(
        clock.instant(),
        attempt.visit(),
        attempt.account().map(Account::id),
        Optional.empty(),
        attempt.failure());
  }
}
