package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class QuietThreadsTest {

  private final QuietThreads threads = new QuietThreads("hash");

  @Test
  @EnabledOnOs(OS.LINUX)
  void giveWayToAllOthers() {
    String own = niceness();

    assertThat(inThread(QuietThreadsTest::niceness)).isEqualTo("10");
    assertThat(niceness()).as("who made the thread does not").isEqualTo(own).isNotEqualTo("10");
  }

  @Test
  void areDaemonsWithNumbers() {
    Thread first = threads.newThread(() -> {});

    assertThat(first.getName()).isEqualTo("hash-1");
    assertThat(first.isDaemon()).isTrue();
    assertThat(threads.newThread(() -> {}).getName()).isEqualTo("hash-2");
  }

  private <T> T inThread(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    threads.newThread(() -> answer.complete(question.get())).start();
    return answer.join();
  }

  /** The 19th field of proc_pid_stat(5), the 17th after the name in parentheses. */
  private static String niceness() {
    try {
      String stat = Files.readString(Path.of("/proc/thread-self/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
