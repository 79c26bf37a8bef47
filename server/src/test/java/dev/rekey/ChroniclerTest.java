package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.chronicle.Happening;
import dev.rekey.core.chronicle.Node;
import dev.rekey.core.chronicle.Tallies;
import dev.rekey.core.chronicle.Tally;
import dev.rekey.core.store.MemoryChronicle;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChroniclerTest {

  private Instant now = Instant.parse("2026-03-04T05:06:07Z");
  private final MemoryChronicle chronicle = new MemoryChronicle();
  private final Tallies tallies = new Tallies();
  private final Chronicler chronicler =
      new Chronicler(chronicle, tallies, new Node("one:8080", "1.0", now, now), () -> now);

  @Test
  void whatWasCountedIsWrittenDownOnce() {
    tallies.count(Happening.SIGNED_IN);
    tallies.count(Happening.SIGNED_IN);

    chronicler.write();
    chronicler.write();

    assertThat(chronicle.since(Instant.EPOCH))
        .containsExactly(new Tally(Instant.parse("2026-03-04T05:05:00Z"), Happening.SIGNED_IN, 2));
  }

  @Test
  void anIdleNodeSaysNowAndThenThatItIsThere() {
    chronicler.write();
    now = now.plus(Duration.ofSeconds(30));
    chronicler.write();
    assertThat(chronicle.nodes(now)).isEmpty();

    now = now.plus(Duration.ofSeconds(31));
    chronicler.write();
    assertThat(chronicle.nodes(now)).hasSize(1);
  }

  @Test
  void theLastCountsAreWrittenBeforeItGoes() {
    tallies.count(Happening.SHED);

    chronicler.close();

    assertThat(chronicle.since(Instant.EPOCH)).hasSize(1);
  }

  @Test
  void passwordsAreCountedNowAndThen() {
    chronicler.countPasswords();
    Instant first = now;
    now = now.plus(Duration.ofHours(1));
    chronicler.countPasswords();
    assertThat(chronicle.censuses(Instant.EPOCH))
        .singleElement()
        .satisfies(census -> assertThat(census.at()).isEqualTo(first));

    now = now.plus(Duration.ofHours(6));
    chronicler.countPasswords();
    assertThat(chronicle.censuses(Instant.EPOCH))
        .singleElement()
        .satisfies(census -> assertThat(census.at()).isEqualTo(now));
  }
}
