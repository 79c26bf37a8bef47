package dev.rekey.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.metrics.Scrape.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/metrics.md and the page of metrics to each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/metrics.md");
  private static final String SOMETIMES = "### Only after a garbage collection";
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9_]+)` \\| (\\w+) \\|[^|]*\\|([^|]*)\\|.*");
  private static final Pattern ALERTED = Pattern.compile("\\b(?:rekey|jvm|process)_[a-z_]+");

  private final Map<String, Row> always = new TreeMap<>();
  private final Map<String, Row> sometimes = new TreeMap<>();
  private Scrape scrape;

  /** A line of a table. */
  record Row(String type, Set<String> labels) {}

  @BeforeAll
  void read(@TempDir Path folder) throws IOException {
    Map<String, Row> rows = always;
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher row = ROW.matcher(line);
      if (line.startsWith("#")) {
        rows = line.equals(SOMETIMES) ? sometimes : always;
      } else if (row.matches()) {
        rows.put(row.group(1), new Row(row.group(2), labels(row.group(3))));
      }
    }
    scrape = busyServer(folder);
  }

  private static Set<String> labels(String cell) {
    return Pattern.compile("`(\\w+)`")
        .matcher(cell)
        .results()
        .map(label -> label.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Scrape busyServer(Path folder) {
    Map<String, String> nobody = Map.of("mounts.devise.upstream.url", "http://127.0.0.1:9");
    try (TestServer server = TestServer.onSqlite(folder, nobody)) {
      Client client = new Client(server);
      server.create(Map.of("email", "lettie@example.com", "password", "first lighthouse"));
      client.get("/nowhere");
      client.send(
          "POST",
          "/api/v1/users/sign_in",
          "{\"user\":{\"email\":\"ada@example.com\",\"password\":\"first lighthouse\"}}");
      return client.scrape();
    }
  }

  @Test
  void everyMetricIsListedWithItsTypeAndEveryLineIsAMetric() {
    Map<String, String> listed = new TreeMap<>();
    always.forEach((name, row) -> list(listed, name, row));
    Map<String, String> shown = new TreeMap<>(scrape.types());
    sometimes.forEach((name, _) -> {
      shown.remove(name);
      shown.remove(name + "_max");
    });

    assertThat(shown).containsExactlyInAnyOrderEntriesOf(listed);
  }

  private static void list(Map<String, String> listed, String name, Row row) {
    listed.put(name, row.type());
    if (row.type().equals("histogram")) {
      listed.put(name + "_max", "gauge");
    }
  }

  @Test
  void everyLabelIsListed() {
    assertThat(always)
        .allSatisfy((name, row) -> assertThat(scrape.labelNames(name)).isEqualTo(row.labels()));
  }

  @Test
  void alertsSpeakOfMetricsThatThereAre() throws IOException {
    String alerts = Files.readString(DOCUMENT).split("```yaml\ngroups:")[1];

    assertThat(ALERTED.matcher(alerts).results().map(name -> family(name.group())))
        .isNotEmpty()
        .isSubsetOf(always.keySet());
  }

  private static String family(String series) {
    return series.replaceFirst("_(bucket|count|sum)$", "");
  }
}
