package dev.rekey.config;

import dev.rekey.core.password.HashCost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The keys of the hashing of passwords. */
final class HashingKeys {

  private static final HashCost STANDARD = HashCost.standard();
  private static final int LEAST_MEMORY_PER_LANE = 8;

  private static final Key<Integer> MEMORY_KIB =
      Key.of(
          "hashing.memory-kib",
          Kinds.integer(LEAST_MEMORY_PER_LANE, 1_048_576),
          Integer.toString(STANDARD.memoryKiB()),
          "How much memory an Argon2id hash fills, in KiB; at least 8 for each lane.");

  private static final Key<Integer> PASSES =
      Key.of(
          "hashing.passes",
          Kinds.integer(1, 64),
          Integer.toString(STANDARD.passes()),
          "How often it is filled.");

  private static final Key<Integer> LANES =
      Key.of(
          "hashing.lanes",
          Kinds.integer(1, 64),
          Integer.toString(STANDARD.lanes()),
          "Into how many parts the memory is divided.");

  private static final Key<Integer> THREADS =
      Key.of(
          "hashing.threads",
          Kinds.integer(0, 1024),
          "0",
          "How many hashes are computed at a time; 0 means one for each core.");

  private static final Key<Integer> QUEUE =
      Key.of(
          "hashing.queue",
          Kinds.integer(0, 100_000),
          "256",
          "How many requests may wait for that, those of one address or account on half of the"
              + " places at most; more are told to come again.");

  /**
   * Half of it is worked off when a storm is over, and everything is as before: long enough for a
   * school class that signs in at once, short enough that nobody presses the button again.
   */
  private static final Key<Duration> PATIENCE =
      Key.of(
          "hashing.patience",
          Times.between("100ms", "1m"),
          "1s",
          "How long a request waits at most; the queue holds what is worked off in half of it, and"
              + " more is told to come again at once.");

  private static final Key<Optional<Path>> PEPPER_FILE =
      Key.of(
          "hashing.pepper-file",
          Kinds.readableFile().orEmpty(),
          "",
          "Keys that are mixed into every hash and kept outside the database: a line `id: base64`"
              + " each, the current one first.");

  static final Section SECTION =
      Section.of(
          "Hashing",
          "A hash of another cost is made anew when its owner signs in.",
          MEMORY_KIB,
          PASSES,
          LANES,
          THREADS,
          QUEUE,
          PATIENCE,
          PEPPER_FILE);

  private HashingKeys() {}

  static Configuration.Hashing read(Answers answers) {
    return new Configuration.Hashing(
        cost(answers),
        answers.of(THREADS),
        answers.of(QUEUE),
        answers.of(PATIENCE),
        answers.of(PEPPER_FILE));
  }

  private static HashCost cost(Answers answers) {
    int memory = answers.of(MEMORY_KIB);
    int passes = answers.of(PASSES);
    int lanes = answers.of(LANES);
    int least = LEAST_MEMORY_PER_LANE * lanes;
    if (memory < least) {
      answers.contradiction(
          MEMORY_KIB,
          "found %d with %d lanes".formatted(memory, lanes),
          "at least %d, or fewer hashing.lanes, would do".formatted(least));
      return STANDARD;
    }
    return new HashCost(memory, passes, lanes);
  }
}
