package dev.rekey.bench;

import dev.rekey.bench.SignInShot.Comer;
import dev.rekey.bench.load.Latencies;
import dev.rekey.bench.load.Measured;
import dev.rekey.bench.load.OpenLoop;
import dev.rekey.bench.load.OpenLoop.Answered;
import dev.rekey.bench.load.OpenLoop.Volley;
import dev.rekey.bench.load.Shot.Verdict;
import dev.rekey.bench.stage.House;
import dev.rekey.bench.stage.Proc;
import dev.rekey.bench.wire.Person;
import dev.rekey.bench.wire.Wire;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;

/** Calm and storms over one server. */
final class Weather {

  /** How many accounts have no part in storms. */
  static final int GUESTS = CheckersAndStrangers.CHECKERS + CheckersAndStrangers.STRANGERS;

  private static final double CHECKS_PER_SECOND = 200;
  private static final double PROBES_PER_SECOND = 20;
  private static final Duration AFTERWARDS = Duration.ofSeconds(5);
  private static final String ONE_ADDRESS = "203.0.113.66";

  private final House house;
  private final Wire wire;
  private final Spell spell;
  private final Report report;
  private final CheckersAndStrangers guests;
  private final List<Person> crowd;
  private final Report.Table checks;
  private double idleCheckP99;
  private double calmSignInP99;

  Weather(House house, Wire wire, Spell spell, Report report) {
    this.house = house;
    this.wire = wire;
    this.spell = spell;
    this.report = report;
    int crowded = house.people().size() - GUESTS;
    this.crowd = house.people().subList(0, crowded);
    this.guests = new CheckersAndStrangers(house.people().subList(crowded, crowded + GUESTS));
    this.checks =
        report.table(
            "Token checks, %.0f a second, latencies from when they were due"
                .formatted(CHECKS_PER_SECOND),
            "while",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "longest ms",
            "p99, times the idle one");
  }

  /** Warms up server and client for storms, as for everything else that is measured. */
  void rehearse(double factor, int hands) throws InterruptedException {
    Volley storm = startStorm(peak() * factor, spell.warmUp(), hands, n -> comer(crowd, n)).await();
    Complaints.about("rehearsal", storm.mistakes(), report);
    Thread.sleep(AFTERWARDS);
  }

  private double peak() {
    Measured peak = Crew.at(Work.SIGN_IN, wire, house, spell);
    Complaints.about("peak", peak, report);
    return peak.perSecond();
  }

  /** What the server does undisturbed; its peak of sign-ins in a second. */
  double calm() throws InterruptedException {
    double peak = peak();
    Volley idle = startChecks(spell.time()).await();
    idleCheckP99 = idle.sinceDue(Verdict.DONE).millis(99);
    addChecks("nothing else is done", idle);
    Volley probes = startProbes(spell.time()).await();
    Complaints.about("probes", probes.mistakes(), report);
    calmSignInP99 = probes.sinceDue(Verdict.DONE).millis(99);
    saturate();
    return peak;
  }

  /** All hash, but nobody is turned away. */
  private void saturate() throws InterruptedException {
    OpenLoop loop = startChecks(spell.warmUp().plus(spell.time()));
    Measured load = Crew.at(Work.SIGN_IN, wire, house, spell);
    Complaints.about("saturation", load, report);
    addChecks(spell.connections() + " connections sign in", loop.await());
  }

  /** From everywhere, on everybody; the peak is measured once more afterwards. */
  void storm(double peak, double factor, int hands) throws InterruptedException {
    double before = Proc.residentMiB(house.server().pid());
    OpenLoop checking = startChecks(spell.time());
    try (MemoryWatch memory = MemoryWatch.of(house.server().pid())) {
      OpenLoop storm = startStorm(peak * factor, hands, n -> comer(crowd, n));
      Thread.sleep(spell.time());
      OpenLoop probing = startProbes(AFTERWARDS);
      Volley volley = storm.await();
      Volley afterwards = probing.await();
      addChecks("%.0f times the peak is offered".formatted(factor), checking.await());
      Complaints.about("storm", volley.mistakes(), report);
      Complaints.about("after the storm", afterwards.mistakes(), report);
      addShed(volley);
      addMemory(before, memory.mostMiB());
      addRecovery(afterwards);
      addStorm(Math.max(peak, peak()), volley);
    }
  }

  /** On everybody, but from one address. */
  void stormFromOneAddress(double perSecond, int hands) throws InterruptedException {
    unfair(
        "from one address",
        perSecond,
        hands,
        n -> new Comer(comer(crowd, n).person(), ONE_ADDRESS));
  }

  /** From everywhere, but on one account, whose password is known. */
  void stormOnOneAccount(double perSecond, int hands) throws InterruptedException {
    unfair(
        "on one account",
        perSecond,
        hands,
        n -> new Comer(crowd.getFirst(), comer(crowd, n).address()));
  }

