package dev.rekey.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.chronicle.Tallies;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.Fields;
import dev.rekey.http.Mount;
import dev.rekey.http.Request;
import dev.rekey.mail.Carrier;
import dev.rekey.mail.Carrier.Receipt;
import dev.rekey.mail.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Request LOOK =
      new Request(
          "id",
          new Origin("127.0.0.1", ""),
          "GET",
          "/metrics",
          Map.of(),
          Fields.none(),
          Fields.none(),
          new byte[0],
          0);

  private static Scrape look(Metrics metrics) {
    Mount page = metrics.page("/metrics", new Readers.Local());
    byte[] body = page.routes().getFirst().handler().handle(LOOK).body();
    return new Scrape(new String(body, StandardCharsets.UTF_8));
  }

  @Test
  void whatHappensBeforeTheFirstLookIsCounted() {
    try (Metrics metrics = Metrics.open("1.2.3", new Tallies())) {
      metrics.hashing().shed();
      metrics.hashing().waited(Duration.ofSeconds(2));
      metrics.swept(500);
      Scrape scrape = look(metrics);

      assertThat(scrape.value("rekey_hashing_shed_total")).isEqualTo(1);
      assertThat(scrape.value("rekey_hashing_wait_seconds_sum")).isEqualTo(2);
      assertThat(scrape.value("rekey_swept_rows_total")).isEqualTo(500);
      assertThat(scrape.value("rekey_build_info", "version=1.2.3")).isEqualTo(1);
    }
  }

  @Test
  void aClosedDeskKeepsNothing() {
    try (Metrics metrics = Metrics.closed(new Tallies())) {
      metrics.hashing().shed();

      assertThat(look(metrics).value("rekey_hashing_shed_total")).isZero();
    }
  }

  @Test
  void countsWhatBecameOfMailsAndChangesNothingAboutIt() {
    List<Receipt> receipts =
        List.of(new Receipt.Taken(), new Receipt.Later("slow"), new Receipt.Never("refused"));
    try (Metrics metrics = Metrics.open("test", new Tallies())) {
      for (Receipt receipt : receipts) {
        Carrier carrier = metrics.mail(new Bearer(receipt));
        assertThat(carrier.carry(null)).isSameAs(receipt);
      }
      Scrape scrape = look(metrics);

      for (String outcome : List.of("taken", "later", "never")) {
        assertThat(scrape.value("rekey_mail_deliveries_total", "outcome=" + outcome)).isEqualTo(1);
      }
      assertThat(scrape.text()).doesNotContain("slow").doesNotContain("refused\"");
    }
  }

  /** Says the same of every mail. */
  private record Bearer(Carrier.Receipt receipt) implements Carrier {
    @Override
    public Receipt carry(Envelope envelope) {
      return receipt;
    }

    @Override
    public Trial tryOut(Envelope envelope) {
      return new Trial.Passed("as well");
    }
  }
}
