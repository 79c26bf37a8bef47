package dev.rekey.core.audit;

import java.util.Locale;

/** What happens to something that is done to many accounts. */
public enum BulkTurn {
  /** It waits for a second administrator. */
  PROPOSED,
  REFUSED,
  WITHDRAWN,
  BEGUN,
  STOPPED,
  RESUMED,
  FINISHED,
  /** Its taking back begins. */
  TURNED_BACK,
  /** It is taken back. */
  UNDONE;

  /** As the trail has it, such as {@code turned-back}. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
