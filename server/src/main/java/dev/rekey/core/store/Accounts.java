package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /** How many accounts the realm has. */
  long count(Realm realm);

  /**
   * Makes the account and writes {@code account-created} down, in one commit.
   *
   * @param by who makes it, when it is somebody with an account
   */
  Creation create(NewAccount draft, Visit visit, Optional<AccountId> by, Instant now);

  /** The same for an account that nobody with an account makes. */
  default Creation create(NewAccount draft, Visit visit, Instant now) {
    return create(draft, visit, Optional.empty(), now);
  }

  /** Disables or enables the account, ends all its grants and tickets when disabling. */
  boolean setDisabled(AccountId id, boolean disabled, AuditEntry entry);

  /** What came of a creation. */
  sealed interface Creation {

    record Created(Account account) implements Creation {}

    /** A name or id is another account's already; {@code what} is email, username, uid or id. */
    record Taken(String what) implements Creation {}
  }
}
