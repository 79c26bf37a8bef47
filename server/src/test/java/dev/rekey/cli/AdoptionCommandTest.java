package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.cli.Terminal.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionCommandTest {

  @TempDir private Path folder;

  @Test
  void withoutAnOldSystemThereIsNothingToSayButHow() {
    Said said = Terminal.in(folder).command("adoption");

    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("`upstream.url`");
  }

  @Test
  void eachOldSystemHasItsFigures() {
    String upstream =
        """
        mounts.devise.upstream:
          url: https://old.example.org
          accounts: 30
          until: 2099-12-31
        """;

    Said said = Terminal.in(folder, upstream).command("adoption");

    assertThat(said.code()).isZero();
    assertThat(said.value("mount")).isEqualTo("devise");
    assertThat(said.value("old-system")).isEqualTo("https://old.example.org/api/v1/users");
    assertThat(said.value("adopted")).isEqualTo("0 (0 in 24 hours, 0 in 7 days)");
    assertThat(said.value("not-known")).isEqualTo("30");
    assertThat(said.value("can-go")).isEqualTo("too early to tell");
    assertThat(said.value("asked-until")).isEqualTo("2099-12-31");
  }
}
