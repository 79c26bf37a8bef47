package dev.rekey.argon2;

/**
 * Somebody who computes Argon2.
 *
 * <p>{@link Argon2Engines} has those of this library; any other implementation may stand beside
 * them in an {@link Argon2Contest}. An engine is called by many threads at once.
 */
public interface Argon2Engine {

  /** A short name, for tables and logs. */
  String name();

  /**
   * Computes a tag, on the calling thread.
   *
   * @return {@link Argon2Parameters#tagBytes} bytes, which are the caller's own
   * @throws OutOfMemoryError when the heap has not as much memory as the parameters ask for
   */
  byte[] hash(Argon2Parameters parameters, Argon2Input input);

  /** Gives back the memory that is kept for the next hash; the engine stays as good as before. */
  default void release() {}
}
