package dev.rekey.core.audit;

import dev.rekey.core.account.AccountId;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the audit trail with all that was written down.
 *
 * @param id grows with each line
 * @param about whose account it concerns; the account may be gone
 * @param by who did it, when it was somebody else than the owner
 * @param why what they said
 * @param detail what the event's name does not say, such as the names of what was changed
 */
public record AuditRow(
    long id,
    AuditLine line,
    Optional<AccountId> about,
    Optional<AccountId> by,
    Optional<String> why,
    Map<String, String> detail) {

  public AuditRow {
    detail = Map.copyOf(detail);
  }
}
