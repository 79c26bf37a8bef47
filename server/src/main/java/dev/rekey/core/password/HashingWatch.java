package dev.rekey.core.password;

import java.time.Duration;

/**
 * Somebody who is told what the hashing does, for numbers that people look at.
 *
 * <p>Called on hashing threads and on callers' own, by many at once; whoever watches must be quick
 * and throw nothing.
 */
public interface HashingWatch {

  /**
   * One hash was computed, a decoy too.
   *
   * @param scheme the name that {@link PasswordHash#scheme} gives: {@code argon2id}, {@code
   *     bcrypt}, {@code pbkdf2-sha512}
   * @param cost the cost in that scheme's own terms: {@code m=19456,t=2,p=1}, {@code 10}, {@code
   *     21000}; few differ, but imported hashes may bring their own
   * @param took how long, without the wait before it
   */
  void hashed(String scheme, String cost, Duration took);

  /** One who asked for a hash got a thread for it after this wait. */
  void waited(Duration wait);

  /** Somebody was told to come again. */
  void shed();

  /** Looks away. */
  static HashingWatch none() {
    return new HashingWatch() {
      @Override
      public void hashed(String scheme, String cost, Duration took) {
        // Nobody asked.
      }

      @Override
      public void waited(Duration wait) {
        // Nobody asked.
      }

      @Override
      public void shed() {
        // Nobody asked.
      }
    };
  }
}
