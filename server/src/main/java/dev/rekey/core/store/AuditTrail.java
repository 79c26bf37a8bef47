package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.AuditLine;
import java.util.List;

/** What happened, for good. Entries of a change are written by that change's own commit. */
public interface AuditTrail {

  void write(AuditEntry entry);

  /** The names of the latest events about the account, newest first. */
  List<String> latest(AccountId about, int limit);

  /** The latest lines about the account, newest first. */
  List<AuditLine> about(AccountId account, int limit);
}
