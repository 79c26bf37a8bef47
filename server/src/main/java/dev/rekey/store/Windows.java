package dev.rekey.store;

import dev.rekey.core.store.Window;
import java.time.Instant;
import org.jdbi.v3.core.statement.Query;

/** Windows as the parameters {@code :from}, {@code :before}, {@code :limit}, {@code :offset}. */
final class Windows {

  private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private Windows() {}

  static Query bind(Query query, Window window) {
    return query
        .bind("from", millis(window.made().from().orElse(Instant.EPOCH)))
        .bind("before", millis(window.made().before().orElse(LATEST)))
        .bind("limit", window.limit())
        .bind("offset", window.offset());
  }

  /** Nothing was made outside of what the columns can say. */
  private static Instant millis(Instant moment) {
    if (moment.isBefore(Instant.EPOCH)) {
      return Instant.EPOCH;
    }
    return moment.isAfter(LATEST) ? LATEST : moment;
  }
}
