package dev.rekey.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Engines;
import dev.rekey.argon2.Argon2Input;
import dev.rekey.argon2.Argon2Parameters;
import dev.rekey.core.password.HashingEngine.Showing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HashingEngineTest {

  private static final HashCost COST = new HashCost(64, 1, 1);

  private final AtomicLong now = new AtomicLong();

  @Test
  void beginsWithTheFirstThatIsRight() {
    assertThat(new HashingEngine(List.of(engine("slow", 9), engine("quick", 1))).name())
        .isEqualTo("slow");
    assertThat(new HashingEngine(List.of(wrong("liar"), engine("slow", 9))).name())
        .isEqualTo("slow");
  }

  @Test
  void goesOnWithTheFastestAfterAContest() {
    HashingEngine engine =
        new HashingEngine(List.of(engine("slow", 9), engine("quick", 1), engine("middle", 3)));

    assertThat(engine.contest(COST, Duration.ofMillis(100), now::get))
        .containsExactly(
            new Showing.Right("slow", Duration.ofMillis(9)),
            new Showing.Right("quick", Duration.ofMillis(1)),
            new Showing.Right("middle", Duration.ofMillis(3)));
    assertThat(engine.name()).isEqualTo("quick");
  }

  @Test
  void nobodyIsQuickEnoughToBeWrong() {
    HashingEngine engine = new HashingEngine(List.of(engine("slow", 9), wrong("liar")));

    assertThat(engine.contest(COST, Duration.ofMillis(100), now::get))
        .filteredOn(Showing.Wrong.class::isInstance)
        .extracting(Showing::engine)
        .containsExactly("liar");
    assertThat(engine.name()).isEqualTo("slow");
  }

  @Test
  void thereIsNoHashingWithoutOneThatIsRight() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new HashingEngine(List.of(wrong("liar"))).name())
        .withMessageContaining("RFC 9106");
  }

  @Test
  void aHashStaysGoodWhoeverComputes() {
    HashingEngine engine =
        new HashingEngine(List.of(new BouncyCastleEngine(), Argon2Engines.scalar(1)));
    byte[] before = tag(engine);
    engine.contest(COST, Duration.ZERO, now::incrementAndGet);

    assertThat(tag(engine)).isEqualTo(before);
  }

  /** The vectors ask for every variant and version; the contest knows the right answers. */
  @Test
  void everyEngineOfThisMachineIsRight() {
    List<Argon2Engine> candidates = HashingEngine.candidates(1);

    assertThat(candidates).extracting(Argon2Engine::name).contains("scalar", "bouncycastle");
    assertThat(new HashingEngine(candidates).contest(COST, Duration.ZERO, now::incrementAndGet))
        .allMatch(Showing.Right.class::isInstance);
  }

  private static byte[] tag(HashingEngine engine) {
    return engine.argon2().tag(new byte[8], new byte[16], Argon2.VERSION, COST, 32);
  }

  private Argon2Engine engine(String name, int millis) {
    return new Fake(name, Argon2Engines.scalar(1), Duration.ofMillis(millis));
  }

  private Argon2Engine wrong(String name) {
    return new Fake(name, new Zeros(), Duration.ZERO);
  }

  /** Takes its time by the clock of this test. */
  private final class Fake implements Argon2Engine {

    private final String name;
    private final Argon2Engine real;
    private final Duration time;

    Fake(String name, Argon2Engine real, Duration time) {
      this.name = name;
      this.real = real;
      this.time = time;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
      now.addAndGet(time.toNanos());
      return real.hash(parameters, input);
    }
  }

  /** Computes nothing. */
  private static final class Zeros implements Argon2Engine {

    @Override
    public String name() {
      return "zeros";
    }

    @Override
    public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
      return new byte[parameters.tagBytes()];
    }
  }
}
