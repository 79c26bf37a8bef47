package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.argon2.Argon2Contest.Disqualified;
import dev.rekey.argon2.Argon2Contest.Entry;
import dev.rekey.argon2.Argon2Contest.Table;
import dev.rekey.argon2.Argon2Contest.Timed;
import dev.rekey.argon2.Argon2Contest.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Argon2ContestTest {

  private static final Argon2Parameters TINY = Argon2Parameters.argon2id(8, 1, 1);

  private long now;

  @Test
  void theFastestWins() {
    Argon2Engine slow = right("slow", 9);
    Argon2Engine fast = right("fast", 4);

    Table table = hold(slow, fast);

    assertThat(table.winner()).contains(fast);
    assertThat(table.entries().stream().map(Entry::engine)).containsExactly(slow, fast);
    assertThat(verdict(table, 0)).isInstanceOf(Timed.class);
  }

  @Test
  void theTableSaysHowLongAHashTakes() {
    assertThat(verdict(hold(right("steady", 5)), 0)).isEqualTo(new Timed(Duration.ofMillis(5), 20));
  }

  @Test
  void whoeverIsWrongIsOutHoweverFast() {
    Argon2Engine wrong = engine("wrong", 1, tag -> tag[0] ^= 1);
    Argon2Engine right = right("right", 50);

    Table table = hold(wrong, right);

    assertThat(table.winner()).contains(right);
    assertThat(((Disqualified) verdict(table, 0)).reason()).contains("wrong", "ARGON2D");
  }

  @Test
  void whoeverBecomesWrongIsOut() {
    int[] hashes = {0};
    Argon2Engine tired =
        engine(
            "tired",
            1,
            tag -> {
              if (hashes[0]++ > 20) {
                tag[0] ^= 1;
              }
            });

    assertThat(verdict(hold(tired), 0)).isInstanceOf(Disqualified.class);
  }

  @Test
  void whoeverFailsIsOutWithTheReason() {
    Argon2Engine broken =
        engine(
            "broken",
            1,
            tag -> {
              throw new NoClassDefFoundError("jdk/incubator/vector/LongVector");
            });
    Argon2Engine right = right("right", 50);

    Table table = hold(broken, right);

    assertThat(table.winner()).contains(right);
    assertThat(((Disqualified) verdict(table, 0)).reason()).contains("LongVector");
  }

  @Test
  void nobodyWinsWhenAllAreWrong() {
    assertThat(hold(engine("wrong", 1, tag -> tag[3] = 0)).winner()).isEmpty();
  }

  @Test
  void warmingUpDoesNotCount() {
    int[] hashes = {0};
    Argon2Engine warming =
        engine("warming", 0, tag -> now += (hashes[0]++ < 8 ? 20 : 2) * 1_000_000);

    assertThat(((Timed) verdict(hold(warming), 0)).median()).isEqualTo(Duration.ofMillis(2));
  }

  @Test
  void whoeverBecomesFastLateIsWaitedFor() {
    int[] hashes = {0};
    Argon2Engine late = engine("late", 0, tag -> now += (hashes[0]++ < 12 ? 500 : 2) * 1_000_000L);
    Argon2Engine steady = right("steady", 5);

    Table table = holdFor(Duration.ofMinutes(1), late, steady);

    assertThat(table.winner()).contains(late);
  }

  @Test
  void whenAllHaveSettledNobodyIsTimedOn() {
    holdFor(Duration.ofMinutes(1), right("a", 5), right("b", 5));

    assertThat(now / 1_000_000 - 2 * 12 * 5).isBetween(800L, 810L);
  }

  @Test
  void theBudgetIsKept() {
    hold(right("a", 5), right("b", 5), right("c", 5));

    // Six known answers, twice, of three engines, take their time as well.
    assertThat(now / 1_000_000 - 3 * 12 * 5).isBetween(100L, 105L);
  }

  @Test
  void theSlowAreTimedThreeTimesAllTheSame() {
    assertThat(verdict(hold(right("slow", 1000)), 0))
        .isEqualTo(new Timed(Duration.ofSeconds(1), 3));
  }

  @Test
  void ofTrueEnginesOneWins() {
    List<Argon2Engine> engines =
        Stream.concat(Argon2Engines.available(1).stream(), Stream.of(new BouncyCastle())).toList();

    Table table =
        Argon2Contest.of(System::nanoTime, Duration.ofMillis(50)).over(TINY).hold(engines);

    assertThat(table.winner()).isPresent();
    assertThat(table.entries())
        .allSatisfy(entry -> assertThat(entry.verdict()).isInstanceOf(Timed.class));
  }

  private Table hold(Argon2Engine... engines) {
    return holdFor(Duration.ofMillis(100), engines);
  }

  private Table holdFor(Duration budget, Argon2Engine... engines) {
    return Argon2Contest.of(() -> now, budget).over(TINY).hold(List.of(engines));
  }

  private static Verdict verdict(Table table, int entry) {
    return table.entries().get(entry).verdict();
  }

  private Argon2Engine right(String name, long millis) {
    return engine(name, millis, tag -> {});
  }

  private Argon2Engine engine(String name, long millis, Tampering tampering) {
    Argon2Engine inner = Argon2Engines.scalar(1);
    return new Argon2Engine() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
        now += millis * 1_000_000;
        byte[] tag = inner.hash(parameters, input);
        tampering.with(tag);
        return tag;
      }
    };
  }

  /** What somebody does to a right tag. */
  private interface Tampering {
    void with(byte[] tag);
  }
}
