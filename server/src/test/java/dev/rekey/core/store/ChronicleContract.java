package dev.rekey.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.chronicle.Census;
import dev.rekey.core.chronicle.Happening;
import dev.rekey.core.chronicle.HashKind;
import dev.rekey.core.chronicle.Node;
import dev.rekey.core.chronicle.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store promises about the chronicle. */
public interface ChronicleContract {

  Chronicle chronicle();

  Instant NOW = Instant.parse("2026-03-04T05:05:00Z");
  Node NODE = new Node("one:8080", "1.0", NOW.minusSeconds(60), NOW);
  HashKind STRONG = new HashKind("argon2id", "m=19456,t=2,p=1");
  HashKind WEAK = new HashKind("bcrypt", "10");

  @Test
  default void whatHappenedOnSeveralNodesIsAddedUp() {
    chronicle().add(NODE, NOW, Map.of(Happening.SIGNED_IN, 3L, Happening.SHED, 1L));
    chronicle().add(node("two:8080", NOW), NOW, Map.of(Happening.SIGNED_IN, 4L));
    chronicle().add(NODE, NOW.plus(Tally.SLOT), Map.of(Happening.SIGNED_IN, 5L));

    assertThat(chronicle().since(NOW))
        .containsExactly(
            new Tally(NOW, Happening.SHED, 1),
            new Tally(NOW, Happening.SIGNED_IN, 7),
            new Tally(NOW.plus(Tally.SLOT), Happening.SIGNED_IN, 5));
    assertThat(chronicle().since(NOW.plusMillis(1))).hasSize(1);
  }

  @Test
  default void aNodeIsThereWhileItSaysSo() {
    chronicle().add(NODE, NOW, Map.of());
    chronicle().add(node("two:8080", NOW.plusSeconds(90)), NOW, Map.of());
    chronicle().add(node("one:8080", NOW.plusSeconds(30)), NOW, Map.of());

    assertThat(chronicle().nodes(NOW))
        .extracting(Node::name)
        .containsExactly("one:8080", "two:8080");
    assertThat(chronicle().nodes(NOW.plusSeconds(60)))
        .containsExactly(node("two:8080", NOW.plusSeconds(90)));
  }

  @Test
  default void ofADayTheLastCensusIsKept() {
    chronicle().note(new Census(NOW, Map.of(WEAK, 9L)));
    chronicle().note(new Census(NOW.plusSeconds(60), Map.of(WEAK, 4L, STRONG, 5L)));
    chronicle().note(new Census(NOW.plus(Duration.ofDays(1)), Map.of(STRONG, 9L)));

    assertThat(chronicle().censuses(NOW))
        .containsExactly(
            new Census(NOW.plusSeconds(60), Map.of(WEAK, 4L, STRONG, 5L)),
            new Census(NOW.plus(Duration.ofDays(1)), Map.of(STRONG, 9L)));
    assertThat(chronicle().censuses(NOW.plus(Duration.ofDays(2)))).isEmpty();
  }

  @Test
  default void whatIsOldIsForgotten() {
    chronicle().add(NODE, NOW, Map.of(Happening.SIGNED_IN, 3L));
    chronicle().note(new Census(NOW, Map.of(WEAK, 9L)));

    chronicle().forget(NOW.plus(Duration.ofDays(2)));

    assertThat(chronicle().since(Instant.EPOCH)).isEmpty();
    assertThat(chronicle().nodes(Instant.EPOCH)).isEmpty();
    assertThat(chronicle().censuses(Instant.EPOCH)).isEmpty();
  }

  private static Node node(String name, Instant seen) {
    return new Node(name, "1.0", NOW.minusSeconds(60), seen);
  }
}
