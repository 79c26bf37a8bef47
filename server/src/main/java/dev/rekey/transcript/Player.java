package dev.rekey.transcript;

import dev.rekey.transcript.Transcript.Asked;
import dev.rekey.transcript.Transcript.Exchange;
import dev.rekey.transcript.Wire.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Plays a story's exchanges against a server, in order, and holds each answer to the written one.
 */
public final class Player {

  private final Site site;
  private final Captures captures;
  private final Witness witness;
  private final Holding holding;

  public Player(Site site, Captures captures, Witness witness) {
    this.site = site;
    this.captures = captures;
    this.witness = witness;
    this.holding = new Holding(captures);
  }

  /**
   * Sends the request and tells what the answer has otherwise than written; nothing, if it is as it
   * should be.
   *
   * @throws IOException if there is no answer
   * @throws Captures.Uncaptured if an earlier answer did not have what the request needs
   */
  public List<Complaint> play(Exchange exchange) throws IOException, InterruptedException {
    return exchange.times() > 1
        ? playAtOnce(exchange)
        : holding.complaints(exchange.expected(), ask(exchange.asked()));
  }

  private Answer ask(Asked asked) throws IOException {
    List<String> headers = asked.headers().stream().map(captures::fill).toList();
    String line = captures.fill(asked.line());
    Answer answer = Wire.send(site, line, headers, bodyOf(asked));
    witness.sees(line, headers, answer);
    return answer;
  }

  private byte[] bodyOf(Asked asked) {
    return asked.body().startsWith("@raw ")
        ? raw(asked.body().substring("@raw ".length()))
        : captures.fill(asked.body()).getBytes(StandardCharsets.UTF_8);
  }

  /** C-style escapes for bytes that are no text. */
  private static byte[] raw(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.startsWith("\\x", i)) {
        bytes.write(Integer.parseInt(escaped.substring(i + 2, i + 4), 16));
        i += 3;
      } else if (escaped.startsWith("\\n", i)) {
        bytes.write('\n');
        i++;
      } else {
        bytes.writeBytes(escaped.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private List<Complaint> playAtOnce(Exchange exchange) throws IOException, InterruptedException {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < exchange.times(); i++) {
      calls.add(() -> ask(exchange.asked()));
    }
    Map<Integer, Integer> counts = new TreeMap<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : pool.invokeAll(calls)) {
        counts.merge(answer.get().status(), 1, Integer::sum);
      }
    } catch (ExecutionException e) {
      throw new IOException("one of " + exchange.times() + " at once got no answer", e.getCause());
    }
    return tally(exchange.expected().tally(), counts);
  }

  private static List<Complaint> tally(List<String> written, Map<Integer, Integer> counts) {
    String found = counts.toString();
    return written.stream()
        .filter(line -> !holds(line, counts))
        .map(line -> new Complaint("answers by status", line, found))
        .toList();
  }

  private static boolean holds(String line, Map<Integer, Integer> counts) {
    String[] words = line.strip().split("\\s+", -1);
    if (words[0].equals("rest")) {
      List<String> allowed = List.of(words[1].split("\\|"));
      return counts.keySet().stream().map(String::valueOf).allMatch(allowed::contains);
    }
    Integer count = counts.remove(Integer.valueOf(words[2]));
    return Integer.valueOf(words[0]).equals(count);
  }
}
