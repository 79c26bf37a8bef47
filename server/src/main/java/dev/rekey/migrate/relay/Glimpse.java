package dev.rekey.migrate.relay;

import java.io.ByteArrayOutputStream;

/** What is kept of a body that passes: its beginning, up to a limit. */
public final class Glimpse {

  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean more;
  private boolean ended;

  Glimpse(int limit) {
    this.limit = limit;
  }

  synchronized void see(byte[] bytes, int count) {
    int room = Math.min(count, limit - kept.size());
    kept.write(bytes, 0, room);
    more |= room < count;
  }

  synchronized void end() {
    ended = true;
  }

  /** As much as was kept. */
  public synchronized byte[] bytes() {
    return kept.toByteArray();
  }

  /** Whether that is all of it. */
  public synchronized boolean whole() {
    return ended && !more;
  }
}
