package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.audit.AuditQuery;
import dev.rekey.core.audit.AuditRow;
import java.util.List;

/** What happened, for good. Entries of a change are written by that change's own commit. */
public interface AuditTrail {

  void write(AuditEntry entry);

  /** The names of the latest events about the account, newest first. */
  List<String> latest(AccountId about, int limit);

  /** The latest lines about the account, newest first. */
  List<AuditLine> about(AccountId account, int limit);

  /** The lines of a realm that are looked for, newest first. */
  List<AuditRow> search(Realm realm, AuditQuery query);
}
