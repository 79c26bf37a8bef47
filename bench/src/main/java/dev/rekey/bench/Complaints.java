package dev.rekey.bench;

import dev.rekey.bench.load.Measured;
import dev.rekey.bench.load.Mistakes;
import dev.rekey.bench.stage.House;

/** What makes figures worthless. */
final class Complaints {

  private Complaints() {}

  /** A wrong answer fails the run, and so does no answer at all. */
  static void about(String what, Measured measured, Report report) {
    about(what, measured.mistakes(), report);
    if (measured.latencies().count() == 0) {
      report.fault(what + ": nothing was finished while it was measured");
    }
  }

  /** A wrong answer fails the run. */
  static void about(String what, Mistakes mistakes, Report report) {
    if (mistakes.count() > 0) {
      report.fault(
          what + ": " + mistakes.count() + " wrong or lost answers, " + mistakes.samples());
    }
  }

  /** So does what the server itself complains of. */
  static void about(String what, House house, Report report) {
    house.server().complaints().ifPresent(lines -> report.fault(what + " logged: " + lines));
  }
}
