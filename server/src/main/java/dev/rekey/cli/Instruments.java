package dev.rekey.cli;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What commands work with beside a house: time, chance and a stopwatch, handed in by the wiring.
 *
 * @param nanoTime a stopwatch, for what is measured
 */
public record Instruments(InstantSource clock, SecureRandom random, LongSupplier nanoTime) {

  /** The same with another stopwatch. */
  public Instruments timedBy(LongSupplier other) {
    return new Instruments(clock, random, other);
  }
}
