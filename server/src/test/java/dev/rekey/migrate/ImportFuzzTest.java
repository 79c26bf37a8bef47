package dev.rekey.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whatever a file holds, each of its rows becomes somebody, nobody, or a reason. */
class ImportFuzzTest {

  private static final Role USER = new Role("user");

  private static final Habits HABITS =
      new Habits(
          USER,
          Map.of(),
          new Roles(Map.of(USER, Set.of())),
          new HashReader(Optional.empty(), Optional.empty(), Optional.empty(), _ -> true),
          Optional.of("tokenauth"),
          true,
          Duration.ofDays(3),
          Instant.EPOCH);

  @FuzzTest
  void devise(byte[] file) throws IOException {
    read(Origin.DEVISE, file);
  }

  @FuzzTest
  void deviseTokenAuth(byte[] file) throws IOException {
    read(Origin.DEVISE_TOKEN_AUTH, file);
  }

  @FuzzTest
  void ocariot(byte[] file) throws IOException {
    read(Origin.OCARIOT, file);
  }

  @FuzzTest
  void onezone(byte[] file) throws IOException {
    read(Origin.ONEZONE, file);
  }

  @FuzzTest
  void keycloak(byte[] file) throws IOException {
    read(Origin.KEYCLOAK, file);
  }

  @FuzzTest
  void generic(byte[] file) throws IOException {
    read(Origin.GENERIC, file);
  }

  private static void read(Origin origin, byte[] file) throws IOException {
    Format format = origin.format(HABITS, Optional.of(new OcariotNames("s3cr3tk3y")));
    try {
      for (RawRow row : rows(origin, file)) {
        assertThat(row.line()).isPositive();
        switch (row) {
          case RawRow.Broken(long _, long _, String why) -> assertThat(why).isNotBlank();
          case RawRow.Whole(long place, long line, var fields) ->
              become(format, new Row(place, line, fields));
        }
      }
    } catch (Misfit misfit) {
      assertThat(misfit.why()).isNotBlank();
    }
  }

  private static List<RawRow> rows(Origin origin, byte[] file) throws IOException {
    return RawRowsProperties.all(origin.rows(RawRowsProperties.feed(file)));
  }

  private static void become(Format format, Row row) {
    try {
      format.read(row).ifPresent(arrival -> assertThat(arrival.logins().all()).isNotEmpty());
    } catch (Misfit misfit) {
      assertThat(misfit.why()).isNotBlank();
    }
  }
}
