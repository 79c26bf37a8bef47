package dev.rekey.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Argon2InputTest {

  @Test
  void wipingReachesTheArraysThatWereHandedIn() {
    byte[] password = Bytes.random(20, 1);
    byte[] secret = Bytes.random(20, 2);

    Argon2Input.of(password, Bytes.random(16, 3)).withSecret(secret).wipe();

    assertThat(password).containsOnly(0);
    assertThat(secret).containsOnly(0);
  }

  @Test
  void hashingLeavesTheInputAsItIs() {
    byte[] password = Bytes.random(20, 1);
    byte[] salt = Bytes.random(16, 3);

    Argon2Engines.scalar().hash(Argon2Parameters.argon2id(8, 1, 1), Argon2Input.of(password, salt));

    assertThat(password).isEqualTo(Bytes.random(20, 1));
    assertThat(salt).isEqualTo(Bytes.random(16, 3));
  }

  @Test
  void aPrintedInputShowsLengthsOnly() {
    assertThat(Argon2Input.of("hunter22".getBytes(StandardCharsets.US_ASCII), new byte[16]))
        .hasToString("Argon2Input[password: 8 bytes, salt: 16, secret: 0, associated data: 0]");
  }
}
