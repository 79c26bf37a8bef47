package dev.rekey.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Every meter there is, and the page that shows them; making it loads some 450 classes. */
final class Meters implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HashingMeters hashing = new HashingMeters(registry);
  private final RequestMeters requests = new RequestMeters(registry);
  private final WorkMeters work = new WorkMeters(registry);
  private final Machine machine = new Machine(registry);

  Meters(String version) {
    Gauge.builder("rekey.build.info", () -> 1)
        .tag("version", version)
        .description("Which version of Rekey this is")
        .register(registry);
  }

  HashingMeters hashing() {
    return hashing;
  }

  RequestMeters requests() {
    return requests;
  }

  WorkMeters work() {
    return work;
  }

  byte[] page(Format format) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      registry.scrape(page, format.contentType());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toByteArray();
  }

  /** A number that is asked for whenever somebody looks. */
  static void gauge(
      MeterRegistry registry, String name, String description, Supplier<Number> number) {
    Gauge.builder(name, number).description(description).register(registry);
  }

  @Override
  public void close() {
    machine.close();
    registry.close();
  }
}
