package dev.rekey.bench.kernel;

import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Input;
import dev.rekey.argon2.Argon2Parameters;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One hash of 19 MiB, two passes, one lane. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBenchmark {

  private static final Argon2Parameters PARAMETERS = Engines.parameters();

  /** Who computes it. */
  @Param(Engines.BOUNCY_CASTLE)
  public String engine = Engines.BOUNCY_CASTLE;

  private Argon2Engine hasher = new BouncyCastle();
  private Argon2Input input = Engines.input();

  /** Only who computes it right is timed. */
  @Setup
  public void choose() {
    hasher = Engines.trusted(Engines.named(engine));
    input = Engines.input();
  }

  /** The hash. */
  @Benchmark
  public byte[] hash() {
    return hasher.hash(PARAMETERS, input);
  }
}
