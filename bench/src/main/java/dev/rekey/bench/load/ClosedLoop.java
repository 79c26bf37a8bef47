package dev.rekey.bench.load;

import dev.rekey.bench.stage.Proc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Everybody sends the next request when the last one was answered: as much as the server can do,
 * and latencies that say how long that many wait for each other.
 */
public final class ClosedLoop {

  /** More mistakes than this end a run at once: whatever is measured then is nothing. */
  private static final long TOO_MANY = 1000;

  private final List<Turn> turns;
  private final Usage.Watched watched;
  private final Mistakes mistakes = new Mistakes();
  private volatile boolean measuring;
  private volatile boolean over;

  private ClosedLoop(List<Turn> turns, Usage.Watched watched) {
    this.turns = turns;
    this.watched = watched;
  }

  /** Prepares the turns, takes them for a while, measures, and closes them. */
  public static Measured run(
      List<Turn> turns, Usage.Watched watched, Duration warmUp, Duration time) {
    return new ClosedLoop(turns, watched).measure(warmUp, time);
  }

  private Measured measure(Duration warmUp, Duration time) {
    try {
      for (Turn turn : turns) {
        turn.prepare();
      }
      List<Worker> workers = turns.stream().map(Worker::new).toList();
      List<Thread> threads = new ArrayList<>();
      workers.forEach(worker -> threads.add(Thread.ofPlatform().daemon().start(worker)));
      pause(warmUp);
      Usage before = watched.look();
      measuring = true;
      pause(time);
      measuring = false;
      Usage spent = watched.look().since(before);
      double resident = Proc.residentMiB(watched.server());
      over = true;
      for (Thread thread : threads) {
        thread.join(TimeUnit.SECONDS.toMillis(60));
      }
      Latencies all = new Latencies();
      workers.forEach(worker -> all.addAll(worker.latencies));
      return new Measured(all, spent, mistakes, resident);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      over = true;
      turns.forEach(ClosedLoop::close);
    }
  }

  private void pause(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end && mistakes.count() < TOO_MANY) {
      Thread.sleep(Math.min(100, Math.max(1, (end - System.nanoTime()) / 1_000_000)));
    }
  }

  private static void close(Turn turn) {
    try {
      turn.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what was finished while it was measured, whenever it began. */
  private final class Worker implements Runnable {
    private final Turn turn;
    private final Latencies latencies = new Latencies();

    Worker(Turn turn) {
      this.turn = turn;
    }

    @Override
    public void run() {
      while (!over) {
        try {
          long nanos = turn.take();
          if (measuring) {
            latencies.add(nanos);
          }
        } catch (IOException | RuntimeException e) {
          if (!over) {
            mistakes.add(e);
          }
        }
      }
    }
  }
}
