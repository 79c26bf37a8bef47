package dev.rekey.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.transcript.Transcript.Asked;
import dev.rekey.transcript.Transcript.Exchange;
import dev.rekey.transcript.Transcript.Expected;
import dev.rekey.transcript.Wire.Answer;
import dev.rekey.transcript.Wire.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a story's exchanges against a server, in order, and holds each answer to the written one.
 */
final class Player {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;
  private final Captures captures;
  private final Stories.Witness witness;

  Player(int port, Captures captures, Stories.Witness witness) {
    this.port = port;
    this.captures = captures;
    this.witness = witness;
  }

  void play(Exchange exchange) throws Exception {
    if (exchange.times() > 1) {
      playAtOnce(exchange);
    } else {
      hold(exchange, ask(exchange.asked()));
    }
  }

  private Answer ask(Asked asked) throws IOException {
    List<String> headers = asked.headers().stream().map(captures::fill).toList();
    String line = captures.fill(asked.line());
    Answer answer = Wire.send(port, line, headers, bodyOf(asked));
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

  private void hold(Exchange exchange, Answer answer) {
    Expected expected = exchange.expected();
    String shown = exchange.title() + " answered " + answer.status() + ' ' + answer.text();
    assertThat(answer.status()).as(shown).isEqualTo(expected.status());
    expected.headers().forEach(line -> holdHeader(shown, line, answer));
    expected
        .absent()
        .forEach(name -> assertThat(answer.header(name)).as(shown + ": no " + name).isEmpty());
    if (expected.ordered()) {
      holdOrder(shown, expected, answer);
    }
    if (!expected.anyBody()) {
      holdBody(shown, expected, answer.text());
    }
  }

  private void holdHeader(String shown, String line, Answer answer) {
    int colon = line.indexOf(':');
    String name = line.substring(0, colon).strip();
    String value = line.substring(colon + 1).strip();
    assertThat(answer.headers())
        .as(shown + ": header " + line)
        .anyMatch(header ->
            header.name().equalsIgnoreCase(name)
                && captures.matches(captures.fillKnown(value), header.value()));
  }

  private static void holdOrder(String shown, Expected expected, Answer answer) {
    List<String> wanted =
        expected.headers().stream()
            .map(line -> line.substring(0, line.indexOf(':')).strip())
            .toList();
    List<String> found =
        answer.headers().stream().map(Header::name).filter(wanted::contains).toList();
    assertThat(found).as(shown + ": headers in order").isEqualTo(wanted);
  }

  private void holdBody(String shown, Expected expected, String found) {
    if (expected.exact() || expected.body().isEmpty()) {
      assertThat(captures.matches(expected.body(), found))
          .as(shown + ": body should be " + expected.body())
          .isTrue();
      return;
    }
    try {
      holdJson(shown, JSON.readTree(expected.body()), JSON.readTree(found), "");
    } catch (tools.jackson.core.JacksonException e) {
      assertThat(captures.matches(expected.body(), found))
          .as(shown + ": body should be " + expected.body())
          .isTrue();
    }
  }

  private void holdJson(String shown, JsonNode written, JsonNode found, String at) {
    if (written.isString()) {
      String text = found.isString() ? found.stringValue() : found.toString();
      assertThat(captures.matches(written.stringValue(), text))
          .as(shown + ": " + at + " should be " + written + ", is " + found)
          .isTrue();
      return;
    }
    assertThat(found.getNodeType()).as(shown + ": kind of " + at).isEqualTo(written.getNodeType());
    if (written.isObject()) {
      assertThat(found.propertyNames())
          .as(shown + ": members of " + at)
          .containsExactlyInAnyOrderElementsOf(written.propertyNames());
      written
          .properties()
          .forEach(member ->
              holdJson(
                  shown,
                  member.getValue(),
                  found.get(member.getKey()),
                  at + '/' + member.getKey()));
    } else if (written.isArray()) {
      assertThat(found.size()).as(shown + ": length of " + at).isEqualTo(written.size());
      Iterator<JsonNode> items = found.iterator();
      written.forEach(item -> holdJson(shown, item, items.next(), at + "/-"));
    } else {
      assertThat(found).as(shown + ": " + at).isEqualTo(written);
    }
  }

  private void playAtOnce(Exchange exchange) throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < exchange.times(); i++) {
      calls.add(() -> ask(exchange.asked()));
    }
    Map<Integer, Integer> counts = new HashMap<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : pool.invokeAll(calls)) {
        counts.merge(answer.get().status(), 1, Integer::sum);
      }
    }
    exchange.expected().tally().forEach(line -> holdTally(exchange.title(), line, counts));
  }

  private static void holdTally(String title, String line, Map<Integer, Integer> counts) {
    String[] words = line.strip().split("\\s+");
    if (words[0].equals("rest")) {
      List<String> allowed = List.of(words[1].split("\\|"));
      assertThat(counts.keySet().stream().map(String::valueOf))
          .as(title + " " + counts)
          .allMatch(allowed::contains);
    } else {
      int status = Integer.parseInt(words[2]);
      assertThat(counts.remove(status))
          .as(title + ": " + line + " in " + counts)
          .isEqualTo(Integer.parseInt(words[0]));
    }
  }
}
