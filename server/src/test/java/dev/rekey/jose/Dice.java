package dev.rekey.jose;

import dev.rekey.core.token.Mint;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Randomness for tests: real, or fixed so that the next UUID is a given one. */
final class Dice {

  private Dice() {}

  static Mint rolling() {
    return new Mint(new SecureRandom());
  }

  static Mint showing(String uuid) {
    UUID.fromString(uuid);
    byte[] bytes = HexFormat.of().parseHex(uuid.replace("-", ""));
    return new Mint(
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
          }
        });
  }
}
