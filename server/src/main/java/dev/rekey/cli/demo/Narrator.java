package dev.rekey.cli.demo;

import dev.rekey.transcript.Wire;
import dev.rekey.transcript.Wire.Answer;
import dev.rekey.transcript.Wire.Header;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Sends requests and prints them and their answers as they happen. */
final class Narrator {

  private final int port;
  private final PrintStream out;

  Narrator(int port, PrintStream out) {
    this.port = port;
    this.out = out;
  }

  /** Tells what comes next. */
  void tell(String text) {
    out.println();
    out.println(text);
  }

  /** One JSON request and its answer, both printed. */
  Answer send(String method, String path, List<String> headers, String body) {
    List<String> all = Lines.withJson(headers);
    String line = method + ' ' + path + " HTTP/1.1";
    out.println();
    out.println("  > " + line);
    all.forEach(header -> out.println("  > " + header));
    out.println("  >");
    out.println("  > " + body);
    Answer answer = quietly(line, all, body);
    out.println();
    out.println("  < " + answer.status());
    answer.headers().forEach(this::print);
    if (answer.body().length > 0) {
      out.println("  <");
      out.println("  < " + answer.text());
    }
    return answer;
  }

  /** The same without printing, for steps that belong to the curl lines. */
  Answer sendQuietly(String method, String path, String body) {
    return quietly(method + ' ' + path + " HTTP/1.1", Lines.withJson(List.of()), body);
  }

  private void print(Header header) {
    out.println("  < " + header.name() + ": " + header.value());
  }

  private Answer quietly(String line, List<String> headers, String body) {
    try {
      return Wire.send(port, line, headers, body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the server did not answer", e);
    }
  }

  /** Header lines that every request of the documents has. */
  private static final class Lines {

    private static List<String> withJson(List<String> more) {
      return Stream.concat(
              Stream.of("Accept: application/json", "Content-Type: application/json"),
              more.stream())
          .toList();
    }
  }
}
