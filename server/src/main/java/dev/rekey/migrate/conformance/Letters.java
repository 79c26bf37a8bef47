package dev.rekey.migrate.conformance;

import dev.rekey.transcript.Captures;
import dev.rekey.transcript.Letterbox;
import java.nio.file.Path;
import java.util.Optional;

/** Where the letters of the tested server are read, if they can be. */
public final class Letters {

  private final Optional<Path> folder;

  public Letters(Optional<Path> folder) {
    this.folder = folder;
  }

  boolean arrive() {
    return folder.isPresent();
  }

  /** The letters from now on. */
  Captures.Source fresh() {
    return folder
        .map(Letterbox::new)
        .<Captures.Source>map(box -> box::nextToken)
        .orElse(parameter -> {
          throw new IllegalStateException("no letters are read, so no " + parameter);
        });
  }
}
