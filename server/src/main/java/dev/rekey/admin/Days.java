package dev.rekey.admin;

import dev.rekey.page.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many came on each of the last thirty days, as a drawing of bars.
 *
 * @param bars one for each day on which somebody came
 * @param ticks the height of the lines across, with their numbers
 * @param ends the days at the left, in the middle and at the right
 * @param sum how many came in all of them
 */
public record Days(List<Bar> bars, List<Chart.Tick> ticks, List<String> ends, String sum) {

  private static final int COUNT = 30;
  private static final int STEP = Chart.WIDTH / COUNT;
  private static final int GAP = 4;

  public Days {
    bars = List.copyOf(bars);
    ticks = List.copyOf(ticks);
    ends = List.copyOf(ends);
  }

  /**
   * One day.
   *
   * @param words day and number, for whoever points at it
   */
  public record Bar(int x, int y, int width, int height, String words) {}

  static Days of(Desk desk, Map<LocalDate, Long> days, Instant now) {
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(COUNT - 1L);
    long top = Chart.top(days.values().stream().mapToLong(Long::longValue).max().orElse(0));
    List<Bar> bars = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      long came = days.getOrDefault(first.plusDays(i), 0L);
      sum += came;
      if (came > 0) {
        bars.add(bar(desk, i, first.plusDays(i), came, top));
      }
    }
    return new Days(
        bars,
        List.of(
            new Chart.Tick(0, number(desk, top)),
            new Chart.Tick(Chart.HEIGHT / 2, number(desk, top / 2))),
        List.of(day(desk, first), day(desk, first.plusDays(COUNT / 2)), day(desk, today(now))),
        number(desk, sum));
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Whoever came alone is seen, too. */
  private static Bar bar(Desk desk, int step, LocalDate day, long came, long top) {
    int height = (int) Math.max(2, Chart.HEIGHT * came / top);
    return new Bar(
        step * STEP + GAP / 2,
        Chart.HEIGHT - height,
        STEP - GAP,
        height,
        day(desk, day) + ": " + number(desk, came));
  }

  private static String day(Desk desk, LocalDate day) {
    return When.shortDay(desk.frame(), day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static String number(Desk desk, long number) {
    Locale locale = desk.frame().locale();
    return String.format(locale, "%,d", number);
  }
}
