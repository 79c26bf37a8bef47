package dev.rekey.core.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Kept answers in memory. */
public final class MemoryKeptAnswers implements KeptAnswers {

  private record Row(byte[] request, Optional<byte[]> answer, Instant until) {}

  private final Map<String, Row> rows = new HashMap<>();

  @Override
  public synchronized Taking take(String key, byte[] request, Lease lease) {
    Optional<Row> row =
        Optional.ofNullable(rows.get(key)).filter(one -> one.until().isAfter(millis(lease.now())));
    if (row.isEmpty()) {
      rows.put(key, new Row(request.clone(), Optional.empty(), millis(lease.until())));
      return new Taking.Ours();
    }
    if (!Arrays.equals(row.get().request(), request)) {
      return new Taking.Another();
    }
    return row.get()
        .answer()
        .<Taking>map(answer -> new Taking.Answered(answer.clone()))
        .orElseGet(Taking.UnderWay::new);
  }

  @Override
  public synchronized void settle(String key, Lease lease, Optional<Kept> kept) {
    Optional.ofNullable(rows.get(key))
        .filter(row -> row.answer().isEmpty() && row.until().equals(millis(lease.until())))
        .ifPresent(row -> settle(key, row, kept));
  }

  private void settle(String key, Row row, Optional<Kept> kept) {
    kept.ifPresentOrElse(
        one ->
            rows.put(
                key,
                new Row(row.request(), Optional.of(one.answer().clone()), millis(one.until()))),
        () -> rows.remove(key));
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
