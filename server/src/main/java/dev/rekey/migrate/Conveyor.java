package dev.rekey.migrate;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Carries chunks from the thread that reads to the one that writes, one at most in between. */
final class Conveyor implements AutoCloseable {

  private static final int MOST_WAITING = 1;

  private final BlockingQueue<Load> loads = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;

  /** What is carried. */
  private sealed interface Load {

    record Full(Chunk chunk) implements Load {}

    record Broken(Throwable cause) implements Load {}
  }

  Conveyor(Reader reader) {
    this.thread = Thread.ofPlatform().name("import-reader").daemon().start(() -> run(reader));
  }

  private void run(Reader reader) {
    try {
      boolean last = false;
      while (!last) {
        Chunk chunk = reader.next();
        last = chunk.last();
        loads.put(new Load.Full(chunk));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      offer(new Load.Broken(e));
    }
  }

  private void offer(Load load) {
    try {
      loads.put(load);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next chunk; waits for it. */
  Chunk next() throws IOException {
    try {
      return switch (loads.take()) {
        case Load.Full(Chunk chunk) -> chunk;
        case Load.Broken(IOException e) -> throw e;
        case Load.Broken(RuntimeException e) -> throw e;
        case Load.Broken(Throwable e) -> throw new IllegalStateException("reading failed", e);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("interrupted"));
    }
  }

  /** What is under way is left. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
