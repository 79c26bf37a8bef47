package dev.rekey.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One story from a {@code .http} file: the accounts that it begins with and its exchanges. The
 * format is described in {@code docs/dialects/adding.md}.
 *
 * @param name what the story is called, such as {@code devise/sign-out}
 * @param settings keys of the configuration of the server that tells it; none for the common one
 * @param accounts for each account its attributes, in the file's order
 */
public record Transcript(
    String name,
    Map<String, String> settings,
    List<Map<String, String>> accounts,
    List<Exchange> exchanges) {

  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w.-]+)=(\"[^\"]*\"|\\S*)");

  /**
   * A request and the answer that it must get.
   *
   * @param times how often the request is sent at once
   */
  public record Exchange(String title, int times, Asked asked, Expected expected) {

    private Exchange reworded(UnaryOperator<String> words) {
      return new Exchange(title, times, asked.reworded(words), expected.reworded(words));
    }
  }

  /** The request as written: its line, header lines and body, with places to fill. */
  public record Asked(String line, List<String> headers, String body) {

    private Asked reworded(UnaryOperator<String> words) {
      return new Asked(words.apply(line), headers.stream().map(words).toList(), words.apply(body));
    }

    private boolean mentions(String text) {
      return Stream.concat(Stream.of(line, body), headers.stream())
          .anyMatch(part -> part.contains(text));
    }
  }

  /**
   * The answer as written.
   *
   * @param tally for a request sent several times: how many answers have which status
   */
  public record Expected(
      int status,
      List<String> tally,
      List<String> headers,
      List<String> absent,
      boolean ordered,
      boolean exact,
      boolean anyBody,
      String body) {

    private Expected reworded(UnaryOperator<String> words) {
      return new Expected(
          status,
          tally,
          headers.stream().map(words).toList(),
          absent,
          ordered,
          exact,
          anyBody,
          words.apply(body));
    }
  }

  /** The same story in other words: every text of its exchanges changed alike. */
  public Transcript reworded(UnaryOperator<String> words) {
    return new Transcript(
        name,
        settings,
        accounts,
        exchanges.stream().map(exchange -> exchange.reworded(words)).toList());
  }

  /** Whether a request has a place that only a letter fills. */
  public boolean needsLetters() {
    return exchanges.stream().anyMatch(exchange -> exchange.asked().mentions("{{mail:"));
  }

  /** Reads a story of a file. */
  public static Transcript read(String name, Path file) {
    try {
      return parse(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a story.
   *
   * @throws IllegalArgumentException if it is not written as one
   */
  public static Transcript parse(String name, String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    List<Map<String, String>> accounts = new ArrayList<>();
    List<Exchange> exchanges = new ArrayList<>();
    int first = text.startsWith(">>>") ? 0 : text.indexOf("\n>>>") + 1;
    for (String line : text.substring(0, first).lines().toList()) {
      if (line.startsWith("@account ")) {
        accounts.add(attributes(line.substring("@account ".length())));
      } else if (line.startsWith("@setting ")) {
        String[] setting = line.substring("@setting ".length()).split("=", 2);
        settings.put(setting[0].strip(), setting[1].strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException(name + ": not a directive: " + line);
      }
    }
    for (String part : text.substring(first).split("(?m)^===$\\n?", -1)) {
      if (!part.isBlank()) {
        exchanges.add(exchange(name, part));
      }
    }
    return new Transcript(name, settings, accounts, exchanges);
  }

  /** The attributes of a line such as {@code role=operator email=a@example.com}. */
  public static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      attributes.put(matcher.group(1), matcher.group(2).replaceAll("^\"|\"$", ""));
    }
    return attributes;
  }

  private static Exchange exchange(String name, String part) {
    String stripped = part.stripLeading().replaceAll("(?m)\\A(#.*\\n)+", "");
    int end = stripped.indexOf("\n<<<\n");
    if (!stripped.startsWith(">>>") || end < 0) {
      throw new IllegalArgumentException(name + ": an exchange is >>> … <<< …, found: " + part);
    }
    List<String> lines = new ArrayList<>(stripped.substring(0, end).lines().toList());
    String title = lines.removeFirst().substring(3).strip();
    int times = 1;
    while (lines.getFirst().startsWith("@parallel") || lines.getFirst().startsWith("#")) {
      String line = lines.removeFirst();
      times = line.startsWith("@") ? Integer.parseInt(line.split("\\s+", -1)[1]) : times;
    }
    String answer = stripped.substring(end + "\n<<<\n".length());
    return new Exchange(title, times, asked(lines), expected(answer, times));
  }

  private static Asked asked(List<String> lines) {
    int blank = lines.indexOf("");
    List<String> head = blank < 0 ? lines : lines.subList(0, blank);
    String body = blank < 0 ? "" : String.join("\n", lines.subList(blank + 1, lines.size()));
    return new Asked(head.getFirst(), List.copyOf(head.subList(1, head.size())), body);
  }

  private static Expected expected(String answer, int times) {
    List<String> lines = answer.lines().filter(line -> !line.startsWith("# ")).toList();
    if (times > 1) {
      List<String> tally = lines.stream().filter(line -> !line.isBlank()).toList();
      return new Expected(0, tally, List.of(), List.of(), false, false, true, "");
    }
    int blank = lines.indexOf("");
    List<String> head = blank < 0 ? lines : lines.subList(0, blank);
    String body =
        blank < 0 ? "" : String.join("\n", lines.subList(blank + 1, lines.size())).stripTrailing();
    List<String> rest = head.subList(1, head.size());
    return new Expected(
        Integer.parseInt(head.getFirst().split(" ", 2)[0].strip()),
        List.of(),
        rest.stream().filter(line -> !line.startsWith("!") && !line.startsWith("~")).toList(),
        rest.stream()
            .filter(line -> line.startsWith("!"))
            .map(l -> l.substring(1).strip())
            .toList(),
        rest.contains("~ordered"),
        rest.contains("~exact"),
        rest.contains("~anybody"),
        body);
  }
}
