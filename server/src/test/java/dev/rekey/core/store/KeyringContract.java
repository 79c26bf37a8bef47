package dev.rekey.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store promises about shared secrets. */
interface KeyringContract extends Contract {

  @Test
  default void aSecretIsMadeOnce() {
    Keyring keyring = ports().keyring();

    assertThat(keyring.obtain("jwt", () -> secret("first"))).isEqualTo(secret("first"));
    assertThat(keyring.obtain("jwt", () -> secret("second"))).isEqualTo(secret("first"));
    assertThat(keyring.obtain("cookie", () -> secret("third"))).isEqualTo(secret("third"));
  }

  @Test
  default void aSecretThatNobodyMadeIsNotFound() {
    Keyring keyring = ports().keyring();
    assertThat(keyring.find("import-1")).isEmpty();

    keyring.obtain("import-1", () -> secret("pepper"));

    assertThat(keyring.find("import-1")).hasValue(secret("pepper"));
  }

  @Test
  default void aSecretIsNotSharedByReference() {
    Keyring keyring = ports().keyring();
    keyring.obtain("jwt", () -> secret("first"))[0] = 0;

    assertThat(keyring.obtain("jwt", () -> secret("second"))).isEqualTo(secret("first"));
  }

  @Test
  default void whoeverComesFirstMakesItForAll() {
    List<String> obtained =
        Together.all(
            20, i -> new String(ports().keyring().obtain("jwt", () -> secret("s" + i)), UTF_8));

    assertThat(obtained).containsOnly(obtained.getFirst());
  }

  private static byte[] secret(String text) {
    return text.getBytes(UTF_8);
  }
}
