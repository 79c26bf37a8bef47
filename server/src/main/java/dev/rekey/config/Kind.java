package dev.rekey.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a value may be: how it is read, how it is written, and the words for both.
 *
 * @param wanted what would do, such as {@code a whole number from 1 to 5}
 * @param reader empty for what would not do
 */
record Kind<T>(
    String wanted,
    Function<Given, Optional<T>> reader,
    Function<T, String> writer,
    Discretion discretion) {

  /** A value that is one text. */
  static <T> Kind<T> of(
      String wanted, Function<String, Optional<T>> reader, Function<T, String> writer) {
    return new Kind<>(wanted, given -> single(given).flatMap(reader), writer, Discretion.OPEN);
  }

  private static Optional<String> single(Given given) {
    return switch (given) {
      case Given.Text(String text, Place _) -> Optional.of(text);
      case Given.Items _ -> Optional.empty();
    };
  }

  Kind<T> shownAs(Discretion other) {
    return new Kind<>(wanted, reader, writer, other);
  }

  /** This kind, or an empty text for nothing. */
  Kind<Optional<T>> orEmpty() {
    return new Kind<>(
        "empty, or " + wanted,
        this::readOrEmpty,
        value -> value.map(writer).orElse(""),
        discretion);
  }

  private Optional<Optional<T>> readOrEmpty(Given given) {
    Optional<T> value = isEmpty(given) ? Optional.empty() : read(given);
    return value.isPresent() || isEmpty(given) ? Optional.of(value) : Optional.empty();
  }

  private static boolean isEmpty(Given given) {
    return given instanceof Given.Text(String text, Place _) && text.isEmpty();
  }

  /** Any number of this kind, none twice; in one text with commas between. */
  Kind<List<T>> list() {
    return new Kind<>(
        "a list of different items, each " + wanted,
        given -> readAll(items(given).toList(), given.place()),
        values -> values.stream().map(writer).collect(Collectors.joining(", ")),
        discretion);
  }

  private static Stream<String> items(Given given) {
    return switch (given) {
      case Given.Text(String text, Place _) when text.isBlank() -> Stream.empty();
      case Given.Text(String text, Place _) ->
          Arrays.stream(text.split(",", -1)).map(String::strip);
      case Given.Items(List<String> items, Place _) -> items.stream();
    };
  }

  private Optional<List<T>> readAll(List<String> items, Place place) {
    List<T> values =
        items.stream().flatMap(item -> read(new Given.Text(item, place)).stream()).toList();
    boolean allGood = values.size() == items.size() && new HashSet<>(values).size() == items.size();
    return allGood ? Optional.of(values) : Optional.empty();
  }

  Optional<T> read(Given given) {
    return reader.apply(given);
  }

  Optional<T> read(String text) {
    return read(new Given.Text(text, Place.STANDARD));
  }

  String write(T value) {
    return writer.apply(value);
  }

  /** What is given, as it may be shown. */
  String shown(Given given) {
    return discretion.shown(given.text());
  }

  /** What is given, as the object of "found". */
  String quoted(Given given) {
    return discretion.quoted(given.text());
  }
}
