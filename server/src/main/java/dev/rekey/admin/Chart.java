package dev.rekey.admin;

import dev.rekey.core.chronicle.Happening;
import dev.rekey.core.chronicle.Tally;
import dev.rekey.core.steward.ViewServer;
import dev.rekey.page.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often some things happened over time, as a drawing of lines.
 *
 * @param title what it is about
 * @param lines one for each thing
 * @param ticks the height of the lines across, with their numbers
 * @param ends the moments at the left, in the middle and at the right
 */
public record Chart(String title, List<Line> lines, List<Tick> ticks, List<String> ends) {

  /** The size of the drawing, in its own units. */
  public static final int WIDTH = 600;

  public static final int HEIGHT = 160;

  private static final List<String> MARKS = List.of("one", "two", "three", "four");
  private static final int LEAST_TOP = 4;

  public Chart {
    lines = List.copyOf(lines);
    ticks = List.copyOf(ticks);
    ends = List.copyOf(ends);
  }

  /**
   * One thing.
   *
   * @param mark its colour
   * @param name what it is
   * @param sum how often it happened in all
   * @param path the line, as SVG writes it
   * @param area the same, closed along the bottom
   */
  public record Line(String mark, String name, String sum, String path, String area) {}

  /** A line across. */
  public record Tick(int y, String number) {}

  static Chart of(Desk desk, Span span, ViewServer.Outcome.Seen seen, List<Happening> which) {
    List<long[]> counts =
        which.stream().map(what -> counts(span, seen.from(), seen.tallies(), what)).toList();
    long top = top(counts.stream().flatMapToLong(LongStream::of).max().orElse(0));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < which.size(); i++) {
      lines.add(line(desk, MARKS.get(i), which.get(i), counts.get(i), top));
    }
    return new Chart(
        desk.say("overview.chart." + key(which.getFirst())),
        lines,
        List.of(new Tick(0, number(desk, top)), new Tick(HEIGHT / 2, number(desk, top / 2))),
        ends(desk, span, seen.from()));
  }

  private static String key(Happening what) {
    return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How often in each step. */
  private static long[] counts(Span span, Instant from, List<Tally> tallies, Happening what) {
    long[] counts = new long[span.steps() + 1];
    tallies.stream()
        .filter(tally -> tally.what() == what)
        .forEach(tally -> {
          long step = Duration.between(from, tally.slot()).dividedBy(span.step());
          counts[Math.clamp(step, 0, span.steps())] += tally.count();
        });
    return counts;
  }

  /** The next number with one or two digits and zeros that has a half. */
  static long top(long most) {
    long top = LEAST_TOP;
    for (long unit = 1; top < most; unit *= 10) {
      for (long times : new long[] {4, 6, 8, 10, 20}) {
        if (top < most) {
          top = times * unit;
        }
      }
    }
    return top;
  }

  private static Line line(Desk desk, String mark, Happening what, long[] counts, long top) {
    String path =
        IntStream.range(0, counts.length)
            .mapToObj(i -> point(i, counts.length, counts[i], top))
            .collect(Collectors.joining(" L", "M", ""));
    return new Line(
        mark,
        desk.say("overview.what." + key(what)),
        number(desk, LongStream.of(counts).sum()),
        path,
        path + " L%d %d L0 %d Z".formatted(WIDTH, HEIGHT, HEIGHT));
  }

  private static String point(int step, int steps, long count, long top) {
    double x = (double) WIDTH * step / (steps - 1);
    double y = HEIGHT - (double) HEIGHT * count / top;
    return String.format(Locale.ROOT, "%.1f %.1f", x, y);
  }

  private static String number(Desk desk, long number) {
    return String.format(desk.frame().locale(), "%,d", number);
  }

  private static List<String> ends(Desk desk, Span span, Instant from) {
    return List.of(0, 1, 2).stream()
        .map(half -> from.plus(span.length().multipliedBy(half).dividedBy(2)))
        .map(at -> span == Span.DAY ? When.hour(at) : When.shortDay(desk.frame(), at))
        .toList();
  }
}
