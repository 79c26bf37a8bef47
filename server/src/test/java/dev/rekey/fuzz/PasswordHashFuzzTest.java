package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Hasher.Verdict;
import dev.rekey.core.password.HashingPool;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.password.Source;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Any text may stand where a hash is stored: it matches no password that it is not the hash of. */
class PasswordHashFuzzTest {

  private static final HashingPool POOL =
      new HashingPool(
          new HashCost(8, 1, 1), Optional.empty(), 1, 10, Duration.ofHours(1), new SecureRandom());

  /** Bounds hold inside; here an input shall not take seconds. */
  private static final Pattern CHEAP =
      Pattern.compile(".*m=[1-9]\\d?,t=[1-9],p=.*|\\$2.\\$04.*|.*i=[1-9]\\d{0,2}\\$.*");

  @FuzzTest
  void noTextIsTheHashOfAPasswordByAccident(@NotNull String encoded) {
    PasswordHash hash = PasswordHash.of(encoded);
    if (hash.scheme().equals("unknown") || CHEAP.matcher(encoded).matches()) {
      assertThat(verify(hash)).isEqualTo(Verdict.NO_MATCH);
    }
    assertThat(hash.toString()).doesNotContain("$");
  }

  private static Verdict verify(PasswordHash hash) {
    if (!(POOL.reserve(Source.house()) instanceof Hasher.Slot slot)) {
      throw new AssertionError("a pool without work has a slot");
    }
    try (slot) {
      return slot.verify(Password.of("certainly not it é"), Optional.of(hash));
    }
  }
}
