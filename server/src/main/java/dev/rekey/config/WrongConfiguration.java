package dev.rekey.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; the message names every mistake in it, a line each. */
public final class WrongConfiguration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  WrongConfiguration(List<Mistake> mistakes) {
    super(text(mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }

  private static String text(List<Mistake> mistakes) {
    return mistakes.stream()
        .map(mistake -> "\n  " + mistake.sentence())
        .collect(Collectors.joining("", headline(mistakes.size()), ""));
  }

  private static String headline(int count) {
    return count == 1
        ? "There is a mistake in the configuration:"
        : "There are " + count + " mistakes in the configuration:";
  }
}
