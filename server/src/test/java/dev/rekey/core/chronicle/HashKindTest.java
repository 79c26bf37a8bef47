package dev.rekey.core.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.PasswordHash;
import org.junit.jupiter.api.Test;

class HashKindTest {

  @Test
  void readsSchemeAndCost() {
    assertThat(
            kind(
                "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"))
        .isEqualTo(HashKind.of(HashCost.standard()));
    assertThat(kind("$2a$11$CCLxp2nYbZFnHZpQHq0pLu8Q3k0y4n0n4s4JZc1n8YVtCwXbTQd2G"))
        .isEqualTo(new HashKind("bcrypt", "11"));
  }

  private static HashKind kind(String encoded) {
    return HashKind.of(PasswordHash.of(encoded));
  }
}
