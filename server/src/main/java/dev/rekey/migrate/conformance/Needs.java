package dev.rekey.migrate.conformance;

import dev.rekey.transcript.Transcript;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a story needs beside its accounts, and whether an operator says that it is there. */
public final class Needs {

  private final Map<String, String> settings;
  private final boolean letters;

  /**
   * @param settings those that the server has beside its defaults, by their names in Rekey
   * @param letters whether the server's letters can be read
   */
  public Needs(Map<String, String> settings, boolean letters) {
    this.settings = Map.copyOf(settings);
    this.letters = letters;
  }

  /** What is missing for a story; empty if nothing is. */
  public Optional<String> missing(Transcript story) {
    String others =
        story.settings().entrySet().stream()
            .filter(need -> !need.getValue().equals(settings.get(need.getKey())))
            .map(need -> need.getKey() + '=' + need.getValue())
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      return Optional.of("needs a server with " + others + " (--has says that it is so)");
    }
    return story.needsLetters() && !letters
        ? Optional.of("needs the server's letters (--mail names the folder)")
        : Optional.empty();
  }
}
