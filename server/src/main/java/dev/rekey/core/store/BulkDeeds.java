package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.Candidate;
import dev.rekey.core.bulk.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is done to many accounts, and how far it is; it outlives whoever works on it. */
public interface BulkDeeds {

  /** The youngest account of all; 0 when there is none. */
  AccountId youngest();

  /** Some of those of a target's realm or role, in the order of their making; hashes unseen. */
  List<Candidate> candidates(Target target, AccountId after, AccountId last, int limit);

  /** Those who still have to change their password because of a deed, in the same order. */
  List<AccountId> waitingFor(long deed, AccountId after, int limit);

  /**
   * Stores a deed under a number of its own, which replaces the one that it came with.
   *
   * @param entries what is written down about it, in the same commit
   */
  BulkDeed propose(BulkDeed draft, Function<BulkDeed, List<AuditEntry>> entries);

  Optional<BulkDeed> find(long id);

  /** The latest, newest first. */
  List<BulkDeed> latest(int limit);

  /**
   * Changes a deed as is decided of it as it is, alone with it, in one commit; what it is then.
   * Empty when it is not there or nothing was decided.
   */
  Optional<BulkDeed> turn(long id, Function<BulkDeed, Optional<Turn>> decision);

  /** What becomes of a deed, and what is written down about it. */
  record Turn(BulkDeed after, Optional<AuditEntry> entry) {}

  /**
   * Takes the oldest deed that is under way and that nobody has, until that time; a lease that runs
   * out leaves it to others.
   */
  Optional<BulkDeed> lease(Instant now, Instant until);

  /** Nobody has it from now on. */
  void release(long id);

  /**
   * Does a part of a deed, in one commit; what it is then. Empty, and nothing happened, when the
   * deed is not as it was seen: somebody stopped it, or somebody else was quicker.
   */
  Optional<BulkDeed> work(Stint stint);

  /**
   * A part of a deed.
   *
   * @param seen the deed as it was when the part was chosen
   * @param chosen to whom it is done
   * @param act what becomes of each, as it is at that moment; empty for nothing
   * @param turn what becomes of the deed after it was done to so many
   * @param leaseUntil how long the deed is kept for whoever works on it
   */
  record Stint(
      BulkDeed seen,
      List<AccountId> chosen,
      Function<Account, Optional<Act>> act,
      Function<Long, Turn> turn,
      Instant leaseUntil) {

    public Stint {
      chosen = List.copyOf(chosen);
    }
  }

  /** What becomes of one account, with all that follows from it. */
  record Act(AccountEdit edit, Sequel sequel) {}
}
