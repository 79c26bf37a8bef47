package dev.rekey.cli;

import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * Something around the program, such as a disk, a database or a file of keys, does not let it work;
 * the message is for the operator: what does not work, where, and why.
 */
public final class Trouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Trouble(String message) {
    super(asSentence(message));
  }

  public Trouble(String message, Throwable cause) {
    super(asSentence(message), cause);
  }

  /** What does not work, and as the reason what lies at the bottom of it. */
  public static Trouble because(String what, Throwable cause) {
    return new Trouble(what + ": " + reason(cause), cause);
  }

  /** A sentence of its own, which says what the disk said. */
  static String sentence(UncheckedIOException problem) {
    String what = String.valueOf(problem.getMessage());
    return asSentence(
        Optional.ofNullable(problem.getCause())
            .map(cause -> what + ": " + reason(cause))
            .orElse(what));
  }

  private static String asSentence(String text) {
    String begun = text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + '.';
  }

  private static String reason(Throwable cause) {
    Throwable bottom = cause;
    while (bottom.getCause() != null) {
      bottom = bottom.getCause();
    }
    return words(bottom).strip().replaceAll("\\s+", " ");
  }

  /** Some say no more than the name of what they could not find. */
  private static String words(Throwable problem) {
    String message = Optional.ofNullable(problem.getMessage()).orElse("");
    return switch (problem) {
      case NoSuchFileException _ -> "there is no " + message;
      case AccessDeniedException _ -> "permission denied for " + message;
      case FileSystemException file when file.getReason() == null -> message + " is in the way";
      case UnknownHostException _ -> "there is no host " + message;
      default -> message.isBlank() ? problem.getClass().getSimpleName() : message;
    };
  }
}
