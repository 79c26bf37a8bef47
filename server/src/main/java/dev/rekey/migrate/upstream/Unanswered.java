package dev.rekey.migrate.upstream;

import java.time.Duration;

/** The old system gave no answer that says yes or no. */
final class Unanswered extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LATEST = Duration.ofMinutes(1);

  private final Kind kind;
  private final String why;
  private final Duration retryAfter;

  private Unanswered(Kind kind, String why, Duration retryAfter) {
    super(why, null, false, false);
    this.kind = kind;
    this.why = why;
    this.retryAfter = retryAfter;
  }

  /** What it means for those who come next. */
  enum Kind {
    /** It is down, slow or overrun: whoever asks next will fare likewise. */
    DOWN,
    /** It is there, and said what nobody here understands. */
    ODD,
    /** It had no chance to answer: too many are asking already, or whoever asks has gone. */
    CROWDED
  }

  static Unanswered down(String why) {
    return new Unanswered(Kind.DOWN, why, SOON);
  }

  /**
   * @param wish for how long it wants to be left alone
   */
  static Unanswered down(String why, Duration wish) {
    Duration least = wish.compareTo(SOON) < 0 ? SOON : wish;
    return new Unanswered(Kind.DOWN, why, least.compareTo(LATEST) < 0 ? least : LATEST);
  }

  static Unanswered odd(String why) {
    return new Unanswered(Kind.ODD, why, SOON);
  }

  static Unanswered crowded() {
    return new Unanswered(Kind.CROWDED, "crowded", Duration.ofSeconds(1));
  }

  static Unanswered cancelled() {
    return new Unanswered(Kind.CROWDED, "cancelled", Duration.ofSeconds(1));
  }

  Kind kind() {
    return kind;
  }

  /** In a word, such as {@code timeout}; nothing of what was said or sent. */
  String why() {
    return why;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
