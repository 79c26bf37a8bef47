package dev.rekey.bench;

import dev.rekey.bench.stage.Checkout;
import dev.rekey.bench.stage.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a command found out: printed, and kept as JSON and as a page in Markdown. */
final class Report {

  private final String name;
  private final String command;
  private final Map<String, String> machine = Machine.facts();
  private final List<Table> tables = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Begins one.
   *
   * @param name what its files are called
   * @param command with what it can be had again
   */
  Report(String name, String command) {
    this.name = name;
    this.command = command;
  }

  /** A further table. */
  Table table(String title, String... columns) {
    Table table = new Table(title, List.of(columns), new ArrayList<>());
    tables.add(table);
    return table;
  }

  /** Something that must not be: the figures do not count. */
  void fault(String what) {
    faults.add(what);
    System.err.println("bench: " + what);
  }

  /** Writes it down; the exit code. */
  int close() {
    String page = page();
    System.out.println();
    System.out.println(page);
    write(name + ".md", page);
    write(name + ".json", json());
    System.err.println("bench: kept in " + Checkout.results().resolve(name + ".json and .md"));
    return faults.isEmpty() ? 0 : 1;
  }

  private String page() {
    String head =
        "`"
            + command
            + "`, "
            + machine.get("processor")
            + ", "
            + machine.get("cores")
            + " cores, "
            + machine.get("java")
            + "\n\n";
    String body = tables.stream().map(Table::markdown).collect(Collectors.joining("\n"));
    String wrong =
        faults.stream().map(fault -> "- FAULT: " + fault + "\n").collect(Collectors.joining());
    return head + body + (wrong.isEmpty() ? "" : "\n" + wrong);
  }

  private String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("command", command);
    all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    all.put("machine", machine);
    all.put("faults", faults);
    all.put("tables", tables.stream().map(Table::data).toList());
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(all);
  }

  private static void write(String file, String text) {
    Path path = Checkout.results().resolve(file);
    try {
      Files.writeString(path, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + path, e);
    }
  }

  /** Rows of figures under a title. */
  record Table(String title, List<String> columns, List<List<Object>> rows) {

    /** One more, with a value for each column; it is printed at once. */
    void row(Object... values) {
      if (values.length != columns.size()) {
        throw new IllegalArgumentException("a row of " + List.of(values) + " for " + columns);
      }
      rows.add(List.of(values));
      System.err.println("bench: " + title + ": " + line(List.of(values)));
    }

    private String line(List<Object> values) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < values.size(); i++) {
        line.append(i == 0 ? "" : ", ")
            .append(columns.get(i))
            .append(' ')
            .append(text(values.get(i)));
      }
      return line.toString();
    }

    private String markdown() {
      StringBuilder page = new StringBuilder("**" + title + "**\n\n");
      page.append("| ").append(String.join(" | ", columns)).append(" |\n|");
      columns.forEach(_ -> page.append("---|"));
      page.append('\n');
      rows.forEach(row ->
          page.append(
              row.stream().map(Table::text).collect(Collectors.joining(" | ", "| ", " |\n"))));
      return page.toString();
    }

    private Map<String, Object> data() {
      List<Map<String, Object>> data = new ArrayList<>();
      for (List<Object> row : rows) {
        Map<String, Object> one = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
          one.put(columns.get(i), row.get(i));
        }
        data.add(one);
      }
      return Map.of("title", title, "rows", data);
    }

    /** Three digits are as many as anybody can rely on. */
    private static String text(Object value) {
      return value instanceof Double number ? number(number) : value.toString();
    }

    private static String number(double number) {
      double size = Math.abs(number);
      if (size >= 100 || number == 0) {
        return "%.0f".formatted(number);
      }
      return (size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f").formatted(number);
    }
  }
}
