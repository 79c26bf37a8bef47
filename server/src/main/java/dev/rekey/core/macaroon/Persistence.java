package dev.rekey.core.macaroon;

/** How a token is known to its owner. */
public sealed interface Persistence {

  /** By a name, alone. */
  record Named() implements Persistence {}

  /**
   * As one of many without a name, which end together.
   *
   * @param generation the owner's how manieth, counted from 1
   */
  record Temporary(int generation) implements Persistence {}
}
