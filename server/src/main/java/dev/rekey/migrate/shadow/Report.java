package dev.rekey.migrate.shadow;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A recording in numbers: by route what was equal, and the first difference of each kind. */
public final class Report {

  private final Map<String, Route> routes = new TreeMap<>();
  private final Route all = new Route();
  private Line.End end = new Line.End(false, 0, 0, 0);

  private Report() {}

  /**
   * Reads a recording.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Report of(Path file) {
    Report report = new Report();
    report.end = Line.readAll(file, report::add);
    return report;
  }

  /** The count of one route. */
  private static final class Route {

    private long seen;
    private final Map<String, Long> verdicts = new TreeMap<>();
    private final Map<String, First> kinds = new LinkedHashMap<>();

    void add(Line line) {
      seen++;
      verdicts.merge(line.verdict(), 1L, Long::sum);
      for (Line.Told told : line.differences()) {
        String kind = kind(told);
        kinds.merge(kind, new First(line.at(), told, 1), First::again);
      }
      if (!line.why().isEmpty()) {
        Line.Told told = new Line.Told(line.verdict(), line.why(), "");
        kinds.merge(line.verdict() + line.why(), new First(line.at(), told, 1), First::again);
      }
    }

    private static String kind(Line.Told told) {
      String place = told.place().replaceAll("/\\d+(?=/|$)", "/*");
      return place.equals("status") || place.startsWith("cookie")
          ? place + told.upstream() + ' ' + told.rekey()
          : place;
    }

    long count(String verdict) {
      return verdicts.getOrDefault(verdict, 0L);
    }
  }

  /** The first of its kind, and how many there are. */
  private record First(String at, Line.Told told, long times) {

    First again(First other) {
      return new First(at, told, times + other.times);
    }
  }

  private void add(Line line) {
    routes.computeIfAbsent(line.route(), _ -> new Route()).add(line);
    all.add(line);
  }

  /** Whether Rekey answered everything it could be asked as the old system did. */
  public boolean equal() {
    return all.count("different") == 0;
  }

  public void print(PrintStream out) {
    out.println(
        "%d exchanges: %d equal, %d different, %d not followed, %d not asked, %d missed."
            .formatted(
                all.seen,
                all.count("equal"),
                all.count("different"),
                all.count("unfollowed"),
                all.count("unasked"),
                end.missed()));
    if (end.ended()) {
      out.println(
          "Followed %d tokens; %d accounts have another id in Rekey."
              .formatted(end.tokens(), end.otherIds()));
    } else {
      out.println("The recording has no end: the run was cut short, or it still goes on.");
    }
    out.println();
    out.println("  equal   diff.  other  route");
    routes.forEach((name, route) -> print(out, name, route));
  }

  private static void print(PrintStream out, String name, Route route) {
    out.println(
        "%7d %7d %6d  %s"
            .formatted(
                route.count("equal"),
                route.count("different"),
                route.seen - route.count("equal") - route.count("different"),
                name));
    route.kinds.values().forEach(first -> print(out, first));
  }

  private static void print(PrintStream out, First first) {
    Line.Told told = first.told();
    String times = first.times() == 1 ? "once" : first.times() + " times";
    out.println("            %s, %s, first at %s".formatted(told.place(), times, first.at()));
    if (told.rekey().isEmpty()) {
      out.println("              " + told.upstream());
    } else {
      out.println("              upstream  " + told.upstream());
      out.println("              Rekey     " + told.rekey());
    }
  }
}
