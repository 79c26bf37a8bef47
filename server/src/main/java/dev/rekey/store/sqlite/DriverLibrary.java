package dev.rekey.store.sqlite;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Optional;

/**
 * SQLite itself, as the build has laid it beside the jars. The driver would otherwise ask another
 * program what machine this is, unpack its library into the folder for temporary files at each
 * start, and compare the copy byte by byte.
 */
final class DriverLibrary {

  private static final String FOLDER = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private DriverLibrary() {}

  /** Tells the driver where it lies, unless somebody has told it already or it is not there. */
  static void offer() {
    if (System.getProperty(FOLDER) == null) {
      house().map(DriverLibrary::forThisMachine).ifPresent(DriverLibrary::offer);
    }
  }

  private static void offer(Path library) {
    if (Files.isReadable(library) && !isMusl()) {
      System.setProperty(FOLDER, String.valueOf(library.getParent()));
      System.setProperty(NAME, String.valueOf(library.getFileName()));
    }
  }

  /** The folder that the jar is in. */
  private static Optional<Path> house() {
    CodeSource source = DriverLibrary.class.getProtectionDomain().getCodeSource();
    try {
      return source == null
          ? Optional.empty()
          : Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** In folders as the driver's jar has them. */
  static Path forThisMachine(Path house) {
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    return house
        .resolve("lib/sqlite")
        .resolve(mac ? "Mac" : System.getProperty("os.name"))
        .resolve(machine())
        .resolve(System.mapLibraryName("sqlitejdbc"));
  }

  private static String machine() {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return arch.equals("amd64") ? "x86_64" : arch;
  }

  /** The library for that other C library is left to the driver. */
  private static boolean isMusl() {
    return Files.exists(Path.of("/lib/ld-musl-" + machine() + ".so.1"));
  }
}
