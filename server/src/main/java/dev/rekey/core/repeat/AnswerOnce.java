package dev.rekey.core.repeat;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.store.KeptAnswers;
import dev.rekey.core.store.KeptAnswers.Kept;
import dev.rekey.core.store.KeptAnswers.Lease;
import dev.rekey.core.store.KeptAnswers.Taking;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does what a request wishes once, however often it comes with the same key, and gives every
 * repetition the first one's answer.
 */
public final class AnswerOnce {

  /** For how long an answer is kept. */
  public static final Duration MEMORY = Duration.ofHours(24);

  /** Longer than any request takes; after a crash the key is free again this soon. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** Most requests are through by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final KeptAnswers answers;
  private final InstantSource clock;

  public AnswerOnce(KeptAnswers answers, InstantSource clock) {
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * A request that bears a key.
   *
   * @param caller whose key it is; without one it is the address's
   * @param key as the caller chose it
   * @param request all of it that matters, as bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares commands
  public record Command(Optional<AccountId> caller, String key, byte[] request, Visit visit) {
    @Override
    public String toString() {
      return "AnswerOnce.Command[hidden]";
    }
  }

  /**
   * What the work came to.
   *
   * @param lasting false for what a repetition may find otherwise, such as a server that was busy
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares answers
  public record Answer(byte[] bytes, boolean lasting) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The work was done, and this is its answer. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares answers
    record Answered(byte[] answer) implements Outcome {}

    /** The work was done before, and this was its answer. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares answers
    record Repeated(byte[] answer) implements Outcome {}

    /** The work is being done. */
    record UnderWay(Duration retryAfter) implements Outcome {}

    /** The key belongs to another request. */
    record AnotherRequest() implements Outcome {}
  }

  public Outcome handle(Command command, Supplier<Answer> work) {
    Instant now = clock.instant();
    Lease lease = new Lease(now, now.plus(LEASE));
    String key = keyOf(command);
    return switch (answers.take(key, command.request(), lease)) {
      case Taking.Ours() -> new Outcome.Answered(answer(key, lease, work));
      case Taking.UnderWay() -> new Outcome.UnderWay(PATIENCE);
      case Taking.Another() -> new Outcome.AnotherRequest();
      case Taking.Answered(byte[] answer) -> new Outcome.Repeated(answer);
    };
  }

  /** Whatever breaks the work gives the key back. */
  private byte[] answer(String key, Lease lease, Supplier<Answer> work) {
    Optional<Kept> kept = Optional.empty();
    try {
      Answer answer = work.get();
      kept =
          Optional.of(answer.bytes())
              .filter(_ -> answer.lasting())
              .map(bytes -> new Kept(bytes, clock.instant().plus(MEMORY)));
      return answer.bytes();
    } finally {
      answers.settle(key, lease, kept);
    }
  }

  /** Nobody meets another's key: not on another mount, not in another realm. */
  private static String keyOf(Command command) {
    Visit visit = command.visit();
    String whose =
        command
            .caller()
            .map(id -> "account " + id.value())
            .orElseGet(() -> "address " + visit.origin().address());
    return TokenDigest.of(
            String.join("\n", visit.realm().name(), visit.wire(), whose, command.key()))
        .hex();
  }
}
