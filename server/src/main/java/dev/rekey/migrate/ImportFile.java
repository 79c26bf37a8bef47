package dev.rekey.migrate;

import dev.rekey.core.account.Realm;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.arrival.OnConflict;
import dev.rekey.core.arrival.Verdict;
import dev.rekey.core.store.Intake;
import dev.rekey.core.store.Intake.Batch;
import dev.rekey.core.store.Intake.Progress;
import dev.rekey.core.store.Intake.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Takes the people of a file in: one thread reads, the caller's writes. */
public final class ImportFile {

  private final Intake intake;
  private final Breath breath;
  private final InstantSource clock;

  public ImportFile(Intake intake, Breath breath, InstantSource clock) {
    this.intake = intake;
    this.breath = breath;
    this.clock = clock;
  }

  /**
   * What is to be imported.
   *
   * @param again from the first row on, however far it was imported before
   * @param report where every row is listed that is not taken
   * @param stop true once the import is to end after the batch under way
   */
  public record Command(
      Origin origin,
      Path file,
      Realm realm,
      OnConflict policy,
      boolean again,
      Optional<Path> report,
      Habits habits,
      Optional<OcariotNames> names,
      BooleanSupplier stop) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The file was read to its end. */
    record Done(Tally tally) implements Outcome {}

    /** It was imported to its end before; nothing was done now. */
    record WasDone(Tally tally) implements Outcome {}

    /** It was told to stop; the same command goes on behind the last commit. */
    record Stopped(Tally tally) implements Outcome {}

    /** The file, or the report, cannot be used at all. */
    record Unreadable(String why) implements Outcome {}
  }

  public Outcome handle(Command command, Onlooker onlooker) {
    try {
      SourceFile file = SourceFile.of(command.file());
      Source source =
          new Source(command.realm(), file.key(), command.origin().text(), command.policy());
      if (command.again()) {
        intake.forget(source);
      }
      Optional<Progress> before = command.again() ? Optional.empty() : intake.progress(source);
      Tally tally = before.map(ImportFile::tally).orElseGet(() -> new Tally(0, 0, 0, 0));
      return before.filter(Progress::done).isPresent()
          ? new Outcome.WasDone(tally)
          : run(command, onlooker, file, source, tally);
    } catch (Misfit misfit) {
      return new Outcome.Unreadable(misfit.why());
    } catch (FileNotFoundException e) {
      return new Outcome.Unreadable("it is not there, or must not be read");
    } catch (IOException e) {
      return new Outcome.Unreadable("it cannot be read: " + e.getMessage());
    }
  }

  private static Tally tally(Progress progress) {
    return new Tally(progress.place(), progress.taken(), progress.merged(), progress.refused());
  }

  private Outcome run(
      Command command, Onlooker onlooker, SourceFile file, Source source, Tally before)
      throws IOException {
    try (InputStream in = file.open()) {
      Feed feed = new Feed(in);
      RawRows rows = command.origin().rows(feed);
      Format format = command.origin().format(command.habits(), command.names());
      Reader reader = new Reader(feed, rows, format, before.rows());
      Optional<Report> report = report(command, file, before.rows());
      try (Conveyor conveyor = new Conveyor(reader)) {
        intake.brace();
        onlooker.began(file.name(), file.size(), before.rows());
        return take(command, onlooker, source, before, conveyor, report);
      } finally {
        if (report.isPresent()) {
          report.get().close();
        }
      }
    }
  }

  private static Optional<Report> report(Command command, SourceFile file, long upTo)
      throws IOException {
    return command.report().isPresent()
        ? Optional.of(Report.open(command.report().get(), file.name(), upTo))
        : Optional.empty();
  }

  private Outcome take(
      Command command,
      Onlooker onlooker,
      Source source,
      Tally before,
      Conveyor conveyor,
      Optional<Report> report)
      throws IOException {
    Tally tally = before;
    while (!command.stop().getAsBoolean()) {
      Chunk chunk = conveyor.next();
      List<Remark> remarks = new ArrayList<>();
      List<Verdict> verdicts = take(source, tally, chunk, remarks, report);
      report.ifPresent(Report::commit);
      onlooker.remarked(remarks);
      tally = after(tally, chunk, verdicts);
      onlooker.went(tally, chunk.position());
      if (chunk.last()) {
        return new Outcome.Done(tally);
      }
      breath.take();
    }
    return new Outcome.Stopped(tally);
  }

  private List<Verdict> take(
      Source source, Tally tally, Chunk chunk, List<Remark> remarks, Optional<Report> report) {
    long upTo = Math.max(chunk.upTo(), tally.rows());
    Batch batch =
        new Batch(tally.rows(), upTo, chunk.arrivals(), chunk.remarks().size(), chunk.last());
    return intake.take(
        source,
        batch,
        clock.instant(),
        verdicts -> {
          remarks.clear();
          remarks.addAll(chunk.remarks());
          verdicts.forEach(verdict -> remark(verdict).ifPresent(remarks::add));
          remarks.sort(Comparator.comparingLong(Remark::place));
          report.ifPresent(file -> file.write(remarks));
        });
  }

  private static Optional<Remark> remark(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Taken(Arrival arrival) ->
          Optional.of(arrival)
              .filter(one -> !one.left().isEmpty())
              .map(one -> Remark.of(one, Remark.TAKEN, ""));
      case Verdict.Renamed(Arrival arrival, String how) ->
          Optional.of(Remark.of(arrival, "renamed", how));
      case Verdict.Merged merged ->
          Optional.of(Remark.of(merged.arrival(), "merged", merged.how()));
      case Verdict.Refused(Arrival arrival, String why) ->
          Optional.of(Remark.refused(arrival.place(), arrival.line(), why));
    };
  }

  private static Tally after(Tally tally, Chunk chunk, List<Verdict> verdicts) {
    long taken = 0;
    long merged = 0;
    long refused = chunk.remarks().size();
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Taken _, Verdict.Renamed _ -> taken++;
        case Verdict.Merged _ -> merged++;
        case Verdict.Refused _ -> refused++;
      }
    }
    return tally.plus(Math.max(chunk.upTo(), tally.rows()), taken, merged, refused);
  }
}
