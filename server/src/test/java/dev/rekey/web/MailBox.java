package dev.rekey.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder that a server without mail puts its letters into, as their reader sees it. */
final class MailBox {

  private final Path folder;

  MailBox(Path folder) {
    this.folder = folder;
  }

  /** What the newest letter says that says such a thing at all; the postman may be on his way. */
  String find(String pattern) {
    return findNewerThan("", pattern);
  }

  /** The same, but for what is known already. */
  String findNewerThan(String known, String pattern) {
    for (int i = 0; i < 100; i++) {
      List<String> found = all(pattern);
      if (!found.isEmpty() && !found.getLast().equals(known)) {
        return found.getLast();
      }
      pause();
    }
    throw new AssertionError("no letter says " + pattern);
  }

  /** How many letters came so far. */
  long count() {
    return letters().count();
  }

  private List<String> all(String pattern) {
    return letters()
        .flatMap(letter ->
            Pattern.compile(pattern)
                .matcher(letter)
                .results()
                .map(MatchResult::group)
                .filter(Predicate.not(String::isEmpty)))
        .toList();
  }

  private Stream<String> letters() {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted(Comparator.comparing(Path::toString))
          .toList()
          .stream()
          .map(MailBox::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path letter) {
    try {
      return Files.readString(letter).replace("=\r\n", "").replace("=\n", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
