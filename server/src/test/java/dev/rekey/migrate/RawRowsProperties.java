package dev.rekey.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever a file holds, reading it comes to its end, row by row. */
class RawRowsProperties {

  @Property
  void whatIsQuotedIsReadAsItWas(
      @ForAll @Size(min = 1, max = 20) List<@Size(3) List<@From("values") String>> table)
      throws IOException {
    String csv =
        "a,b,c\n"
            + table.stream().map(RawRowsProperties::line).collect(Collectors.joining("\r\n"))
            + "\r\n";

    List<RawRow> rows = all(new CsvRecords(feed(csv.getBytes(UTF_8))));

    List<List<Object>> read =
        rows.stream().map(row -> List.copyOf(((RawRow.Whole) row).fields().values())).toList();
    assertThat(read).isEqualTo(table);
  }

  private static String line(List<String> values) {
    return values.stream()
        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  @Property(tries = 500)
  void everyFileComesToItsEnd(@ForAll("hostile") byte[] bytes, @ForAll Origin origin)
      throws IOException {
    try {
      List<RawRow> rows = all(origin.rows(feed(bytes)));
      for (int i = 0; i < rows.size(); i++) {
        assertThat(rows.get(i).place()).isEqualTo(i + 1L);
        assertThat(rows.get(i).line()).isPositive();
      }
    } catch (Misfit misfit) {
      assertThat(misfit.why()).isNotBlank();
    }
  }

  @Property(tries = 200)
  void aFileThatIsCutOffSaysSo(@ForAll("cuts") int cut) throws IOException {
    String whole = "{\"users\":[{\"username\":\"a\"},{\"username\":\"b\"}]}";
    String part = whole.substring(0, cut);

    List<RawRow> rows = all(JsonElements.ofUsers(feed(part.getBytes(UTF_8))));

    assertThat(rows.getLast()).isInstanceOf(RawRow.Broken.class);
    assertThat(rows.stream().filter(RawRow.Whole.class::isInstance).count()).isLessThan(3);
  }

  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers()
        .between(1, "{\"users\":[{\"username\":\"a\"},{\"username\":\"b\"}]".length());
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings()
        .withChars("ab\",;\t\n=üß'\\ ")
        .ofMaxLength(12)
        .filter(text -> !text.equals("\\N"));
  }

  @Provide
  Arbitrary<byte[]> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                "\"",
                "\\",
                ",",
                ":",
                "\n",
                "\r",
                "users",
                "\"users\":[",
                "a,b",
                "\u0000",
                "ü",
                "null",
                "12",
                "\"\"",
                ";",
                "{\"a\":1}",
                "email\n")
            .list()
            .ofMaxSize(40)
            .map(list -> String.join("", list));
    Arbitrary<byte[]> raw = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    return Arbitraries.oneOf(pieces.map(text -> text.getBytes(UTF_8)), raw);
  }

  static Feed feed(byte[] bytes) {
    return new Feed(new ByteArrayInputStream(bytes));
  }

  static List<RawRow> all(RawRows rows) throws IOException {
    List<RawRow> all = new ArrayList<>();
    for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      all.add(row.get());
    }
    return all;
  }
}
