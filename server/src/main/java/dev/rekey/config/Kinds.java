package dev.rekey.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The kinds that several rooms use: numbers, choices, texts and files. */
final class Kinds {

  private Kinds() {}

  static Kind<Integer> integer(int least, int most) {
    return Kind.of(
        "a whole number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(digits -> digits.matches("-?[0-9]{1,18}"))
                .map(Long::parseLong)
                .filter(number -> least <= number && number <= most)
                .map(Long::intValue),
        number -> Integer.toString(number));
  }

  static Kind<Boolean> flag() {
    return choice(List.of(true, false), value -> Boolean.toString(value));
  }

  /** One of a few values, each known by its own word. */
  static <T> Kind<T> choice(List<T> values, Function<T, String> word) {
    return Kind.of(
        sentence(values.stream().map(word).toList()),
        text -> values.stream().filter(value -> word.apply(value).equals(text)).findFirst(),
        word);
  }

  static Kind<String> word(String... words) {
    return choice(List.of(words), Function.identity());
  }

  /** The constants of an enum, in lower case and with dashes. */
  static <E extends Enum<E>> Kind<E> constant(Class<E> type) {
    return choice(List.of(type.getEnumConstants()), Words::kebab);
  }

  private static String sentence(List<String> words) {
    String first = words.stream().limit(words.size() - 1).collect(Collectors.joining(", "));
    return first + " or " + words.getLast();
  }

  static Kind<String> text() {
    return text("a text without control characters", text -> !text.isBlank());
  }

  /** A text that is not empty, holds no control characters and passes a test. */
  static Kind<String> text(String wanted, Predicate<String> test) {
    return Kind.of(
        wanted, text -> Optional.of(text).filter(Words::isPlain).filter(test), Function.identity());
  }

  static Kind<String> matching(String wanted, String pattern) {
    return text(wanted, text -> text.matches(pattern));
  }

  /** A text from which something else is made, if it can be. */
  static <T> Kind<T> made(String wanted, Function<String, T> maker, Function<T, String> writer) {
    return Kind.of(wanted, text -> attempt(text, maker), writer);
  }

  private static <T> Optional<T> attempt(String text, Function<String, T> maker) {
    try {
      return Optional.of(maker.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Kind<Path> path() {
    return path("a path", _ -> true);
  }

  static Kind<Path> readableFile() {
    return path(
        "the path of a file that can be read",
        path -> Files.isRegularFile(path) && Files.isReadable(path));
  }

  static Kind<Path> readableDirectory() {
    return path(
        "the path of a directory that can be read",
        path -> Files.isDirectory(path) && Files.isReadable(path));
  }

  private static Kind<Path> path(String wanted, Predicate<Path> test) {
    return Kind.of(
        wanted,
        text -> Optional.of(text).filter(Words::isPlain).flatMap(Kinds::parsePath).filter(test),
        Path::toString);
  }

  private static Optional<Path> parsePath(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
