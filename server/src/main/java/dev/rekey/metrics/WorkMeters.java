package dev.rekey.metrics;

import dev.rekey.core.adoption.AdoptionWatch;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.limit.LimitWatch;
import dev.rekey.core.store.Outbox;
import dev.rekey.mail.Carrier.Receipt;
import dev.rekey.store.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Counts what became of people's wishes: events, refusals, commits, letters, sweeps. */
final class WorkMeters {

  private static final Duration[] WRITES =
      LongStream.of(1, 2, 5, 10, 20, 50, 100, 250, 500, 1000, 5000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final MeterProvider<Counter> events;
  private final MeterProvider<Counter> refusals;
  private final MeterProvider<Counter> deliveries;
  private final MeterProvider<Counter> asks;
  private final Timer writes;
  private final Counter swept;

  WorkMeters(MeterRegistry registry) {
    this.registry = registry;
    this.events = counters("rekey.events", "Lines of the audit trail that were committed");
    this.refusals = counters("rekey.limits.refusals", "Who was sent away by a limit, by which");
    this.deliveries = counters("rekey.mail.deliveries", "Tries to hand over a mail, by outcome");
    this.asks =
        counters("rekey.adoption.asks", "People that old systems were asked about, by outcome");
    this.writes =
        Timer.builder("rekey.store.writes")
            .description("Transactions that write, from the wish to the commit on disk")
            .serviceLevelObjectives(WRITES)
            .register(registry);
    this.swept =
        Counter.builder("rekey.swept.rows")
            .description("Expired rows that were swept out")
            .register(registry);
    Stream.of(LimitWatch.Reason.values()).forEach(this::refusals);
    Stream.of("taken", "later", "never").forEach(this::deliveries);
  }

  private MeterProvider<Counter> counters(String name, String description) {
    return Counter.builder(name).description(description).withRegistry(registry);
  }

  void committed(AuditEntry entry) {
    events.withTags("wire", entry.visit().wire(), "event", entry.event().name()).increment();
  }

  void asked(String mount, AdoptionWatch.Course course) {
    String outcome = course.name().toLowerCase(Locale.ROOT).replace('_', '-');
    asks.withTags("mount", mount, "outcome", outcome).increment();
  }

  void sentAway(LimitWatch.Reason reason) {
    refusals(reason).increment();
  }

  private Counter refusals(LimitWatch.Reason reason) {
    String word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return refusals.withTag("reason", word);
  }

  void carried(Receipt receipt) {
    deliveries(word(receipt)).increment();
  }

  private static String word(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Taken() -> "taken";
      case Receipt.Later _ -> "later";
      case Receipt.Never _ -> "never";
    };
  }

  private Counter deliveries(String outcome) {
    return deliveries.withTag("outcome", outcome);
  }

  void wrote(Duration took) {
    writes.record(took);
  }

  void swept(int rows) {
    swept.increment(rows);
  }

  void show(Outbox outbox, InstantSource clock) {
    Meters.gauge(registry, "rekey.outbox.letters", "Letters that are owed", outbox::waiting);
    Gauge.builder("rekey.outbox.oldest", () -> age(outbox, clock))
        .baseUnit("seconds")
        .description("How long the letter that has waited longest is owed")
        .register(registry);
  }

  private static Number age(Outbox outbox, InstantSource clock) {
    return outbox
        .waitingSince()
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  void show(Database database) {
    Meters.gauge(
        registry,
        "rekey.store.waiting",
        "Who waits for the writer, or for a connection",
        () -> database.pulse().waiting());
    Meters.gauge(
        registry,
        "rekey.store.connections.busy",
        "Connections to the database that are at work",
        () -> database.pulse().busy());
    Meters.gauge(
        registry,
        "rekey.store.connections.open",
        "Connections to the database that are open",
        () -> database.pulse().open());
  }
}
