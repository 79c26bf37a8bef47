package dev.rekey.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.roster.Span.Point;
import dev.rekey.core.roster.Span.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private static Stretch resolve(
      Optional<Point> from, Optional<Point> until, Optional<Period> length) {
    return new Span(from, until, length).resolve(NOW);
  }

  private static Optional<Point> on(String day) {
    return Optional.of(new Point.On(LocalDate.parse(day)));
  }

  private static Optional<Point> at(String moment) {
    return Optional.of(new Point.At(Instant.parse(moment)));
  }

  private static Stretch between(String from, String before) {
    return new Stretch(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(before)));
  }

  @Test
  void daysLastFromMidnightToMidnight() {
    assertThat(resolve(on("2026-02-01"), on("2026-02-02"), Optional.empty()))
        .isEqualTo(between("2026-02-01T00:00:00Z", "2026-02-03T00:00:00Z"));
    assertThat(resolve(Optional.of(new Point.Today()), Optional.empty(), Optional.empty()))
        .isEqualTo(
            new Stretch(Optional.of(Instant.parse("2026-03-01T00:00:00Z")), Optional.empty()));
  }

  @Test
  void momentsAreMoments() {
    assertThat(resolve(at("2026-02-01T10:00:00Z"), at("2026-02-01T11:00:00Z"), Optional.empty()))
        .isEqualTo(between("2026-02-01T10:00:00Z", "2026-02-01T11:00:00Z"));
  }

  @Test
  void aLengthCountsFromWhatIsSaidOrBackFromToday() {
    Optional<Period> threeDays = Optional.of(Period.ofDays(3));
    Optional<Period> month = Optional.of(Period.ofMonths(1));

    assertThat(resolve(on("2026-02-01"), Optional.empty(), threeDays))
        .isEqualTo(between("2026-02-01T00:00:00Z", "2026-02-04T00:00:00Z"));
    assertThat(resolve(Optional.empty(), on("2026-02-03"), threeDays))
        .isEqualTo(between("2026-02-01T00:00:00Z", "2026-02-04T00:00:00Z"));
    assertThat(resolve(Optional.empty(), Optional.empty(), threeDays))
        .isEqualTo(between("2026-02-27T00:00:00Z", "2026-03-02T00:00:00Z"));
    assertThat(resolve(Optional.empty(), on("2026-02-27"), month))
        .isEqualTo(between("2026-01-28T00:00:00Z", "2026-02-28T00:00:00Z"));
  }

  @Test
  void noLengthIsTooLong() {
    Optional<Period> endless =
        Optional.of(Period.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));

    assertThat(resolve(Optional.empty(), Optional.empty(), endless).contains(NOW)).isTrue();
    assertThat(resolve(on("9999-12-31"), Optional.empty(), endless).contains(NOW)).isFalse();
  }

  @Test
  void aStretchHoldsItsBeginningAndNotItsEnd() {
    Stretch stretch = between("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z");

    assertThat(stretch.contains(Instant.parse("2026-02-01T00:00:00Z"))).isTrue();
    assertThat(stretch.contains(Instant.parse("2026-02-01T23:59:59.999Z"))).isTrue();
    assertThat(stretch.contains(Instant.parse("2026-02-02T00:00:00Z"))).isFalse();
    assertThat(stretch.contains(Instant.parse("2026-01-31T23:59:59.999Z"))).isFalse();
    assertThat(Stretch.ever().contains(Instant.MIN)).isTrue();
  }
}
