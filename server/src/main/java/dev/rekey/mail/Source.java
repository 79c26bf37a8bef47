package dev.rekey.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where templates come from: an operator's folder, and for what that lacks those that came along.
 */
record Source(Optional<Path> folder) {

  /**
   * A file with its text.
   *
   * @param place what a person may look for
   */
  record Found(String place, String text) {}

  /** The file of that name, the operator's before the one that came along. */
  Found find(String name) {
    return own(name).orElseGet(() -> new Found(name, shipped(name)));
  }

  /** The operator's file of that name. */
  Optional<Found> own(String name) {
    return folder
        .map(path -> path.resolve(name))
        .filter(Files::exists)
        .map(file -> new Found(file.toString(), read(file)));
  }

  boolean hasOwn(String name) {
    return folder.map(path -> path.resolve(name)).filter(Files::exists).isPresent();
  }

  /**
   * What lies in the operator's folder.
   *
   * @param within a folder in it; empty for itself
   */
  List<Path> list(String within) {
    return folder.map(path -> listed(path.resolve(within))).orElseGet(List::of);
  }

  /** Files that begin with a dot are an editor's, or a volume's own. */
  private static List<Path> listed(Path path) {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "mail templates: " + path + ": is not a folder that can be read", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "mail templates: " + file + ": is not a text in UTF-8; save it as one", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the mail template " + file, e);
    }
  }

  private static String shipped(String name) {
    try (InputStream stream = Source.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("this build lacks the mail template " + name);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
