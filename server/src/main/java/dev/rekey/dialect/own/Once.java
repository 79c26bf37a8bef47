package dev.rekey.dialect.own;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is first asked for, and only then. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T it = made.orElseGet(maker);
    made = Optional.of(it);
    return it;
  }
}
