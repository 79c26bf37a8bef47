package dev.rekey.bench.load;

import java.io.IOException;

/** One thread's piece of work, done again and again. */
public interface Turn extends AutoCloseable {

  /** What has to be there before the first turn. */
  default void prepare() throws IOException {}

  /** Does it once; how long its requests took, in nanoseconds. */
  long take() throws IOException;

  @Override
  void close() throws IOException;
}
