package dev.rekey.core.bulk;

import dev.rekey.core.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a deed is.
 *
 * @param all how many accounts it was meant for when it was proposed
 * @param done how many it was done to
 * @param undone for how many it was taken back
 * @param place behind which account it goes on
 * @param last the youngest account that it concerns; later ones are not meant
 * @param since when the work, or its taking back, was last begun or resumed
 * @param before how many were worked on until then
 */
public record Progress(
    long all, long done, long undone, AccountId place, AccountId last, Instant since, long before) {

  /** One that is yet to begin. */
  public static Progress begin(long all, AccountId last, Instant now) {
    return new Progress(all, 0, 0, new AccountId(0), last, now, 0);
  }

  /** The same after so many more were done. */
  public Progress done(long more, AccountId upTo) {
    return new Progress(all, done + more, undone, upTo, last, since, before);
  }

  /** The same after it was taken back for so many more. */
  public Progress undone(long more, AccountId upTo) {
    return new Progress(all, done, undone + more, upTo, last, since, before);
  }

  /** The same when it goes on after a pause. */
  public Progress resumed(Instant now) {
    return new Progress(all, done, undone, place, last, now, done);
  }

  /** The same when it is taken back from the beginning. */
  public Progress turnedBack(Instant now) {
    return new Progress(all, done, 0, new AccountId(0), last, now, 0);
  }

  /**
   * How long the rest takes, if it goes on as it did since it was begun or resumed.
   *
   * @param worked how many were worked on so far
   * @param most how many there are
   */
  public Optional<Duration> left(long worked, long most, Instant now) {
    long lately = worked - before;
    Duration spent = Duration.between(since, now);
    return lately <= 0 || spent.isNegative() || most < worked
        ? Optional.empty()
        : Optional.of(spent.multipliedBy(most - worked).dividedBy(lately));
  }
}
