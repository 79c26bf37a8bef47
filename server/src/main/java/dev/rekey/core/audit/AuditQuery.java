package dev.rekey.core.audit;

import dev.rekey.core.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which lines of the audit trail are looked for, newest first.
 *
 * @param account whom they are about, or who did it
 * @param event the event's name, such as {@code password-changed}
 * @param from not before then
 * @param until before then
 * @param before the page before ended with that line
 * @param limit so many at most
 */
public record AuditQuery(
    Optional<AccountId> account,
    Optional<String> event,
    Optional<Instant> from,
    Optional<Instant> until,
    OptionalLong before,
    int limit) {

  /** The newest of all. */
  public static AuditQuery all(int limit) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        limit);
  }

  /** The same of one account. */
  public AuditQuery concerning(AccountId id) {
    return new AuditQuery(Optional.of(id), event, from, until, before, limit);
  }

  /** The same behind a line. */
  public AuditQuery behind(long id) {
    return new AuditQuery(account, event, from, until, OptionalLong.of(id), limit);
  }

  /** The same with as many at most. */
  public AuditQuery atMost(int lines) {
    return new AuditQuery(account, event, from, until, before, lines);
  }
}
