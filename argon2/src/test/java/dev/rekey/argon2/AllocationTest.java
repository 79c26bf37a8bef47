package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counted in bytes by the JVM, for the thread that hashes. */
@Tag("engines")
class AllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Argon2Parameters MEBIBYTES = Argon2Parameters.argon2id(4096, 1, 1);
  private static final Argon2Input INPUT = Argon2Input.of(Bytes.random(20, 1), Bytes.random(16, 2));
  private static final long A_FEW_KIB = 8 * 1024;

  /** Before it is compiled, the Vector API makes an object of every vector. */
  private static final int UNTIL_COMPILED = 1000;

  static List<PooledEngine> engines() {
    return EveryEngine.keeping(1);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aHashInPooledMemoryAllocatesAFewKibibytes(PooledEngine engine) {
    assertThat(allocated(engine)).isGreaterThan(4096 * 1024);

    long least =
        LongStream.generate(() -> allocated(engine))
            .limit(UNTIL_COMPILED)
            .filter(bytes -> bytes <= A_FEW_KIB)
            .findFirst()
            .orElse(Long.MAX_VALUE);

    assertThat(least).isLessThanOrEqualTo(A_FEW_KIB);
  }

  private static long allocated(Argon2Engine engine) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    engine.hash(MEBIBYTES, INPUT);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
