package dev.rekey.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MintTest {

  private final Mint mint = new Mint(new SecureRandom());

  @Test
  void aUuidIsOfVersionFourAndOfTheVariantOfTheRfc() {
    for (int i = 0; i < 1000; i++) {
      UUID uuid = mint.uuid();
      assertThat(uuid.version()).isEqualTo(4);
      assertThat(uuid.variant()).isEqualTo(2);
    }
  }

  @Test
  void everyOtherBitOfAUuidIsDrawn() {
    assertThat(new Mint(always((byte) 0)).uuid())
        .hasToString("00000000-0000-4000-8000-000000000000");
    assertThat(new Mint(always((byte) 0xff)).uuid())
        .hasToString("ffffffff-ffff-4fff-bfff-ffffffffffff");
    assertThat(new Mint(always((byte) 0x5a)).uuid())
        .hasToString("5a5a5a5a-5a5a-4a5a-9a5a-5a5a5a5a5a5a");
  }

  @Property
  void tokensAreUrlSafeAndOfTheWishedStrength(@ForAll @IntRange(min = 1, max = 64) int bytes) {
    assertThat(mint.token(bytes)).matches("[A-Za-z0-9_-]+").hasSize((bytes * 8 + 5) / 6);
    assertThat(mint.hex(bytes)).matches("[0-9a-f]+").hasSize(2 * bytes);
  }

  @Test
  void nothingComesTwice() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(mint.token(16))).isTrue();
    }
  }

  private static SecureRandom always(byte value) {
    return new SecureRandom() {
      private static final long serialVersionUID = 1;

      @Override
      public void nextBytes(byte[] bytes) {
        Arrays.fill(bytes, value);
      }
    };
  }
}
