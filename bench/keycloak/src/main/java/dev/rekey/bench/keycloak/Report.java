package dev.rekey.bench.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is written about the comparison: a page for people, and the same as JSON. */
final class Report {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Options options;
  private final Findings.Found rekey;
  private final Findings.Found keycloak;
  private final Machine machine;
  private final Instant now = Instant.now();

  Report(Options options, Findings findings) throws IOException {
    this.options = options;
    this.rekey = findings.of("Rekey");
    this.keycloak = findings.of("Keycloak");
    this.machine = Machine.here();
  }

  /** Writes both, under the time and as the latest, and says where the page is. */
  Path write() throws IOException {
    Path folder = Files.createDirectories(options.target().resolve("results"));
    String page = page();
    String json = json();
    Files.writeString(folder.resolve(STAMP.format(now) + ".md"), page);
    Files.writeString(folder.resolve(STAMP.format(now) + ".json"), json);
    Files.writeString(folder.resolve("latest.json"), json);
    return Files.writeString(folder.resolve("latest.md"), page);
  }

  private String page() {
    StringBuilder page = new StringBuilder("# Rekey beside Keycloak\n\n");
    facts()
        .forEach((name, value) -> page.append("- ").append(name).append(": ").append(value(value)));
    page.append(
        """

        Medians of the rounds. A ratio says how many times better Rekey is: more work a second, or less time or memory. The last
        column has the least and the most that single rounds gave. CPU is that of the server and of PostgreSQL together; it
        hardly minds what else the machine does. README.md says what is not equal.

        | | Rekey | Keycloak | ratio | rounds |
        |---|---|---|---|---|
        """);
    for (Kind kind : Kind.values()) {
      page.append(work(kind, "/s", true, Measured::perSecond).row(kind.title(), "%.1f"));
    }
    for (Kind kind : Kind.values()) {
      page.append(
          work(kind, "ms", false, Measured::cpu).row("CPU for one " + kind.title(), "%.2f"));
    }
    page.append(
        starts("ms", start -> start.firstAnswer().toNanos() / 1e6)
            .row("start to first answer", "%.0f"));
    page.append(
        starts("ms", start -> start.firstSignIn().toNanos() / 1e6)
            .row("the first sign-in after that", "%.0f"));
    page.append(starts("MiB", start -> start.idleKiB() / 1024.0).row("resident when idle", "%.0f"));
    page.append(loaded().row("resident after all the work", "%.0f"));
    page.append(peak().row("resident at most", "%.0f"));
    page.append(details());
    page.append(requests());
    return page.toString();
  }

