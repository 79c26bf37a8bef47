package dev.rekey.migrate.conformance;

import dev.rekey.transcript.Captures;
import dev.rekey.transcript.Site;
import dev.rekey.transcript.Transcript;
import java.io.IOException;
import java.util.Set;

/** Sees to it that a server has what a story begins with: its accounts, settings and letters. */
public interface Stage extends AutoCloseable {

  /**
   * Prepares the server for a story.
   *
   * @throws IOException if nobody answers who should have prepared it
   */
  Setting set(Transcript story) throws IOException;

  @Override
  void close();

  /** What came of preparing. */
  sealed interface Setting {

    /**
     * The story can be told.
     *
     * @param story in the words of the accounts that it really has
     * @param secrets what must not be printed
     */
    record Ready(Site site, Transcript story, Captures.Source letters, Set<String> secrets)
        implements Setting {}

    /** The story cannot be told here, and why. */
    record Missing(String reason) implements Setting {}
  }
}
