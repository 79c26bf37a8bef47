package dev.rekey.http.engine;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/** Helidon's conversation with one client, under the eyes of {@link Patience}. */
final class LineConnection implements ServerConnection, InterruptableTask<Void> {

  private final Line line;
  private final ServerConnection http1;
  private final Patience patience;

  LineConnection(Line line, ServerConnection http1, Patience patience) {
    this.line = line;
    this.http1 = http1;
    this.patience = patience;
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    patience.watch(line);
    try {
      line.serve(http1, limit);
    } finally {
      line.linger();
      patience.forget(line);
    }
  }

  @Override
  public Duration idleTime() {
    return http1.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    http1.close(interrupt);
  }

  /** While no request is under way. */
  @Override
  public boolean canInterrupt() {
    return http1 instanceof InterruptableTask<?> task && task.canInterrupt();
  }
}
