package dev.rekey.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HashingMetersTest {

  @Test
  void importedHashesOfManyCostsDoNotMakeEndlessSeries() {
    try (Meters meters = new Meters("test")) {
      for (int i = 0; i < 1000; i++) {
        meters
            .hashing()
            .hashed("pbkdf2-sha512", Integer.toString(20_000 + i), Duration.ofMillis(1));
      }
      meters.hashing().hashed("pbkdf2-sha512", "20000", Duration.ofMillis(1));
      Scrape scrape =
          new Scrape(new String(meters.page(Format.PROMETHEUS), StandardCharsets.UTF_8));

      assertThat(count(scrape, "20000")).isEqualTo(2);
      assertThat(count(scrape, "other")).isEqualTo(1000 - 32);
    }
  }

  private static double count(Scrape scrape, String cost) {
    return scrape.value("rekey_hashes_seconds_count", "scheme=pbkdf2-sha512", "cost=" + cost);
  }
}
