package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The accounts of all realms. */
public interface Accounts {

  Optional<Account> find(AccountId id);

  Optional<Account> find(Realm realm, Handle handle);

  /**
   * The account that answers to what somebody typed: exactly (username or uid), else as an e-mail
   * address in canonical form.
   */
  Optional<Account> findByLogin(Realm realm, String typed);

  /** Accounts in the order of their making, behind {@code after}; at most {@code limit}. */
  List<Account> list(Realm realm, Optional<AccountId> after, int limit);

  /** A page of the accounts that were asked for. */
  AccountSearch.Page search(Realm realm, AccountSearch search);

  /** Whether the realm has no account at all. */
  boolean isEmpty(Realm realm);

  /** How many accounts the realm has; this counts them all. */
  long count(Realm realm);

  /**
   * Makes the account and writes {@code account-created} down, in one commit.
   *
   * @param by who makes it, when it is somebody with an account
   */
  default Creation create(NewAccount draft, Visit visit, Optional<AccountId> by, Instant now) {
    return create(draft, visit, by, now, _ -> Welcome.none());
  }

  /** The same for an account that nobody with an account makes. */
  default Creation create(NewAccount draft, Visit visit, Instant now) {
    return create(draft, visit, Optional.empty(), now);
  }

  /**
   * The same, and what a new account starts with, all in one commit.
   *
   * @param welcome is asked once, inside the commit, with the account as it is made; pure
   */
  Creation create(
      NewAccount draft,
      Visit visit,
      Optional<AccountId> by,
      Instant now,
      Function<Account, Welcome> welcome);

  /** What a new account starts with. */
  record Welcome(Optional<Grant> grant, Optional<Ticket> ticket, List<Letter> letters) {
    public static Welcome none() {
      return new Welcome(Optional.empty(), Optional.empty(), List.of());
    }
  }

  /** Disables or enables the account, ends all its grants and tickets when disabling. */
  boolean setDisabled(AccountId id, boolean disabled, AuditEntry entry);

  /**
   * Applies the edit to the account as it is now, with all that follows from it, or nothing of it.
   * While the account is frozen only a steward's edit is applied; anybody else finds it gone.
   */
  Revision revise(AccountId id, AccountEdit edit, Sequel sequel);

  /** What came of an edit. */
  sealed interface Revision {

    record Revised(Account account) implements Revision {}

    /** A name is another account's; {@code what} is email or username. Nothing was changed. */
    record Taken(String what) implements Revision {}

    /** The ticket that was to be spent is not there any more. Nothing was changed. */
    record TicketGone() implements Revision {}

    /** The account is not any more as it was seen. Nothing was changed. */
    record Overtaken() implements Revision {}

    /** There is no such account. */
    record Gone() implements Revision {}
  }

  /**
   * Deletes the account with all that belongs to it: names, password, grants, tickets, counters of
   * {@code forgiven}. The audit trail stays. False when it was gone already, or is frozen and no
   * steward deletes it.
   */
  boolean delete(AccountId id, Sequel sequel);

  /** What came of a creation. */
  sealed interface Creation {

    record Created(Account account) implements Creation {}

    /** A name or id is another account's already; {@code what} is email, username, uid or id. */
    record Taken(String what) implements Creation {}
  }
}
