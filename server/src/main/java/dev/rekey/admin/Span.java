package dev.rekey.admin;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How far back a chart goes, and in what steps. */
public enum Span {
  DAY("day", Duration.ofHours(24), Duration.ofMinutes(30)),
  WEEK("week", Duration.ofDays(7), Duration.ofHours(3)),
  MONTH("month", Duration.ofDays(30), Duration.ofHours(12));

  private final String key;
  private final Duration length;
  private final Duration step;

  Span(String key, Duration length, Duration step) {
    this.key = key;
    this.length = length;
    this.step = step;
  }

  /** What was asked for, else a day. */
  static Span of(Optional<String> asked) {
    return Stream.of(values())
        .filter(one -> asked.filter(one.key::equals).isPresent())
        .findFirst()
        .orElse(DAY);
  }

  /** How its phrases and its address are called. */
  public String key() {
    return key;
  }

  Duration length() {
    return length;
  }

  Duration step() {
    return step;
  }

  int steps() {
    return (int) length.dividedBy(step);
  }
}
