package dev.rekey.metrics;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A thing that is dear to make and is made late: what it is told before waits for it, in order.
 *
 * <p>Nobody who tells it something waits while it is made.
 */
final class Late<T> {

  private final Supplier<T> maker;
  private final int most;
  private final Lock making = new ReentrantLock();
  private final Queue<Consumer<T>> notes = new ArrayDeque<>();
  private volatile Optional<T> made = Optional.empty();

  /**
   * @param most so many notes wait; the rest is lost, so that one who is never made fills nothing
   */
  Late(Supplier<T> maker, int most) {
    this.maker = maker;
    this.most = most;
  }

  /** The thing, if it is there. */
  Optional<T> made() {
    return made;
  }

  /** Does this with the thing, at once or as soon as it is there. */
  void tell(Consumer<T> note) {
    made.ifPresentOrElse(note, () -> keep(note));
  }

  /** The thing, made now if it has to be. */
  T get() {
    making.lock();
    try {
      return made.orElseGet(() -> handOver(maker.get()));
    } finally {
      making.unlock();
    }
  }

  private synchronized void keep(Consumer<T> note) {
    if (made.isPresent()) {
      note.accept(made.get());
    } else if (notes.size() < most) {
      notes.add(note);
    }
  }

  private synchronized T handOver(T fresh) {
    notes.forEach(note -> note.accept(fresh));
    notes.clear();
    made = Optional.of(fresh);
    return fresh;
  }
}
