package dev.rekey.store;

import dev.rekey.core.audit.AuditEntry;
import java.time.Duration;

/**
 * Somebody who is told what is on disk now, for numbers that people look at.
 *
 * <p>Called by many at once, by whoever waited for the commit; whoever watches must be quick and
 * throw nothing.
 */
public interface StoreWatch {

  /** A line of the audit trail was committed, and with it what it speaks of. */
  void committed(AuditEntry entry);

  /** A transaction was committed, this long after it was asked for. */
  void wrote(Duration took);

  /** Looks away. */
  static StoreWatch none() {
    return new StoreWatch() {
      @Override
      public void committed(AuditEntry entry) {
        // Nobody asked.
      }

      @Override
      public void wrote(Duration took) {
        // Nobody asked.
      }
    };
  }
}
