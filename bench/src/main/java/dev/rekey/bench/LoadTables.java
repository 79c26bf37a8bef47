package dev.rekey.bench;

import dev.rekey.bench.kernel.HashTime;
import dev.rekey.bench.load.Measured;
import dev.rekey.bench.stage.Machine;
import dev.rekey.bench.stage.Storage;
import dev.rekey.bench.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** What {@code load} found: how much there was of each work, and what the time went into. */
final class LoadTables {

  private final Report report;
  private final Storage storage;
  private final Report.Table loads;
  private final List<Line> lines = new ArrayList<>();

  private record Line(Wire wire, Work work, Measured measured) {}

  LoadTables(Report report, Storage storage) {
    this.report = report;
    this.storage = storage;
    this.loads =
        report.table(
            "Work in a second, " + storage,
            "dialect",
            "work",
            "each second",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "longest ms",
            "server's cores",
            "database's cores",
            "client's cores",
            "resident MiB",
            "wrong");
  }

  void add(Wire wire, Work work, Measured measured) {
    lines.add(new Line(wire, work, measured));
    var usage = measured.usage();
    loads.row(
        wire.name(),
        work.toString(),
        measured.perSecond(),
        measured.latencies().millis(50),
        measured.latencies().millis(99),
        measured.latencies().millis(99.9),
        measured.latencies().longestMillis(),
        usage.cores(usage.server()),
        usage.cores(usage.database()),
        usage.cores(usage.client()),
        measured.residentMiB(),
        measured.mistakes().count());
  }

  /** Compares hashes in a second with cores divided by the hash's time, before and after. */
  void shares(HashTime before, HashTime after) {
    if (lines.stream().noneMatch(line -> line.work().hashes())) {
      return;
    }
    Report.Table hash =
        report.table(
            "The hash alone",
            "engine",
            "when",
            "ms, one alone",
            "ms, one on each core",
            "cores ÷ ms of one alone, each s",
            "cores ÷ ms of one on each core, each s");
    hash(hash, "before", before);
    hash(hash, "after", after);
    Report.Table shares =
        report.table(
            "Share of the hash, " + storage,
            "dialect",
            "work",
            "each second",
            "hashes each",
            "hashes each second",
            "of cores ÷ hash time, one on each core, %",
            "of cores ÷ hash time, one alone, %",
            "ms of processors each: hash",
            "server beside it",
            "database",
            "client",
            "nobody");
    double alone = (before.alone() + after.alone()) / 2e6;
    double together = (before.together() + after.together()) / 2e6;
    lines.stream()
        .filter(line -> line.work().hashes())
        .forEach(line -> share(shares, line, alone, together));
  }

  private static void hash(Report.Table table, String when, HashTime time) {
    table.row(
        time.engine(),
        when,
        time.alone() / 1e6,
        time.together() / 1e6,
        time.limit(Machine.cores()),
        time.limitTogether(Machine.cores()));
  }

  private static void share(Report.Table table, Line line, double alone, double together) {
    Measured measured = line.measured();
    double hashes = measured.usage().metrics().hashes() / measured.latencies().count();
    double perSecond = measured.perSecond() * hashes;
    table.row(
        line.wire().name(),
        line.work().toString(),
        measured.perSecond(),
        hashes,
        perSecond,
        100 * perSecond * together / 1e3 / Machine.cores(),
        100 * perSecond * alone / 1e3 / Machine.cores(),
        hashes * together,
        measured.serverMillis() - hashes * together,
        measured.databaseMillis(),
        measured.clientMillis(),
        measured.idleMillis());
  }
}
