package dev.rekey.core.store;

import dev.rekey.core.roster.Span.Stretch;

/**
 * A part of a list that stands newest first.
 *
 * @param made when its entries were made
 * @param offset how many of them are passed over
 * @param limit so many at most
 */
public record Window(Stretch made, long offset, int limit) {

  /** All that were made then. */
  public static Window all(Stretch made) {
    return new Window(made, 0, Integer.MAX_VALUE);
  }
}
