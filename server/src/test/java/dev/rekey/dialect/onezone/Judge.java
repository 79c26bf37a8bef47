package dev.rekey.dialect.onezone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.transcript.Wire.Answer;
import dev.rekey.transcript.Witness;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds every answer of this wire to the contract, and remembers what it saw. */
final class Judge implements Witness {

  /** What the server may say of any request, though no operation is documented to. */
  private static final Set<Integer> WITHOUT_BODY = Set.of(405, 406, 412, 415);

  private static final Set<Integer> ERRORS = Set.of(413, 429, 431);

  /** What may be said under a path, or to a verb, that nobody documented. */
  private static final Set<Integer> OF_NOTHING = Set.of(400, 404);

  private final Contract contract = new Contract();
  private final Set<String> seen = new TreeSet<>();

  /** Operations with the statuses of their answers, such as {@code GET /user 200}. */
  synchronized Set<String> seen() {
    return new TreeSet<>(seen);
  }

  @Override
  public void sees(String line, List<String> headers, Answer answer) {
    String[] words = line.split(" ");
    String method = words[0];
    if (words[1].startsWith(Zone.PREFIX)) {
      assertThat(mistakes(method, withoutPrefix(words[1]), headers, answer))
          .as(line + " answered " + answer.status() + ' ' + answer.text())
          .isEmpty();
    }
  }

  private static String withoutPrefix(String target) {
    return target.split("\\?", 2)[0].substring(Zone.PREFIX.length()).replaceAll("/$", "");
  }

  private List<String> mistakes(String method, String path, List<String> headers, Answer answer) {
    if (!method.equals("HEAD")) {
      holdType(answer);
    }
    Optional<String> template = contract.template(path);
    String verb = method.equals("HEAD") ? "GET" : method;
    return template.filter(one -> contract.knows(verb, one)).isPresent()
        ? ofOperation(method, verb, template.get(), headers, answer)
        : ofNothing(method, answer);
  }

  private static void holdType(Answer answer) {
    Optional<String> type = Optional.of("application/json").filter(_ -> answer.body().length > 0);
    assertThat(answer.header("content-type")).isEqualTo(type);
  }

  private List<String> ofOperation(
      String method, String verb, String template, List<String> headers, Answer answer) {
    note(verb + ' ' + template + ' ' + answer.status());
    int status = answer.status();
    if (method.equals("HEAD") || WITHOUT_BODY.contains(status) || isAboutAccept(headers, answer)) {
      return answer.body().length == 0 ? List.of() : List.of("a body");
    }
    if (ERRORS.contains(status)) {
      return contract.mistakesOfError(answer.body());
    }
    return contract.knows(verb, template, status)
        ? contract.mistakes(verb, template, status, answer.body())
        : List.of("no documented status");
  }

  /** An Accept that cannot be read is answered without a body, which nobody documented. */
  private static boolean isAboutAccept(List<String> headers, Answer answer) {
    return answer.status() == 400
        && answer.body().length == 0
        && headers.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).startsWith("accept:"));
  }

  private List<String> ofNothing(String method, Answer answer) {
    int status = answer.status();
    if (status == 405 || status == 204 && method.equals("OPTIONS")) {
      return answer.body().length == 0 ? List.of() : List.of("a body");
    }
    return OF_NOTHING.contains(status) || ERRORS.contains(status)
        ? contract.mistakesOfError(answer.body())
        : List.of("no documented operation");
  }

  private synchronized void note(String operation) {
    seen.add(operation);
  }
}
