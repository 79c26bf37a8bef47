package dev.rekey.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in which letters arrive as files: the one that Rekey uses while no mail server is
 * configured, a maildir, or what another system delivers into instead of sending.
 */
public final class Letterbox {

  private static final String RESET_TOKEN = "reset_password_token";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GLANCE = Duration.ofMillis(20);
  private static final int DEEPEST = 3;
  private static final Pattern TO =
      Pattern.compile("(?im)^To:[^\\r\\n]*?([^\\s<>\"]+@[^\\s<>\"]+)");
  private static final Comparator<Letter> NEWEST_FIRST =
      Comparator.comparing(Letter::time).thenComparing(Letter::file).reversed();

  private final Path folder;
  private final Set<Letter> seen;

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
    Pattern token = Pattern.compile("\\b" + Pattern.quote(parameter) + "=([\\w-]+)");
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

  /**
   * The token of the newest letter to one of these addresses, if there is one; where no address is
   * given, of the newest letter, provided that all such letters went to one address.
   *
   * @param parameter what it is called in the link
   * @param without tokens that are not meant
   */
  public Optional<String> newestFor(String parameter, Set<String> addresses, Set<String> without) {
    Pattern token = Pattern.compile("\\b" + Pattern.quote(parameter) + "=([\\w-]+)");
    List<Letter> letters =
        letters().stream()
            .filter(letter -> letter.token(token).filter(t -> !without.contains(t)).isPresent())
            .toList();
    boolean plain = letters.stream().map(Letter::address).distinct().count() == 1;
    return letters.stream()
        .filter(letter -> addresses.isEmpty() ? plain : letter.isTo(addresses))
        .findFirst()
        .flatMap(letter -> letter.token(token));
  }

  /** A file as it was at a moment: one that letters are appended to becomes another. */
  private record Letter(Path file, long size, FileTime time) {

    static Letter of(Path file) {
      try {
        return new Letter(file, Files.size(file), Files.getLastModifiedTime(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The last one, where a file holds several letters. */
    Optional<String> token(Pattern token) {
      return token.matcher(text()).results().map(match -> match.group(1)).reduce((_, last) -> last);
    }

    boolean isTo(Set<String> addresses) {
      return addresses.stream().anyMatch(address()::equalsIgnoreCase);
    }

    /** Whom the last letter in the file is to; empty if it does not say. */
    String address() {
      return TO.matcher(text()).results().map(match -> match.group(1)).reduce("", (_, to) -> to);
    }

    /** With the line breaks and equals signs that quoted-printable hides (RFC 2045, 6.7). */
    private String text() {
      try {
        return Files.readString(file, StandardCharsets.ISO_8859_1)
            .replaceAll("=\\r?\\n", "")
            .replace("=3D", "=");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Letters of another kind stay fresh. */
  private Optional<String> freshToken(Pattern token) {
    for (Letter letter : letters()) {
      Optional<String> found = seen.contains(letter) ? Optional.empty() : letter.token(token);
      if (found.isPresent()) {
        seen.add(letter);
        return found;
      }
    }
    return Optional.empty();
  }

  /** The newest first; a name that begins with a dot is that of a letter not yet complete. */
  private List<Letter> letters() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .map(Letter::of)
          .sorted(NEWEST_FIRST)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      // A file went while it was looked at: the next glance finds it where it is then.
      return List.of();
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
