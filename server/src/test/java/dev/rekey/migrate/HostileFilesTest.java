package dev.rekey.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A row that is too long, or half there, costs itself and nothing else, whatever the format is. */
class HostileFilesTest {

  private static final long HUNDRED_MEGABYTES = 100_000_000;

  /** What stands before, around and behind a very long value. */
  private enum File {
    CSV("email\na@x.org\n", "\nb@x.org\n", 3),
    CSV_IN_QUOTES("email\na@x.org\n\"", "\"\nb@x.org\n", 3),
    JSON_LINES("{\"email\":\"a@x.org\"}\n{\"email\":\"", "\"}\n{\"email\":\"b@x.org\"}\n", 2),
    JSON_ARRAY("[{\"email\":\"a@x.org\"},\n{\"email\":\"", "\"},\n{\"email\":\"b@x.org\"}]", 2),
    A_REALM(
        "{\"users\":[{\"email\":\"a@x.org\"},\n{\"email\":\"",
        "\"},\n{\"email\":\"b@x.org\"}]}",
        2);

    private final String before;
    private final String behind;
    private final int line;

    File(String before, String behind, int line) {
      this.before = before;
      this.behind = behind;
      this.line = line;
    }

    List<RawRow> read() throws IOException {
      InputStream in =
          new SequenceInputStream(
              new SequenceInputStream(bytes(before), new Monotony(HUNDRED_MEGABYTES)),
              bytes(behind));
      Origin origin = this == A_REALM ? Origin.KEYCLOAK : Origin.GENERIC;
      return RawRowsProperties.all(origin.rows(new Feed(in)));
    }

    private static InputStream bytes(String text) {
      return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLineOfAHundredMegabytesCostsItself(File file) throws IOException {
    List<RawRow> rows = file.read();

    assertThat(rows).hasSize(3);
    assertThat(email(rows.getFirst())).isEqualTo("a@x.org");
    assertThat(rows.get(1))
        .isInstanceOfSatisfying(
            RawRow.Broken.class,
            broken -> {
              assertThat(broken.line()).isEqualTo(file.line);
              assertThat(broken.why()).contains("1 MiB");
            });
    assertThat(email(rows.getLast())).isEqualTo("b@x.org");
  }

  @Test
  void aLineThatIsCutOffIsSaidSo() throws IOException {
    String whole = "{\"email\":\"a@x.org\"}\n{\"email\":\"b@x.org\"}\n";
    for (int cut = whole.indexOf('\n') + 2; cut < whole.length() - 2; cut++) {
      List<RawRow> rows =
          RawRowsProperties.all(
              Origin.GENERIC.rows(RawRowsProperties.feed(whole.substring(0, cut).getBytes(UTF_8))));

      assertThat(rows).hasSize(2);
      assertThat(email(rows.getFirst())).isEqualTo("a@x.org");
      assertThat(rows.getLast()).isInstanceOf(RawRow.Broken.class);
      assertThat(rows.getLast().line()).isEqualTo(2);
    }
  }

  @Test
  void aLineInLatin1IsSaidSoAndTheRestGoesOn() throws IOException {
    byte[] bytes = "{\"n\":\"M_ller\"}\n{\"email\":\"b@x.org\"}\n".getBytes(UTF_8);
    bytes[7] = (byte) 0xFC;

    List<RawRow> rows = RawRowsProperties.all(Origin.GENERIC.rows(RawRowsProperties.feed(bytes)));

    assertThat(rows.getFirst())
        .isInstanceOfSatisfying(
            RawRow.Broken.class, broken -> assertThat(broken.why()).contains("UTF-8"));
    assertThat(email(rows.getLast())).isEqualTo("b@x.org");
  }

  private static String email(RawRow row) {
    return String.valueOf(((RawRow.Whole) row).fields().get("email"));
  }

  /** The same letter over and over. */
  private static final class Monotony extends InputStream {

    private long left;

    Monotony(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int count) {
      if (left <= 0) {
        return -1;
      }
      int now = (int) Math.min(count, left);
      Arrays.fill(bytes, from, from + now, (byte) 'x');
      left -= now;
      return now;
    }
  }
}
