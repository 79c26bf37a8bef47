package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** BLAKE2b against Bouncy Castle's. */
class Blake2bProperties {

  private final Blake2b blake = new Blake2b();

  @Property(tries = 2000)
  void digestsOfAllLengthsAreTheSame(
      @ForAll @IntRange(min = 1, max = 64) int digestBytes,
      @ForAll @IntRange(max = 600) int inputBytes,
      @ForAll long seed) {
    byte[] input = Bytes.random(inputBytes, seed);
    byte[] digest = new byte[digestBytes];

    blake.begin(digestBytes).update(input).finish(digest, 0);

    assertThat(digest).isEqualTo(bouncyCastle(input, digestBytes));
  }

  @Property(tries = 1000)
  void whatComesInPartsIsOneInput(
      @ForAll @IntRange(max = 300) int first, @ForAll @IntRange(max = 300) int second) {
    byte[] input = Bytes.random(first + second, first);
    byte[] digest = new byte[64];

    blake
        .begin(64)
        .update(Arrays.copyOf(input, first))
        .update(Arrays.copyOfRange(input, first, first + second))
        .finish(digest, 0);

    assertThat(digest).isEqualTo(bouncyCastle(input, 64));
  }

  private static byte[] bouncyCastle(byte[] input, int digestBytes) {
    Blake2bDigest digest = new Blake2bDigest(Byte.SIZE * digestBytes);
    digest.update(input, 0, input.length);
    byte[] result = new byte[digestBytes];
    digest.doFinal(result, 0);
    return result;
  }
}
