package dev.rekey;

/** Somebody who works beside the requests from when the door opens until it is shut. */
interface Beside extends AutoCloseable {

  /** Finishes what cannot be left half done, and goes. */
  @Override
  void close();
}
