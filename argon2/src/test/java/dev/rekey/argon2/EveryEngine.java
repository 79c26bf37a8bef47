package dev.rekey.argon2;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** All engines of this library that work in this JVM, each with a pool of its own. */
final class EveryEngine {

  private EveryEngine() {}

  static List<PooledEngine> keeping(int idle) {
    return Argon2Engines.available(idle).stream().map(PooledEngine.class::cast).toList();
  }

  /** What its pool keeps, word by word. */
  static boolean isWiped(PooledEngine engine) {
    return engine.pool().idle().stream().allMatch(EveryEngine::isWiped);
  }

  static boolean isWiped(Workspace workspace) {
    return isWiped(workspace.memory()) && isWiped(workspace.compression());
  }

  static boolean isWiped(Memory memory) {
    return Stream.iterate(0L, block -> block < memory.blocks(), block -> block + 1)
        .allMatch(block -> isZero(memory, block));
  }

  private static boolean isZero(Memory memory, long block) {
    long sum = 0;
    for (int word = 0; word < Compression.BLOCK_WORDS; word++) {
      sum |= memory.array(block)[Memory.at(block) + word];
    }
    return sum == 0;
  }

  /** Whatever it works in are arrays of its own. */
  private static boolean isWiped(Compression compression) {
    return Stream.of(compression.getClass().getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .allMatch(field -> {
          try {
            field.setAccessible(true);
            return LongStream.of((long[]) field.get(compression)).allMatch(word -> word == 0);
          } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
          }
        });
  }
}
