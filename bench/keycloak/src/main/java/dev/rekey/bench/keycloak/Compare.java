package dev.rekey.bench.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The comparison: {@code bench/keycloak/run} starts it. */
public final class Compare {

  private static final Duration MOST_UNREST = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final double QUIET_SHARE = 0.1;

  private final Options options;
  private final Postgres postgres;
  private final RekeySide rekey;
  private final KeycloakSide keycloak;
  private final Findings findings = new Findings();

  private Compare(Options options) throws IOException, InterruptedException {
    this.options = options;
    Children children = new Children(options.target().resolve("started"));
    say("PostgreSQL");
    this.postgres = Postgres.start(children);
    this.rekey = new RekeySide(options, postgres, children);
    this.keycloak = new KeycloakSide(options, postgres, children);
  }

  /** Runs it; the exit code says how it went. */
  public static void main(String... words) {
    System.exit(run(words));
  }

  private static int run(String... words) {
    try {
      Options options = Options.of(words);
      Trees.delete(options.target().resolve("logs"));
      new Compare(options).run();
      return 0;
    } catch (Options.Wrong e) {
      say(e.why());
      return 2;
    } catch (IOException
        | SQLException
        | InterruptedException
        | IllegalStateException
        | Http.WrongAnswer
        | Load.WrongAnswers e) {
      say(e.toString());
      return 1;
    }
  }

  private void run() throws IOException, InterruptedException, SQLException {
    install();
    measureStarts();
    measureWork();
    Path report = new Report(options, findings).write();
    System.out.println(Files.readString(report));
    say("written: " + report + " and latest.json beside it");
  }

  private void install() throws IOException, InterruptedException, SQLException {
    say("Keycloak: build, first start, " + options.users() + " accounts");
    keycloak.install();
    Server first = keycloak.startFirst();
    keycloak.populate(options.users());
    first.stop();
    say("Rekey: first start, " + options.users() + " accounts");
    rekey.install();
    first = rekey.start();
    rekey.populate(options.users());
    first.stop();
    proveCost();
  }

  private void proveCost() throws SQLException {
    for (Side side : List.of(rekey, keycloak)) {
      String proof = side.provenCost(options.users());
      findings.proof(side, proof);
      say(side.name() + " has hashed with " + proof);
    }
  }

  /** Each is started alone, with the other one stopped. */
  private void measureStarts() throws IOException, InterruptedException {
    for (int round = 0; round < options.starts(); round++) {
      for (Side side : inTurn(round)) {
        Server server = side.start();
        Thread.sleep(options.settle());
        long idle = Clockwork.residentKiB(server.java());
        Duration firstSignIn = firstSignIn(side);
        server.stop();
        findings.started(side, new Started(server.firstAnswer(), firstSignIn, idle));
        say(
            "%s: first answer after %d ms, idle %d MiB"
                .formatted(side.name(), server.firstAnswer().toMillis(), idle / 1024));
      }
    }
  }

  private static Duration firstSignIn(Side side) throws IOException {
    try (Http http = new Http(side.port())) {
      long began = System.nanoTime();
      side.work(Kind.SIGN_IN, http, side.people().getFirst());
      return Duration.ofNanos(System.nanoTime() - began);
    }
  }

  /** Both run, and one of them has work. */
  private void measureWork() throws IOException, InterruptedException, SQLException {
    Running running = new Running(rekey.start(), keycloak.start());
    for (Kind kind : Kind.values()) {
      for (int round = 0; round < options.rounds(); round++) {
        for (Side side : inTurn(round)) {
          measure(kind, side, running);
        }
      }
    }
    for (Side side : List.of(rekey, keycloak)) {
      ProcessHandle java = running.of(side).java();
      findings.loaded(side, Clockwork.residentKiB(java), Clockwork.peakKiB(java));
    }
    proveCost();
    running.rekey().stop();
    running.keycloak().stop();
  }

  /** Both servers, up at once. */
  private record Running(Server rekey, Server keycloak) {

    Server of(Side side) {
      return side instanceof RekeySide ? rekey : keycloak;
    }

    Server otherThan(Side side) {
      return side instanceof RekeySide ? keycloak : rekey;
    }
  }

  private void measure(Kind kind, Side side, Running running) throws InterruptedException {
    ProcessHandle working = running.of(side).java();
    ProcessHandle idle = running.otherThan(side).java();
    awaitQuiet(working, idle);
    Watch watch = new Watch(working, idle, postgres.handle());
    Measured measured = Load.run(side, kind, options, watch);
    findings.measured(side, kind, measured);
    say(
        "%s, %s: %.0f a second, p50 %.1f ms, p99 %.1f ms; CPU ms each: server %.2f, database %.2f"
            .formatted(
                side.name(),
                kind.title(),
                measured.perSecond(),
                measured.p50(),
                measured.p99(),
                measured.serverCpu(),
                measured.databaseCpu()));
  }

  /** What is done after the answer, such as letters, is not to be in the other one's figures. */
  private void awaitQuiet(ProcessHandle one, ProcessHandle other) throws InterruptedException {
    Watch watch = new Watch(one, other, postgres.handle());
    long end = System.nanoTime() + MOST_UNREST.toNanos();
    double share = share(watch);
    while (share > QUIET_SHARE) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no quiet between two measurements: " + share + " cores");
      }
      share = share(watch);
    }
  }

  private static double share(Watch watch) throws InterruptedException {
    Watch.Reading before = watch.read();
    Thread.sleep(LOOK);
    Watch.Reading after = watch.read();
    long millis =
        after.working()
            - before.working()
            + after.idle()
            - before.idle()
            + after.database()
            - before.database();
    return millis * 1e6 / (after.nanos() - before.nanos());
  }

  /** Who was first is second the next time. */
  private List<Side> inTurn(int round) {
    List<Side> sides = new ArrayList<>(List.of(rekey, keycloak));
    return round % 2 == 0 ? sides : sides.reversed();
  }

  private static void say(String what) {
    System.err.println("bench/keycloak: " + what);
  }
}
