package dev.rekey.core.policy;

import java.io.IOException;
import java.nio.file.Path;

/** A file of passwords that cannot be read, or a line of it. */
public final class UnreadableBlocklistException extends RuntimeException {

  UnreadableBlocklistException(Path file, IOException broken) {
    super("the blocklist " + file + " cannot be read", broken);
  }

  UnreadableBlocklistException(Path file, int line, String fault) {
    super("line %d of the blocklist %s %s".formatted(line, file, fault));
  }
}
