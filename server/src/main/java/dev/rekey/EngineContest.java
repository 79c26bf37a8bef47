package dev.rekey;

import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.HashingEngine;
import dev.rekey.core.password.HashingEngine.Showing;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contest for who computes Argon2 on this machine, held in the background while a server has
 * begun to answer.
 */
final class EngineContest implements Beside {

  private static final Logger LOG = LoggerFactory.getLogger(EngineContest.class);

  /** The first requests are answered meanwhile, by whoever computes at first. */
  private static final Duration DELAY = Duration.ofSeconds(2);

  /** Most machines need less: it ends when nobody becomes faster any more. */
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Thread thread;

  private EngineContest(HashingEngine engine, HashCost cost) {
    this.thread =
        Thread.ofPlatform().name("hash-contest").daemon().unstarted(() -> hold(engine, cost));
  }

  static EngineContest start(HashingEngine engine, HashCost cost) {
    EngineContest contest = new EngineContest(engine, cost);
    contest.thread.start();
    return contest;
  }

  /** It is not begun any more; one under way is held to its end, on a daemon thread. */
  @Override
  public void close() {
    thread.interrupt();
  }

  private static void hold(HashingEngine engine, HashCost cost) {
    try {
      Thread.sleep(DELAY);
    } catch (InterruptedException over) {
      return;
    }
    QuietThreads.giveWay();
    VectorModule.load();
    List<Showing> showings = engine.contest(cost, BUDGET, EngineContest::cpuTime);
    LOG.info("Argon2 is computed by {} ({})", engine.name(), inWords(showings));
  }

  /** What others do on the machine meanwhile, or this server, shall not decide. */
  private static long cpuTime() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  private static String inWords(List<Showing> showings) {
    return showings.stream().map(EngineContest::inWords).collect(Collectors.joining(", "));
  }

  private static String inWords(Showing showing) {
    return switch (showing) {
      case Showing.Right(String engine, Duration median) ->
          String.format(Locale.ROOT, "%s: %.2f ms", engine, median.toNanos() / 1e6);
      case Showing.Wrong(String engine, String reason) -> engine + ' ' + reason;
    };
  }
}