  private static String value(String value) {
    return value + "\n";
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("when", now.truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put(
        "machine",
        machine.processor()
            + ", "
            + machine.cores()
            + " cores, "
            + machine.memoryMiB()
            + " MiB, "
            + machine.system());
    facts.put(
        "JVM of both",
        machine.java()
            + ", -Xmx"
            + options.heap()
            + "; otherwise what each launcher sets: Rekey the serial collector, Keycloak G1 and"
            + " -Xms64m");
    facts.put("Rekey", options.commit());
    facts.put(
        "Keycloak",
        options.version()
            + ", --cache="
            + options.cache()
            + (options.guarded() ? ", with" : ", without")
            + " brute force detection and stored events");
    facts.put("PostgreSQL of both", Postgres.settings());
    facts.put(
        "hash of both",
        Cost.BOTH
            + "; found in the databases before and after: `"
            + rekey.proof()
            + "` and `"
            + keycloak.proof()
            + "`");
    facts.put("accounts", Integer.toString(options.users()));
    facts.put(
        "clients",
        options.connections() + ", on the same machine, each with one request under way");
    facts.put(
        "each figure",
        options.rounds()
            + " rounds of "
            + options.measured().toSeconds()
            + " s after "
            + options.warmUp().toSeconds()
            + " s of the same work, the sides in turn, the other one running and idle; "
            + options.starts()
            + " starts, the other one stopped");
    return facts;
  }

  private String details() {
    StringBuilder table =
        new StringBuilder(
            """

            | | side | p50 ms | p99 ms | p99.9 ms | CPU ms of the server | of PostgreSQL | of the client | other server, cores |
            |---|---|---|---|---|---|---|---|---|
            """);
    for (Kind kind : Kind.values()) {
      table.append(detail(kind, "Rekey", true));
      table.append(detail(kind, "Keycloak", false));
    }
    return table.append("\nCPU is for one piece of work.\n").toString();
  }

  private String detail(Kind kind, String side, boolean left) {
    List<ToDoubleFunction<Measured>> columns =
        List.of(
            Measured::p50,
            Measured::p99,
            Measured::p999,
            Measured::serverCpu,
            Measured::databaseCpu,
            Measured::clientCpu,
            Measured::idleShare);
    StringJoiner row = new StringJoiner(" | ", "| ", " |\n").add(kind.title()).add(side);
    for (ToDoubleFunction<Measured> column : columns) {
      Pair pair = work(kind, "", false, column);
      row.add("%.2f".formatted(left ? pair.ofRekey() : pair.ofKeycloak()));
    }
    return row.toString();
  }

  private String requests() {
    StringBuilder table =
        new StringBuilder(
            "\n| | hashes | Rekey is asked | Keycloak is asked |\n|---|---|---|---|\n");
    for (Kind kind : Kind.values()) {
      table.append(
          "| %s | %s | `%s` | `%s` |\n"
              .formatted(kind.title(), kind.hashes(), kind.rekey(), kind.keycloak()));
    }
    return table.toString();
  }

  private Pair work(
      Kind kind, String unit, boolean moreIsBetter, ToDoubleFunction<Measured> figure) {
    Function<Findings.Found, List<Double>> values =
        found -> found.work(kind).stream().map(figure::applyAsDouble).toList();
    return new Pair(unit, values.apply(rekey), values.apply(keycloak), moreIsBetter);
  }

  private Pair starts(String unit, ToDoubleFunction<Started> figure) {
    Function<Findings.Found, List<Double>> values =
        found -> found.starts().stream().map(figure::applyAsDouble).toList();
    return new Pair(unit, values.apply(rekey), values.apply(keycloak), false);
  }

  private Pair loaded() {
    return new Pair(
        "MiB", List.of(rekey.loadedKiB() / 1024.0), List.of(keycloak.loadedKiB() / 1024.0), false);
  }

  private Pair peak() {
    return new Pair(
        "MiB", List.of(rekey.peakKiB() / 1024.0), List.of(keycloak.peakKiB() / 1024.0), false);
  }

  private String json() {
    StringJoiner json = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
    facts().forEach((name, value) -> json.add(quoted(name) + ": " + quoted(value)));
    for (Kind kind : Kind.values()) {
      json.add(quoted(kind.title()) + ": " + json(kind));
    }
    json.add(
        "\"start to first answer\": "
            + starts("ms", start -> start.firstAnswer().toNanos() / 1e6).json());
    json.add(
        "\"the first sign-in after that\": "
            + starts("ms", start -> start.firstSignIn().toNanos() / 1e6).json());
    json.add("\"resident when idle\": " + starts("MiB", start -> start.idleKiB() / 1024.0).json());
    json.add("\"resident after all the work\": " + loaded().json());
    json.add("\"resident at most\": " + peak().json());
    return json.toString();
  }

  private String json(Kind kind) {
    StringJoiner json = new StringJoiner(",\n    ", "{\n    ", "\n  }");
    json.add("\"rate\": " + work(kind, "/s", true, Measured::perSecond).json());
    json.add("\"answered\": " + work(kind, "", true, Measured::count).json());
    json.add("\"p50\": " + work(kind, "ms", false, Measured::p50).json());
    json.add("\"p99\": " + work(kind, "ms", false, Measured::p99).json());
    json.add("\"p999\": " + work(kind, "ms", false, Measured::p999).json());
    json.add("\"cpu\": " + work(kind, "ms", false, Measured::cpu).json());
    json.add("\"cpu of the server\": " + work(kind, "ms", false, Measured::serverCpu).json());
    json.add("\"cpu of PostgreSQL\": " + work(kind, "ms", false, Measured::databaseCpu).json());
    json.add("\"cpu of the client\": " + work(kind, "ms", false, Measured::clientCpu).json());
    json.add("\"other server, cores\": " + work(kind, "", false, Measured::idleShare).json());
    return json.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
