package dev.rekey.core.password;

import java.util.ArrayList;
import java.util.List;

/** Argon2id that remembers at which costs it was asked. */
final class CountingArgon2 implements Argon2 {

  private final Argon2 real = new EngineArgon2(BouncyCastleEngine::new);
  private final List<HashCost> asked = new ArrayList<>();

  @Override
  public byte[] tag(byte[] password, byte[] salt, int version, HashCost cost, int length) {
    asked.add(cost);
    return real.tag(password, salt, version, cost, length);
  }

  /** The costs since the last time. */
  List<HashCost> asked() {
    List<HashCost> costs = List.copyOf(asked);
    asked.clear();
    return costs;
  }
}
