package dev.rekey.bench;

import dev.rekey.bench.load.Turn;
import dev.rekey.bench.stage.Checkout;
import dev.rekey.bench.stage.Children;
import dev.rekey.bench.wire.Answer;
import dev.rekey.bench.wire.Ask;
import dev.rekey.bench.wire.HttpLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@link Floor} in a process of its own, with the launcher's options for the JVM. */
final class FloorServer implements AutoCloseable {

  private static final List<String> OPTIONS =
      List.of("--enable-native-access=ALL-UNNAMED", "-Xshare:auto", "-XX:+UseSerialGC");

  private final Process process;
  private final int port;
  private final Ask ask;

  private FloorServer(Process process, int port, String token) {
    this.process = process;
    this.port = port;
    this.ask = Ask.get("/check", "authorization: Bearer " + token + "\r\n");
  }

  static FloorServer start() {
    Process process =
        Children.start(
            new ProcessBuilder(Checkout.java(OPTIONS, Floor.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD));
    try {
      for (String line = process.inputReader().readLine();
          line != null;
          line = process.inputReader().readLine()) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[0].equals("floor")) {
          return new FloorServer(process, Integer.parseInt(words[1]), words[2]);
        }
      }
      throw new IllegalStateException("the bare server did not start");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** One connection's checks. */
  Turn turn() {
    HttpLine line = new HttpLine(port);
    return new Turn() {
      @Override
      public long take() throws IOException {
        long before = line.busyNanos();
        Answer answer = line.send(ask);
        if (answer.status() != 200 || !answer.body().contains("\"subject\"")) {
          throw new IllegalStateException("the bare server said " + answer.status());
        }
        return line.busyNanos() - before;
      }

      @Override
      public void close() throws IOException {
        line.close();
      }
    };
  }

  @Override
  public void close() {
    Children.stop(process);
  }
}
