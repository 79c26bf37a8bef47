package dev.rekey.store;

import dev.rekey.core.token.Mint;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Ids for accounts that bring none, one greater than the other, so that the indexes grow at their
 * ends: the second, what nobody else has drawn, and a count, as MongoDB makes its own.
 */
final class MadeUpIds {

  private static final int COUNT_DIGITS = 6;

  private final String begin24;
  private final String begin32;
  private long count24;
  private long count32;

  MadeUpIds(Mint mint, Instant now) {
    String second = HexFormat.of().toHexDigits((int) now.getEpochSecond());
    this.begin24 = second + mint.hex(5);
    this.begin32 = second + mint.hex(9);
  }

  String hex24() {
    return begin24 + HexFormat.of().toHexDigits(count24++, COUNT_DIGITS);
  }

  String hex32() {
    return begin32 + HexFormat.of().toHexDigits(count32++, COUNT_DIGITS);
  }
}
