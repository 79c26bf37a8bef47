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

  private static final Pattern RESET_TOKEN = Pattern.compile("reset_password_token=([\\w-]+)");
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
    long glances = PATIENCE.dividedBy(GLANCE);
    for (long i = 0; i < glances; i++) {
      Optional<String> token = freshTokens().findFirst();
      if (token.isPresent()) {
        return token.get();
      }
      pause();
    }
    throw new IllegalStateException("no reset letter arrived in " + folder);
  }

  private Stream<String> freshTokens() {
    return letters().stream()
        .filter(seen::add)
        .map(Letterbox::text)
        .map(RESET_TOKEN::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
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
