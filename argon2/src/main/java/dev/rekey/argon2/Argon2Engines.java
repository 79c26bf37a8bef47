package dev.rekey.argon2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The engines of this library.
 *
 * <p>Every call makes an engine with a pool of its own. Between two hashes it keeps as many
 * workspaces as it was told to, each as large as the largest hash it was used for; make one engine
 * and share it.
 */
public final class Argon2Engines {

  private static final String VECTOR_TYPE = "jdk.incubator.vector.LongVector";

  private Argon2Engines() {}

  /** An engine for any machine, word by word, with a workspace for each of its processors. */
  public static Argon2Engine scalar() {
    return scalar(Runtime.getRuntime().availableProcessors());
  }

  /**
   * An engine for any machine, word by word as RFC 9106 has it.
   *
   * @param idle how many workspaces are kept at most: as many as threads hash at once
   */
  public static Argon2Engine scalar(int idle) {
    return new PooledEngine("scalar", ScalarCompression::new, idle);
  }

  /** An engine in plain loops, which keeps a workspace for each of the machine's processors. */
  public static Argon2Engine loops() {
    return loops(Runtime.getRuntime().availableProcessors());
  }

  /**
   * An engine in plain loops that the JVM turns into vector instructions by itself: for a plain
   * {@code java -jar} the fastest where the machine multiplies in lanes (AVX2 and later), and
   * slower than the scalar one elsewhere.
   *
   * @param idle how many workspaces are kept at most: as many as threads hash at once
   */
  public static Argon2Engine loops(int idle) {
    return new PooledEngine("loops", LoopCompression::new, idle);
  }

  /** The engine on the Vector API, which keeps a workspace for each of the machine's processors. */
  public static Optional<Argon2Engine> vector() {
    return vector(Runtime.getRuntime().availableProcessors());
  }

  /**
   * The engine on the Vector API, for lanes of 512 or 256 bits; empty where the machine has
   * neither, or the module {@code jdk.incubator.vector} is not in the JVM.
   *
   * @param idle how many workspaces are kept at most: as many as threads hash at once
   */
  public static Optional<Argon2Engine> vector(int idle) {
    return hasVectors() ? VectorForms.preferred(idle) : Optional.empty();
  }

  /** All that work here, each with a workspace for each of the machine's processors. */
  public static List<Argon2Engine> available() {
    return available(Runtime.getRuntime().availableProcessors());
  }

  /**
   * All that work here, likely the fastest first.
   *
   * @param idle how many workspaces each keeps at most
   */
  public static List<Argon2Engine> available(int idle) {
    List<Argon2Engine> engines = new ArrayList<>();
    vector(idle).ifPresent(engines::add);
    engines.add(loops(idle));
    engines.add(scalar(idle));
    return List.copyOf(engines);
  }

  /**
   * Asked before any class is touched that would need the module, which is there from the start or
   * was added to a running JVM.
   */
  private static boolean hasVectors() {
    try {
      Class.forName(VECTOR_TYPE, false, Argon2Engines.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
