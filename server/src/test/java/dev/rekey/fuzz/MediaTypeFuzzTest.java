package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.rekey.http.MediaType;
import java.util.Locale;
import java.util.Optional;

/** A media type is read or it is not; its type alone reads alike. */
class MediaTypeFuzzTest {

  @FuzzTest
  void aTypeIsItself(@NotNull String value) {
    MediaType.parse(value)
        .ifPresent(read -> {
          assertThat(read.type()).contains("/").isEqualTo(read.type().toLowerCase(Locale.ROOT));
          assertThat(MediaType.parse(read.type()))
              .contains(new MediaType(read.type(), Optional.empty()));
        });
  }
}
