package dev.rekey.core.store;

import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.dispute.Case;
import java.util.List;
import java.util.Optional;

/** What owners said was not them, for those who look into it. */
public interface Cases {

  /** The realm's cases, newest first, before that number; those that are open, or all. */
  List<Case> list(Realm realm, boolean openAlone, Optional<Long> before, int limit);

  Optional<Case> find(Realm realm, long number);

  /**
   * Closes the case, and opens the account again where that is wished and it is frozen; writes it
   * down with its reason. False when it is closed already.
   *
   * @param by what whoever closes it is called; empty for an operator
   */
  boolean close(long number, boolean thaws, Optional<String> by, AuditEntry entry);

  /** How many are open. */
  long open(Realm realm);
}
