package dev.rekey.store.sqlite;

import dev.rekey.store.database.Database.Work;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;

/** One caller's work on its way through another thread, and the caller's answer. */
final class Piece<T> {

  private final Work<T> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private Optional<T> result = Optional.empty();

  Piece(Work<T> work) {
    this.work = work;
  }

  /** Does the work and keeps its result back. */
  void run(Handle handle) {
    result = Optional.of(work.on(handle));
  }

  /** Hands the result over; nothing happens if the work had failed. */
  void succeed() {
    result.ifPresent(answer::complete);
  }

  void fail(Throwable cause) {
    answer.completeExceptionally(cause);
  }

  /**
   * Waits for the end. An interrupt does not cut it short: once begun, the work may well be
   * committed, and nobody may be told otherwise.
   */
  T answer() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw asThrown(e);
    }
  }

  private static RuntimeException asThrown(CompletionException e) {
    return switch (e.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> e;
    };
  }
}
