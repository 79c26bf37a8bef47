package dev.rekey.http;

/**
 * Somebody who is told of every answer, for numbers that people look at.
 *
 * <p>Called by many at once, before the answer is written; whoever watches must be quick and throw
 * nothing.
 */
@FunctionalInterface
public interface RequestWatch {

  /**
   * A request has its answer.
   *
   * @param method the verb as sent: the caller's to choose
   * @param nanos since its head was read
   */
  void answered(Router.Finding finding, String method, int status, long nanos);

  /** Looks away. */
  static RequestWatch none() {
    return (_, _, _, _) -> {};
  }
}
