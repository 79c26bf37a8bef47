package dev.rekey.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder in which letters arrive while no mail server is configured. */
public final class Letterbox {

  private static final String RESET_TOKEN = "reset_password_token";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final Path folder;
  private final Set<Path> seen;

  /** Letters that lie there already are old. */
  public Letterbox(Path folder) {
    this.folder = folder;
    this.seen = new HashSet<>(letters());
  }

  /** The reset token of the next letter that has one, waited for. */
  public String nextResetToken() {
    return nextToken(RESET_TOKEN);
  }

  /**
   * The token of the next letter whose link has one, waited for.
   *
   * @param parameter what it is called in the link
   */
  public String nextToken(String parameter) {
    Pattern token = Pattern.compile("\\b" + parameter + "=([\\w-]+)");
    long glances = PATIENCE.dividedBy(GLANCE);
    for (long i = 0; i < glances; i++) {
      Optional<String> found = freshToken(token);
      if (found.isPresent()) {
        return found.get();
      }
      pause();
    }
    throw new IllegalStateException("no letter with a " + parameter + " arrived in " + folder);
  }

  /** Letters of another kind stay fresh. */
  private Optional<String> freshToken(Pattern token) {
    for (Path letter : letters()) {
      Optional<String> found = seen.contains(letter) ? Optional.empty() : tokenIn(letter, token);
      if (found.isPresent()) {
        seen.add(letter);
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> tokenIn(Path letter, Pattern token) {
    Matcher matcher = token.matcher(text(letter));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private List<Path> letters() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(GLANCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a letter", e);
    }
  }
}
