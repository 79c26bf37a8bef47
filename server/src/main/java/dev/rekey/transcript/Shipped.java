package dev.rekey.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The stories of the wires that the program carries with it: documents, sheets and edge cases. */
public final class Shipped {

  private static final String HOME = "/dev/rekey/transcript";
  private static final String ENDING = ".http";

  private Shipped() {}

  /** The wires that stories are told of, such as {@code devise}, in the order of their names. */
  public static List<String> wires() {
    return inHome(home -> {
      try (Stream<Path> folders = Files.list(home)) {
        return folders
            .filter(folder -> stories(folder).findAny().isPresent())
            .map(folder -> plain(folder.getFileName()))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** All stories of all wires, in the order of their names. */
  public static List<Transcript> all() {
    return wires().stream().flatMap(wire -> of(wire).stream()).toList();
  }

  /** The stories of one wire, in the order of their names. */
  public static List<Transcript> of(String wire) {
    return inHome(home -> stories(home.resolve(wire)).map(Shipped::read).toList());
  }

  private static Stream<Path> stories(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Transcript read(Path file) {
    try {
      String name = plain(file.getFileName());
      String story = name.substring(0, name.length() - ENDING.length());
      String wire = plain(Objects.requireNonNull(file.getParent()).getFileName());
      return Transcript.parse(wire + '/' + story, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In an archive, the name of a folder may end with a slash. */
  private static String plain(Path name) {
    return name.toString().replace("/", "");
  }

  private static <T> T inHome(Function<Path, T> work) {
    URI home = home();
    if (!home.getScheme().equals("jar")) {
      return work.apply(Path.of(home));
    }
    Path jar = Path.of(URI.create(home.getSchemeSpecificPart().split("!", 2)[0]));
    try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of())) {
      return work.apply(archive.getPath(HOME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Beside a story that is always there: folders have no entry of their own in every archive. */
  private static URI home() {
    try {
      URI story =
          Objects.requireNonNull(
                  Shipped.class.getResource(HOME + "/devise/document-000" + ENDING),
                  "the stories are not in this build")
              .toURI();
      return URI.create(story.toString().replace("/devise/document-000" + ENDING, ""));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
