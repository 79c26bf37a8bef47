package dev.rekey.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration with which the server does not start; the message names every mistake at once.
 */
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
        .map(mistake -> System.lineSeparator() + "  " + mistake)
        .collect(Collectors.joining("", "The configuration is wrong, nothing was started:", ""));
  }
}
