package dev.rekey.bench.keycloak;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Everything that was started and has to end with this process, the latest first. What is started
 * is noted in a file as well, for {@code run} to end where this process could not.
 */
final class Children {

  private final Path note;
  private final Deque<Runnable> endings = new ArrayDeque<>();
  private boolean over;

  Children(Path note) {
    this.note = note;
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  /** What is to be done at the end. */
  synchronized void add(Runnable ending) {
    endings.push(ending);
    if (over) {
      ending.run();
    }
  }

  /** Takes note of a process, and of what ends it. */
  synchronized void add(ProcessHandle process, Runnable ending) {
    String line = process.pid() + " " + Clockwork.began(process) + "\n";
    try {
      Files.writeString(note, line, CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add(ending);
  }

  private synchronized void end() {
    over = true;
    endings.forEach(Runnable::run);
  }
}
