package dev.rekey.cli;

import dev.rekey.migrate.ImportFile.Outcome;
import dev.rekey.migrate.Onlooker;
import dev.rekey.migrate.Remark;
import dev.rekey.migrate.Tally;
import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** An import on the terminal: one line that changes, or a line now and then where there is none. */
final class ImportView implements Onlooker {

  private static final int MOST_REMARKS = 20;
  private static final int BAR = 24;
  private static final Duration OFTEN = Duration.ofMillis(200);
  private static final Duration SELDOM = Duration.ofSeconds(10);

  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final boolean reported;
  private final boolean dryRun;
  private final boolean live;
  private String file = "";
  private long size;
  private long behind;
  private long start;
  private long shown;
  private int remarks;
  private final Map<String, Long> left = new TreeMap<>();

  /**
   * @param reported every remark is written into a file as well
   */
  ImportView(PrintStream out, LongSupplier nanoTime, boolean reported, boolean dryRun) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.reported = reported;
    this.dryRun = dryRun;
    this.live = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  @Override
  public void began(String name, long bytes, long rowsBefore) {
    file = name;
    size = bytes;
    behind = rowsBefore;
    start = nanoTime.getAsLong();
    shown = start;
    remarks = 0;
    left.clear();
    if (rowsBefore > 0) {
      out.println(
          name + ": goes on behind row " + number(rowsBefore) + ", where it stopped before.");
    }
  }

  @Override
  public void went(Tally tally, long position) {
    long now = nanoTime.getAsLong();
    if (now - shown >= (live ? OFTEN : SELDOM).toNanos()) {
      shown = now;
      String line = line(tally, position, Duration.ofNanos(now - start));
      if (live) {
        out.print('\r' + line + "\u001b[K");
        out.flush();
      } else {
        out.println(line);
      }
    }
  }

  private String line(Tally tally, long position, Duration took) {
    double part = size == 0 ? 1 : Math.min(1, (double) position / size);
    double seconds = Math.max(took.toNanos() / 1e9, 1e-9);
    long rate = Math.round((tally.rows() - behind) / seconds);
    long left = Math.round(seconds * (1 - part) / Math.max(part, 1e-9));
    int filled = (int) (part * BAR);
    return "%s  [%s%s] %3d %%  %s rows  %s/s  %s left"
        .formatted(
            file,
            "#".repeat(filled),
            ".".repeat(BAR - filled),
            (int) (part * 100),
            number(tally.rows()),
            number(rate),
            time(left));
  }

  private static String time(long seconds) {
    return seconds < 60 ? seconds + " s" : "%d min %02d s".formatted(seconds / 60, seconds % 60);
  }

  @Override
  public void remarked(List<Remark> more) {
    more.forEach(remark -> remark.left().forEach(what -> left.merge(what, 1L, Long::sum)));
    for (Remark remark : more) {
      if (remark.outcome().equals(Remark.TAKEN)) {
        continue;
      }
      if (remarks < MOST_REMARKS) {
        clear();
        out.println(
            "%s, line %d: %s: %s".formatted(file, remark.line(), remark.outcome(), remark.why()));
      }
      remarks++;
    }
  }

  private void clear() {
    if (live) {
      out.print("\r\u001b[K");
    }
  }

  /** Prints what came of it; the exit code. */
  int tell(Path path, Outcome outcome) {
    clear();
    return switch (outcome) {
      case Outcome.Done(Tally tally) -> {
        tellMore();
        tellLeft();
        out.println(file + ": " + sum(tally) + rate(tally));
        yield 0;
      }
      case Outcome.WasDone(Tally tally) -> {
        out.println(
            path.getFileName()
                + ": was imported before, to its end: "
                + sum(tally)
                + " --again reads it once more.");
        yield 0;
      }
      case Outcome.Stopped(Tally tally) -> {
        tellMore();
        tellLeft();
        out.println(
            file
                + ": stopped behind row "
                + number(tally.rows())
                + ". "
                + (dryRun ? "Nothing was written." : "The same command goes on from there."));
        yield RekeyCommand.FAILED;
      }
      case Outcome.Unreadable(String why) -> {
        out.println(path + ": nothing was imported: " + why + '.');
        yield RekeyCommand.FAILED;
      }
    };
  }

  private void tellMore() {
    if (remarks > MOST_REMARKS) {
      out.println(
          "... and "
              + number(remarks - MOST_REMARKS)
              + " rows more; "
              + (reported ? "the report lists them all." : "--report FILE lists them all."));
    }
  }

  /** What stays behind, by how many rows that is so of. */
  private void tellLeft() {
    left.forEach((what, rows) ->
        out.println(
            "left behind: " + what + " (" + number(rows) + (rows == 1 ? " row)" : " rows)")));
  }

  private String sum(Tally tally) {
    String verb = dryRun ? "would be" : "were";
    return "%s rows: %s %s made accounts, %s merged, %s not taken%s."
        .formatted(
            number(tally.rows()),
            number(tally.taken()),
            verb,
            number(tally.merged()),
            number(tally.refused()),
            tally.nobody() == 0 ? "" : ", " + number(tally.nobody()) + " are nobody who signs in");
  }

  private String rate(Tally tally) {
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    return seconds <= 0
        ? ""
        : " %s rows a second.".formatted(number(Math.round((tally.rows() - behind) / seconds)));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
