package dev.rekey.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is sealed opens with its key, in its context, as it was. */
class VaultTest {

  private static final byte[] SECRET = "a link with a ticket".getBytes(UTF_8);

  private final Vault vault = new Vault(key(1), new SecureRandom());

  private static byte[] key(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return key;
  }

  @Test
  void whatIsSealedOpens() {
    assertThat(vault.open(vault.seal(SECRET, "letter"), "letter")).isEqualTo(SECRET);
    assertThat(vault.open(vault.seal(new byte[0], "letter"), "letter")).isEmpty();
  }

  @Test
  void aSealShowsNothing() {
    byte[] sealed = vault.seal(SECRET, "letter");

    assertThat(new String(sealed, UTF_8)).doesNotContain("link", "ticket");
    assertThat(vault.seal(SECRET, "letter")).isNotEqualTo(sealed);
  }

  @Test
  void anotherKeyOpensNothing() {
    Vault other = new Vault(key(2), new SecureRandom());
    byte[] sealed = vault.seal(SECRET, "letter");

    assertThatIllegalStateException().isThrownBy(() -> other.open(sealed, "letter"));
  }

  @Test
  void anotherContextOpensNothing() {
    byte[] sealed = vault.seal(SECRET, "letter");

    assertThatIllegalStateException().isThrownBy(() -> vault.open(sealed, "key jwt"));
  }

  @Test
  void noByteMayBeAltered() {
    for (int i = 0; i < vault.seal(SECRET, "letter").length; i++) {
      byte[] sealed = vault.seal(SECRET, "letter");
      sealed[i] ^= 1;

      assertThatIllegalStateException().isThrownBy(() -> vault.open(sealed, "letter"));
    }
  }

  @Test
  void noByteMayBeMissing() {
    byte[] sealed = vault.seal(SECRET, "letter");
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);

      assertThatIllegalStateException().isThrownBy(() -> vault.open(cut, "letter"));
    }
  }

  @Test
  void theKeyIsCopied() {
    byte[] key = key(1);
    Vault fickle = new Vault(key, new SecureRandom());
    byte[] sealed = fickle.seal(SECRET, "letter");
    key[0] = 9;

    assertThat(fickle.open(sealed, "letter")).isEqualTo(SECRET);
    assertThat(vault.open(sealed, "letter")).isEqualTo(SECRET);
  }

  @Test
  void aKeyHasThirtyTwoBytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vault(new byte[16], new SecureRandom()))
        .withMessage("an instance key has 32 bytes, this one has 16");
  }
}
