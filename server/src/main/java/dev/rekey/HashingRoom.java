package dev.rekey;

import dev.rekey.config.Configuration;
import dev.rekey.core.password.HashingEngine;
import dev.rekey.core.password.HashingPool;
import dev.rekey.core.password.HashingPool.Crew;
import dev.rekey.core.password.HashingPool.Keys;
import dev.rekey.core.password.HashingPool.Size;
import dev.rekey.core.password.HashingWatch;
import dev.rekey.core.password.ImportKeys;
import java.security.SecureRandom;

/** The part of the wiring that makes the hashing pool. */
final class HashingRoom {

  /** One address takes half of it: what a script or a school class sends at the same moment. */
  private static final int CROWD = 200;

  private HashingRoom() {}

  static HashingEngine engine(Configuration.Hashing hashing) {
    return HashingEngine.forThreads(threads(hashing));
  }

  static HashingPool pool(
      Configuration.Hashing hashing,
      HashingEngine engine,
      ImportKeys importKeys,
      HashingWatch watch,
      SecureRandom random) {
    return new HashingPool(
        hashing.cost(),
        new Keys(hashing.pepperFile().map(PepperFile::read), importKeys),
        new Size(threads(hashing), hashing.queue(), CROWD, hashing.patience()),
        new Crew(new QuietThreads("hash"), watch),
        engine,
        random);
  }

  private static int threads(Configuration.Hashing hashing) {
    return hashing.threads() == 0 ? Runtime.getRuntime().availableProcessors() : hashing.threads();
  }
}