  private void unfair(String how, double perSecond, int hands, LongFunction<Comer> comers)
      throws InterruptedException {
    Thread.sleep(AFTERWARDS);
    OpenLoop storm = startStorm(perSecond, hands, comers);
    List<Person> strangers = guests.strangers();
    OpenLoop visits =
        OpenLoop.start(
            strangers.size(),
            spell.time(),
            strangers.size() * 5,
            _ -> new SignInShot(wire, house.server().port(), n -> comer(strangers, n)));
    Volley theirs = visits.await();
    Volley volley = storm.await();
    Complaints.about("strangers in a storm " + how, theirs.mistakes(), report);
    Complaints.about("storm " + how, volley.mistakes(), report);
    Latencies latencies = theirs.sinceDue(Verdict.DONE);
    report
        .table(
            "Ten strangers, a sign-in a second each, in a storm " + how,
            "storm offered each second",
            "storm done each second",
            "strangers' sign-ins",
            "done, %",
            "p50 ms",
            "p99 ms",
            "longest ms")
        .row(
            perSecond,
            volley.donePerSecond(spell.time()),
            theirs.offered(),
            100.0 * theirs.count(Verdict.DONE) / theirs.offered(),
            latencies.millis(50),
            latencies.millis(99),
            latencies.longestMillis());
  }

  private void addChecks(String meanwhile, Volley volley) {
    Complaints.about("token checks while " + meanwhile, volley.mistakes(), report);
    Latencies latencies = volley.sinceDue(Verdict.DONE);
    checks.row(
        meanwhile,
        latencies.millis(50),
        latencies.millis(99),
        latencies.millis(99.9),
        latencies.longestMillis(),
        latencies.millis(99) / idleCheckP99);
  }

  private void addStorm(double peak, Volley volley) {
    double good = volley.donePerSecond(spell.time());
    Latencies done = volley.sinceDue(Verdict.DONE);
    report
        .table(
            "Sign-ins in the storm",
            "peak each second, the higher of before and after",
            "offered each second",
            "done each second",
            "of the peak, %",
            "done",
            "shed",
            "begun late",
            "p50 ms of the done",
            "p99 ms of the done")
        .row(
            peak,
            volley.offered() / (spell.time().toNanos() / 1e9),
            good,
            100 * good / peak,
            volley.count(Verdict.DONE),
            volley.count(Verdict.SHED),
            volley.late(),
            done.millis(50),
            done.millis(99));
  }

  private void addShed(Volley volley) {
    Report.Table table =
        report.table(
            "503 with Retry-After, in the caller's dialect",
            "counted from",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "longest ms");
    addShed(table, "when it was sent", volley.sinceSent(Verdict.SHED));
    addShed(table, "when it was due", volley.sinceDue(Verdict.SHED));
  }

  private static void addShed(Report.Table table, String from, Latencies latencies) {
    table.row(
        from,
        latencies.millis(50),
        latencies.millis(99),
        latencies.millis(99.9),
        latencies.longestMillis());
  }

  private void addMemory(double before, double most) {
    report
        .table("Resident memory of the server, MiB", "before", "most in the storm", "after")
        .row(before, most, Proc.residentMiB(house.server().pid()));
  }

  /** Normal is what takes no longer than twice the calm p99. */
  private void addRecovery(Volley afterwards) {
    double limit = 2 * calmSignInP99;
    double until =
        afterwards.answers().stream()
            .filter(answer -> isUnusual(answer, limit))
            .mapToDouble(answer -> (answer.due() + answer.sinceDue()) / 1e9)
            .max()
            .orElse(0);
    report
        .table(
            "Sign-ins after the storm, %.0f a second".formatted(PROBES_PER_SECOND),
            "calm p99 ms",
            "seconds until none took twice that",
            "shed afterwards",
            "longest ms")
        .row(
            calmSignInP99,
            until,
            afterwards.count(Verdict.SHED),
            afterwards.sinceDue(Verdict.DONE).longestMillis());
  }

  private static boolean isUnusual(Answered answer, double limitMillis) {
    return answer.verdict() == Verdict.SHED || answer.sinceDue() / 1e6 > limitMillis;
  }

  private OpenLoop startChecks(Duration time) {
    List<CheckShot> shots =
        guests.checkers().stream()
            .map(person -> CheckShot.of(wire, house.server().port(), person))
            .toList();
    return OpenLoop.start(CHECKS_PER_SECOND, time, shots.size(), shots::get);
  }

  private OpenLoop startProbes(Duration time) {
    List<Person> strangers = guests.strangers();
    return OpenLoop.start(
        PROBES_PER_SECOND,
        time,
        strangers.size() * 5,
        _ -> new SignInShot(wire, house.server().port(), n -> comer(strangers, n)));
  }

  private OpenLoop startStorm(double perSecond, int hands, LongFunction<Comer> comers) {
    return startStorm(perSecond, spell.time(), hands, comers);
  }

  private OpenLoop startStorm(
      double perSecond, Duration time, int hands, LongFunction<Comer> comers) {
    return OpenLoop.start(
        perSecond, time, hands, _ -> new SignInShot(wire, house.server().port(), comers));
  }

  private static Comer comer(List<Person> people, long number) {
    Person person = people.get((int) (number % people.size()));
    return new Comer(person, person.address());
  }

  /** Those who are there besides. */
  private record CheckersAndStrangers(List<Person> all) {
    private static final int CHECKERS = 16;
    private static final int STRANGERS = 10;

    List<Person> checkers() {
      return all.subList(0, CHECKERS);
    }

    List<Person> strangers() {
      return all.subList(CHECKERS, CHECKERS + STRANGERS);
    }
  }
}
