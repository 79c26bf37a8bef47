package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("engines")
class PooledEngineTest {

  private static final Argon2Parameters SMALL = Argon2Parameters.argon2id(64, 2, 2);
  private static final Argon2Parameters LARGE = Argon2Parameters.argon2id(1024, 1, 1);
  private static final Argon2Input INPUT = Argon2Input.of(Bytes.random(20, 1), Bytes.random(16, 2));

  static List<PooledEngine> enginesKeepingOne() {
    return EveryEngine.keeping(1);
  }

  static List<PooledEngine> enginesKeepingTwo() {
    return EveryEngine.keeping(2);
  }

  @ParameterizedTest
  @MethodSource("enginesKeepingOne")
  void nothingOfAHashIsLeftInMemory(PooledEngine engine) {
    engine.hash(LARGE, INPUT);

    assertThat(engine.pool().idle()).hasSize(1);
    assertThat(engine.pool().idle().getFirst().memory().blocks()).isEqualTo(1024);
    assertThat(EveryEngine.isWiped(engine)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("enginesKeepingOne")
  void aSmallHashInLargeMemoryIsWipedToo(PooledEngine engine) {
    engine.hash(LARGE, INPUT);
    byte[] tag = engine.hash(SMALL, INPUT);

    assertThat(tag).isEqualTo(new BouncyCastle().hash(SMALL, INPUT));
    assertThat(EveryEngine.isWiped(engine)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("enginesKeepingOne")
  void memoryIsUsedAgainAndReplacedWhenItIsTooSmall(PooledEngine engine) {
    engine.hash(SMALL, INPUT);
    Memory small = memoryOf(engine);
    engine.hash(SMALL, INPUT);
    assertThat(memoryOf(engine)).isSameAs(small);

    engine.hash(LARGE, INPUT);
    Memory large = memoryOf(engine);
    engine.hash(SMALL, INPUT);

    assertThat(memoryOf(engine)).isSameAs(large).isNotSameAs(small);
  }

  @ParameterizedTest
  @MethodSource("enginesKeepingOne")
  void releasedMemoryIsLetGoOfAndTheEngineGoesOn(PooledEngine engine) {
    byte[] before = engine.hash(SMALL, INPUT);
    engine.release();
    assertThat(engine.pool().idle()).isEmpty();

    assertThat(engine.hash(SMALL, INPUT)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("enginesKeepingTwo")
  void threadsAtOnceGetEachTheirOwn(PooledEngine engine) throws Exception {
    int threads = 4;
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int number = thread;
      work.add(() -> {
        start.await();
        return areRight(engine, number);
      });
    }

    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<Boolean> areRight : pool.invokeAll(work)) {
        assertThat(areRight.get()).isTrue();
      }
    }

    assertThat(engine.pool().idle()).hasSizeBetween(1, 2);
    assertThat(EveryEngine.isWiped(engine)).isTrue();
  }

  @Test
  void aHashThatFailsHalfwayIsWipedAndLeavesAnEngineThatWorks() {
    Failing form = new Failing(150);
    PooledEngine engine = new PooledEngine("failing", () -> form, 1);

    assertThatThrownBy(() -> engine.hash(LARGE, INPUT)).isInstanceOf(ArithmeticException.class);

    assertThat(engine.pool().idle()).hasSize(1);
    assertThat(EveryEngine.isWiped(engine.pool().idle().getFirst().memory())).isTrue();
    assertThat(form.wiped).isTrue();
    assertThat(engine.hash(SMALL, INPUT)).isEqualTo(new BouncyCastle().hash(SMALL, INPUT));
  }

  @Test
  void aPoolKeepsNoMoreThanItWasToldTo() {
    PooledEngine engine = new PooledEngine("none", ScalarCompression::new, 0);

    engine.hash(SMALL, INPUT);

    assertThat(engine.pool().idle()).isEmpty();
    assertThatThrownBy(() -> Argon2Engines.scalar(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Memory memoryOf(PooledEngine engine) {
    return engine.pool().idle().getFirst().memory();
  }

  private static boolean areRight(Argon2Engine engine, int seed) {
    for (int i = 0; i < 20; i++) {
      Argon2Input input = Argon2Input.of(Bytes.random(20, 100L * seed + i), Bytes.random(16, seed));
      Argon2Parameters parameters = Argon2Parameters.argon2id(64 + 32L * seed, 1 + i % 3, 2);
      byte[] expected = new BouncyCastle().hash(parameters, input);
      if (!Arrays.equals(engine.hash(parameters, input), expected)) {
        return false;
      }
    }
    return true;
  }

  /** Right until it has had enough, once. */
  private static final class Failing implements Compression {

    private final Compression inner = new ScalarCompression();
    private int left;
    private boolean wiped;

    Failing(int left) {
      this.left = left;
    }

    @Override
    public int place(int word) {
      return inner.place(word);
    }

    @Override
    public void compress(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
      if (left-- == 0) {
        throw new ArithmeticException("had enough");
      }
      inner.compress(x, xAt, y, yAt, result, resultAt);
    }

    @Override
    public void compressOnto(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
      inner.compressOnto(x, xAt, y, yAt, result, resultAt);
    }

    @Override
    public void wipe() {
      inner.wipe();
      wiped = true;
    }
  }
}
