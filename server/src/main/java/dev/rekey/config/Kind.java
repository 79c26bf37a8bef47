package dev.rekey.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a key's text must be.
 *
 * @param range what would do, in words that end a sentence beginning with "expected"
 * @param reader makes the value; empty when the text will not do
 */
record Kind<T>(String range, Function<String, Optional<T>> reader) {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  static Kind<String> text() {
    return new Kind<>("any text", Optional::of);
  }

  /** Any text, where none means that the thing is not there. */
  static Kind<Optional<String>> optionalText() {
    return text().orNothing();
  }

  static Kind<Boolean> flag() {
    return new Kind<>(
        "true or false",
        text ->
            text.equals("true") || text.equals("false")
                ? Optional.of(Boolean.valueOf(text))
                : Optional.empty());
  }

  static Kind<Integer> whole(int least, int most) {
    return new Kind<>(
        "a whole number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(digits -> digits.matches("-?\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most));
  }

  static Kind<Duration> duration(Duration least, Duration most) {
    return new Kind<>(
        "a duration from "
            + spell(least)
            + " to "
            + spell(most)
            + ", such as 500ms, 5s, 10m, 6h, 30d",
        text ->
            readDuration(text)
                .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0));
  }

  static Kind<String> choice(String... choices) {
    return new Kind<>(
        "one of " + String.join(", ", choices),
        text -> Optional.of(text).filter(Arrays.asList(choices)::contains));
  }

  static Kind<Path> path() {
    return new Kind<>(
        "a path", text -> text.isBlank() ? Optional.empty() : Optional.of(Path.of(text)));
  }

  static Kind<String> matching(String pattern, String range) {
    return new Kind<>(range, text -> Optional.of(text).filter(one -> one.matches(pattern)));
  }

  static Kind<Secret> secret() {
    return new Kind<>("a secret", text -> Optional.of(new Secret(text)));
  }

  static Kind<Secret> secretOfBytes(int least) {
    return new Kind<>(
        "a secret of at least " + least + " bytes",
        text ->
            text.getBytes(StandardCharsets.UTF_8).length >= least
                ? Optional.of(new Secret(text))
                : Optional.empty());
  }

  static Kind<Secret> base64(int bytes) {
    return new Kind<>(
        bytes + " bytes in base64",
        text -> decodes(text, bytes) ? Optional.of(new Secret(text)) : Optional.empty());
  }

  /** An absolute address of http or https without query and fragment; a last slash is dropped. */
  static Kind<String> address() {
    return new Kind<>(
        "an absolute http or https address without query, such as https://id.example.org",
        text -> readAddress(text).map(one -> one.replaceAll("/+$", "")));
  }

  /** Words with commas between, or a list in the file; none is an empty list. */
  Kind<List<T>> list() {
    return new Kind<>("a list, each " + range, this::readList);
  }

  /** The same, where an empty text means that the thing is not there. */
  Kind<Optional<T>> orNothing() {
    return new Kind<>(
        range + ", or nothing",
        text -> text.isEmpty() ? Optional.of(Optional.empty()) : something(text));
  }

  private Optional<Optional<T>> something(String text) {
    Optional<T> value = reader.apply(text);
    return value.isPresent() ? Optional.of(value) : Optional.empty();
  }

  <U> Kind<U> as(Function<T, U> maker) {
    return new Kind<>(range, text -> reader.apply(text).map(maker));
  }

  static String spell(Duration duration) {
    if (duration.toMillis() % 1000 != 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0 && seconds > 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0 && seconds > 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private Optional<List<T>> readList(String text) {
    List<Optional<T>> items =
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .map(reader)
            .toList();
    return items.stream().allMatch(Optional::isPresent)
        ? Optional.of(items.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private static Optional<Duration> readDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  private static Optional<String> readAddress(String text) {
    try {
      URI uri = URI.create(text);
      boolean good =
          ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getQuery() == null
              && uri.getFragment() == null;
      return good ? Optional.of(text) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean decodes(String text, int bytes) {
    try {
      return Base64.getDecoder().decode(text).length == bytes;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
