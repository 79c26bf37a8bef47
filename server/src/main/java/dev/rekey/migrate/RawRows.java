package dev.rekey.migrate;

import java.io.IOException;
import java.util.Optional;

/** The rows of a file, one after the other; the same file gives the same rows each time. */
interface RawRows {

  /** The next one; empty at the end. */
  Optional<RawRow> next() throws IOException;
}
